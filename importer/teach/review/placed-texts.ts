import { z } from "zod";
import { type LineRole, publishedId, textsIn } from "../../../schemas/index.ts";
import { withSingleSpaces } from "../../outlets/shapes/with-single-spaces.ts";
import type { StoryContent } from "./seen-story.ts";

/** What a text is in a story, and where. */
export interface PlacedText {
  readonly role: LineRole;
  /** The field, or the member of the body: another text there has taken its place. */
  readonly place: string;
}

/** All places of a story that have a text, and what stands in each, as it is compared. */
export interface PlacedTexts {
  readonly places: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, PlacedText>;
}

const fields = ["headline", "kicker", "subHeadline", "byline", "sourceLine"] as const;

const dateline = z.looseObject({ printed: z.string() });
const members = z
  .array(
    z.looseObject({
      _key: z.string(),
      _type: z.string(),
      style: z.string().optional(),
      listItem: z.string().optional(),
    }),
  )
  .catch([]);
const localized = z.array(z.looseObject({ text: z.string() })).catch([]);

/** What each text of a story is. Of one that stands in several places the first counts. Pure. */
export function placedTexts({ article, images }: StoryContent): PlacedTexts {
  const found: (PlacedText & { readonly text: string })[] = [];
  for (const field of fields) add(article[field], field, field);
  add(dateline.safeParse(article["dateline"]).data?.printed, "dateline", "dateline");
  for (const member of members.parse(article["body"])) {
    if (member._type !== "block") continue;
    const role = roleOf(member);
    const place = `body ${member._key}`;
    for (const text of textsIn(member, false)) add(text, role, place);
  }
  for (const image of images) {
    const id = publishedId(String(image["_id"]));
    for (const { text } of localized.parse(image["captions"])) add(text, "imageCaption", `${id} captions`);
    for (const { text } of localized.parse(image["altTexts"])) add(text, "imageAlt", `${id} altTexts`);
    add(image["creditLine"], "imageCredit", `${id} creditLine`);
  }
  return {
    places: new Set(found.map(({ place }) => place)),
    texts: new Map(found.toReversed().map(({ text, role, place }) => [text, { role, place }])),
  };

  function add(value: unknown, role: LineRole, place: string): void {
    if (typeof value !== "string") return;
    // Decks and kickers may have several lines.
    for (const line of value.split("\n")) {
      const text = withSingleSpaces(line);
      if (text !== "") found.push({ text, role, place });
    }
  }
}

function roleOf({ style, listItem }: z.infer<typeof members>[number]): LineRole {
  if (listItem !== undefined) return "listItem";
  if (style === "h2" || style === "h3") return "subheading";
  return style === "blockquote" ? "quotation" : "paragraph";
}
