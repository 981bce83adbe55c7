import { findSource } from "../../authority/find-source.ts";
import type { ParsedBlock } from "../../parsed-story.ts";
import { nameSources, type FoundSources } from "../../phrases/name-sources.ts";
import type { Page } from "./page.ts";

/**
 * Finds the sources of a page's story: in its source line, in the organisations that its data name as the origin, and
 * the site itself as publisher. Pure.
 *
 * @param authors Names given as authors; agencies among them are sources.
 */
export function findInfoSources(
  { described, metas }: Page,
  blocks: readonly ParsedBlock[],
  authors: readonly string[],
): FoundSources {
  const site = metas.first("og:site_name");
  const originators = [...(described?.originators ?? []), ...authors.filter((name) => findSource(name))];
  const publisher = described?.publisher ?? site?.value;
  const isDescribed = described?.publisher !== undefined || originators.length > 0;
  return nameSources(blocks, {
    originators,
    publisher,
    ...(isDescribed
      ? {
          place: `${described?.place}.${originators.length > 0 ? "sourceOrganization" : "publisher"}`,
          rule: "json-ld",
          confidence: 0.9,
        }
      : { place: site?.place ?? "", rule: "site-name", confidence: 0.6 }),
  });
}
