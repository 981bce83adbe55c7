import { article, textsIn, valueAt } from "../../../schemas/index.ts";
import type { Say } from "../../../schemas/to-sanity/say.ts";
import { wordDiff, type DiffPart } from "../../suggestions/word-diff.ts";
import type { ComparedFieldName } from "../i18n/duplicates-strings.ts";
import { optionTitle } from "../i18n/option-title.ts";

/** A field of two stories, as each has it. */
export interface ComparedField {
  readonly field: ComparedFieldName;
  readonly isSame: boolean;
  /** The texts in parts; what is `added` stands only in this one. */
  readonly mine: readonly DiffPart[];
  readonly theirs: readonly DiffPart[];
}

type Story = Readonly<Record<string, unknown>>;

const text = (story: Story, path: string): string => {
  const value = valueAt(story, path);
  return typeof value === "string" ? value : "";
};

/** What is compared, in this order, and how it reads. */
const fields: readonly (readonly [ComparedFieldName, (story: Story, say: Say) => string])[] = [
  ["headline", (story) => text(story, "headline")],
  ["kicker", (story) => text(story, "kicker")],
  ["subHeadline", (story) => text(story, "subHeadline")],
  ["summary", (story) => text(story, "summary")],
  ["byline", (story) => text(story, "byline")],
  ["dateline", (story) => text(story, "dateline.printed")],
  ["sourceLine", (story) => text(story, "sourceLine")],
  ["publishedAt", (story) => text(story, "publishedAt")],
  ["pubStatus", (story, say) => optionTitle(article.shape.pubStatus, story["pubStatus"], say) ?? ""],
  ["embargoedUntil", (story) => text(story, "embargoedUntil")],
  ["edNote", (story) => text(story, "edNote")],
  ["keywords", (story) => textsIn(story["keywords"], true).join(" · ")],
  ["body", (story) => textsIn(story["body"], false).join("\n\n")],
];

/** The fields that one of two stories has, with what stands in one alone, word by word in any script. Pure. */
export function compareFields(mine: Story, theirs: Story, say: Say): readonly ComparedField[] {
  return fields.flatMap(([field, textOf]) => {
    const [before, after] = [textOf(theirs, say), textOf(mine, say)];
    if (before === "" && after === "") return [];
    const parts = wordDiff(before, after);
    return [
      {
        field,
        isSame: before === after,
        mine: parts.filter(({ kind }) => kind !== "removed"),
        theirs: parts.flatMap((part) =>
          part.kind === "added" ? [] : [part.kind === "removed" ? { ...part, kind: "added" as const } : part],
        ),
      },
    ];
  });
}
