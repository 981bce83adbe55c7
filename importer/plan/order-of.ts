import { article } from "../../schemas/index.ts";
import type { Json } from "./merge/same-value.ts";

/** The lesser one lets a story go to readers where the greater one does not. */
const statuses = ["usable", "withheld", "canceled"] as const;
const fate = article.pick({ pubStatus: true, edNote: true }).partial();

/**
 * The fields by which a document obeys its source's order not to use the story, where that order is news and the document
 * does not obey it yet: also over what an editor has set. Pure.
 *
 * @param base What the source said when it was last imported.
 */
export function orderOf(wanted: object, base: object | undefined, current: object): Json {
  const [says, said, is] = [fateOf(wanted), fateOf(base ?? {}), fateOf(current)];
  const isNews = rankOf(says.pubStatus) > rankOf(said.pubStatus);
  if (!isNews || rankOf(says.pubStatus) <= rankOf(is.pubStatus)) return {};
  const isNoted = says.edNote !== undefined && is.edNote === said.edNote;
  return { pubStatus: says.pubStatus, ...(isNoted ? { edNote: says.edNote } : {}) };
}

const fateOf = (document: object) => fate.safeParse(document).data ?? {};

const rankOf = (status: (typeof statuses)[number] = "usable"): number => statuses.indexOf(status);
