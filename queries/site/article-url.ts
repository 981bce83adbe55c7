import type { Site } from "./site.ts";

/** The address of a story's page on a site. */
export const articleUrl = (site: Site, slug: string): string =>
  site.articleUrl?.(slug) ?? new URL(encodeURIComponent(slug), site.url).href;
