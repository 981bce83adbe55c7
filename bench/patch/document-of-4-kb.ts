import { articleId, sourceId } from "../../schemas/document-id.ts";

/** An article of about 4 KB of JSON, which refers to another document: paragraphs with keys and spans, as Studio keeps them. */
export function documentOf4Kb(number: number): {
  readonly _id: string;
  readonly _type: string;
  readonly [field: string]: unknown;
} {
  return {
    _id: articleId(String(number)),
    _type: "article",
    headline: `What the council of town ${number} decided about the old footbridge`,
    slug: { _type: "slug", current: `town-${number}-footbridge` },
    language: "en",
    tags: ["council", "bridges", "budget"],
    publishedAt: "2026-03-04T05:06:07Z",
    infoSources: [{ _key: "source", label: "City desk", source: { _type: "reference", _ref: deskId } }],
    body: Array.from({ length: 11 }, (_, paragraph) => ({
      _key: `p${paragraph}`,
      _type: "block",
      style: "normal",
      markDefs: [],
      children: [
        {
          _key: `s${paragraph}`,
          _type: "span",
          marks: [],
          text:
            `Paragraph ${paragraph} of story ${number} says what was asked in the meeting, who answered, and what it ` +
            "will cost; it is as long as paragraphs in the news are, which is about two lines of a page.",
        },
      ],
    })),
  };
}

/** What the articles refer to. */
export const deskId = sourceId("city-desk");
