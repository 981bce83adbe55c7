import type { Problem } from "../../schemas/index.ts";
import { articleId, imageId, publishedId, sourceId } from "../../schemas/index.ts";
import type { StoryResult } from "../stages.ts";
import type { ReportOptions } from "./report-options.ts";

/** The types of documents that stories have, by what their ids begin with. */
const types: readonly (readonly [prefix: string, type: string])[] = [
  [articleId(""), "article"],
  [imageId(""), "newsImage"],
  [sourceId(""), "source"],
];

/**
 * The address of the document that a problem is about, else of the story's article, in Studio; `undefined` if it is not
 * there. Pure.
 */
export function studioAddressOf(
  { documentId }: Pick<Problem, "documentId">,
  { articleId, outcome, changes }: StoryResult,
  { studioUrl, dryRun = false }: ReportOptions,
): string | undefined {
  const about = documentId ?? articleId;
  // What failed may never have been made.
  if (studioUrl === undefined || about === undefined || outcome === "failed") return undefined;
  const id = publishedId(about);
  const isNew = changes.some((change) => change.kind === "create" && publishedId(change.id) === id);
  const type = types.find(([prefix]) => id.startsWith(prefix))?.[1];
  if (type === undefined || (dryRun && isNew)) return undefined;
  return `${studioUrl}/intent/edit/id=${encodeURIComponent(id)};type=${type}/`;
}
