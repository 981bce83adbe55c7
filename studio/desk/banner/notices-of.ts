import { type Evidence, publishedId, storyDocumentsOf } from "../../../schemas/index.ts";
import type { Warning } from "../acts/act.ts";
import { type OrderedStory, warningOf } from "../acts/warning-of.ts";

/** What an editor has to know of a story before anything else. */
export interface Notice {
  readonly kind: Warning["order"] | "withdraws-another" | "new-version";
  /** When an embargo ends, in ISO form. */
  readonly until?: string;
}

/** A story whose source has sent something that is to be read before all else. */
export interface NoticedStory extends OrderedStory {
  readonly record: OrderedStory["record"] & { readonly contentHash: string };
}

/** The order of its source that stands, and whether the source has sent another version; the graver first. Pure. */
export function noticesOf(story: NoticedStory, now: Date): Notice[] {
  const { record, documents } = story;
  const { review, contentHash } = record;
  const warning = warningOf(story, now);
  const { article } = storyDocumentsOf(publishedId(record.article._ref), documents);
  const isAboutAnother =
    warning?.order === "withdrawn" &&
    article?.["pubStatus"] !== "canceled" &&
    review?.open?.includes("withdraws-another") === true;
  const isNew = review?.decision !== undefined && review.decision.of !== contentHash;
  return [
    ...(warning === undefined
      ? []
      : [
          {
            kind: isAboutAnother ? ("withdraws-another" as const) : warning.order,
            ...(warning.until !== undefined && { until: warning.until }),
          },
        ]),
    ...(isNew ? [{ kind: "new-version" as const }] : []),
  ];
}

/** Under which names the import keeps the orders of a source. */
const ordered: ReadonlySet<string> = new Set(["control.note", "edNote", "pubStatus", "embargoedUntil"]);

/**
 * The order of a source in its own words: its note to editors, or else the lines that the order was read from. Pure.
 *
 * @param note `edNote` of the article.
 */
export function wordsOfOrder(
  note: unknown,
  { evidence, sourceText }: { readonly evidence: readonly Evidence[]; readonly sourceText: string },
): string | undefined {
  if (typeof note === "string" && note.trim() !== "") return note.trim();
  const numbers = evidence.flatMap(({ path, lines = [] }) => (ordered.has(path) ? lines : []));
  const lines = sourceText.split("\n");
  const words = [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .map((number) => lines[number - 1]?.trim() ?? "");
  return words.join("\n").trim() || undefined;
}
