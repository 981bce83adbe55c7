import { z } from "zod";
import { publishedId } from "../../../schemas/index.ts";
import { sameValue } from "../../plan/merge/same-value.ts";
import type { Fields, SeenStory, StoryContent } from "./seen-story.ts";

/** Values that were read, and how many of them are still what they were read as. */
export interface ValueCount {
  readonly values: number;
  readonly kept: number;
}

const ofArticle = [
  ...["kicker", "headline", "subHeadline", "byline", "dateline", "sourceLine", "publishedAt", "summary"],
  ...["leadImage", "language", "keywords"],
];
const ofImage = ["captions", "altTexts", "creditLine"];
const keyed = z.array(z.looseObject({ _key: z.string() })).catch([]);

/** Counts the fields, the members of the body and the texts of pictures that editors have kept as they were read. Pure. */
export function keptValues({ imported, shown }: Pick<SeenStory, "imported" | "shown">): ValueCount {
  const [read, now] = [valuesOf(imported), valuesOf(shown)];
  const kept = [...read].filter(([place, value]) => sameValue(value, now.get(place)));
  return { values: read.size, kept: kept.length };
}

function valuesOf({ article, images }: StoryContent): Map<string, unknown> {
  const values = new Map<string, unknown>(pick("", article, ofArticle));
  for (const member of keyed.parse(article["body"])) values.set(`body ${member._key}`, member);
  for (const image of images)
    for (const [place, value] of pick(publishedId(String(image["_id"])), image, ofImage))
      values.set(place, value);
  return values;
}

const pick = (name: string, document: Fields, fields: readonly string[]): [string, unknown][] =>
  fields.flatMap((field): [string, unknown][] =>
    document[field] === undefined ? [] : [[`${name} ${field}`, document[field]]],
  );
