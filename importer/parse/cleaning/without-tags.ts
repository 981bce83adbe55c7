import { apartNames } from "./html-tags.ts";
import { readTags, type Tag } from "./read-tags.ts";

/** Programs, styles and comments are no text; neither is a tag cut off at the end, as summaries have them. */
const noText =
  /<(script|style)\b[^<>]{0,2000}>(?:[^<]|<(?!\/\1\b)){0,5000}<\/\1\s*>|<!--[\s\S]{0,5000}?-->|<!\[CDATA\[|\]\]>|<[a-z]{1,10}\s+[a-z-]{1,40}\s?=\s?["'][^<>]*$/gi;

/**
 * Returns a text without its HTML tags; what stands in lines of its own is separated by `between`. Pure.
 *
 * A tag that a text only mentions stays: "How to use the <b> tag".
 */
export function withoutTags(text: string, between = " "): string {
  if (!text.includes("<") && !text.includes("]]>")) return text;
  const bare = text.replace(noText, " ");
  const tags = readTags(bare);
  const isMarkup = markupAmong(bare, tags);
  let [cleaned, from] = ["", 0];
  tags.forEach((tag, at) => {
    if (!isMarkup(tag)) return;
    const next = tags[at + 1];
    // Links one right after the other are apart, as in a list of authors.
    const isAdjacent = tag.kind === "end" && tag.name === "a" && next?.index === tag.index + tag.length;
    cleaned += bare.slice(from, tag.index);
    if (apartNames.has(tag.name)) cleaned += between;
    else if (isAdjacent && next?.name === "a") cleaned += " ";
    from = tag.index + tag.length;
  });
  return cleaned + bare.slice(from);
}

/** The tags that mark up the text, and not those that it is about. */
function markupAmong(text: string, tags: readonly Tag[]): (tag: Tag) => boolean {
  const paired = pairsAmong(tags);
  return (tag) => {
    const { kind, name, hasAttributes, index, length } = tag;
    if (kind === "empty" || hasAttributes) return true;
    const [before, after] = [text[index - 1], text[index + length]];
    if (paired.has(tag)) return apartNames.has(name) || !isBlank(before) || !isBlank(after);
    const isAtEnd = before === undefined || after === undefined;
    return (apartNames.has(name) && isAtEnd) || !isOutside(before) || !isOutside(after);
  };
}

const isBlank = (beside: string | undefined): boolean => beside === undefined || /\s/u.test(beside);

/** What may stand beside a word. */
const isOutside = (beside: string | undefined): boolean =>
  isBlank(beside) || /[^\p{L}\p{M}\p{N}<>]/u.test(beside ?? "");

/** The tags that have their counterpart. */
function pairsAmong(tags: readonly Tag[]): ReadonlySet<Tag> {
  const paired = new Set<Tag>();
  const open = new Map<string, Tag[]>();
  for (const tag of tags) {
    const waiting = open.get(tag.name) ?? [];
    open.set(tag.name, waiting);
    if (tag.kind === "start") waiting.push(tag);
    const start = tag.kind === "end" ? waiting.pop() : undefined;
    if (start !== undefined) paired.add(start).add(tag);
  }
  return paired;
}
