import { publishedId } from "../../../schemas/index.ts";
import type { MergePlan } from "./merge-sources.ts";

/** What a merge would change, in numbers. */
interface MergeSummary {
  readonly articles: number;
  readonly pictures: number;
  /** Names under which the surviving source will be found, and was not before. */
  readonly aliases: readonly string[];
}

/** Counts what a plan changes; a document and its draft are one. Pure. */
export function summaryOf({ edits }: MergePlan): MergeSummary {
  const countOf = (field: string): number =>
    new Set(edits.filter((edit) => edit.field === field).map(({ id }) => publishedId(id))).size;
  const textsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const aliases = edits
    .filter(({ field }) => field === "aliases")
    .flatMap(({ was, becomes }) => textsOf(becomes).filter((name) => !textsOf(was).includes(name)));
  return {
    articles: countOf("infoSources"),
    pictures: countOf("source"),
    aliases: [...new Set(aliases.filter((name) => typeof name === "string"))],
  };
}
