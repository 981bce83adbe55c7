import type {
  ParsedBlock,
  ParsedEmbed,
  ParsedPicture,
  ParsedStory,
  ParsedTable,
  ParsedText,
  WireControl,
} from "../parsed-story.ts";
import { textOfBlocks } from "../text-of-block.ts";
import { cleanLine, cleanLines, cleanName } from "./clean-line.ts";
import { cleanSpans } from "./clean-spans.ts";
import { decodeLeftover } from "./decode-leftover.ts";

/**
 * Returns a story whose texts are clean, wherever they come from: the one place where stories of all formats are
 * cleaned. Pure, linear, idempotent.
 *
 * Fields of one line are cleaned by {@link cleanLine}; of the body only characters, and references that were escaped
 * twice. A field of which nothing is left is absent; so is a block.
 */
export function cleanStory(story: ParsedStory): ParsedStory {
  const { kicker, subHeadline, summary, byline, dateline, sourceLine, control, edNote, ...others } = story;
  return {
    ...others,
    headline: cleanLine(story.headline) ?? "",
    ...present("kicker", linesOf(kicker)),
    ...present("subHeadline", linesOf(subHeadline)),
    ...present("summary", cleanLine(summary)),
    ...present("byline", cleanLine(byline)),
    creators: cleanNames(story.creators.map(({ name }) => name)).map((name) => ({ name })),
    ...present("dateline", dateline && cleanDateline(dateline)),
    blocks: cleanBlocks(story.blocks),
    pictures: story.pictures.map(cleanPicture),
    ...present("sourceLine", linesOf(sourceLine)),
    infoSources: story.infoSources.flatMap(({ printed, role }) => {
      const name = cleanLine(printed);
      return name === undefined ? [] : [{ printed: name, role }];
    }),
    keywords: cleanNames(story.keywords),
    ...present("control", control && cleanControl(control)),
    ...present("edNote", linesOf(edNote)),
  };
}

function present<Field extends string, Value>(
  field: Field,
  value: Value | undefined,
): Partial<Record<Field, Value>> {
  const fields: Partial<Record<Field, Value>> = {};
  if (value !== undefined) fields[field] = value;
  return fields;
}

const cleanNames = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => cleanName(name) ?? [])),
];

/** What may be given more than once keeps its lines. */
const linesOf = (text: string | undefined): string | undefined =>
  text
    ?.split("\n")
    .flatMap((line) => cleanLine(line) ?? [])
    .join("\n") || undefined;

function cleanDateline({
  printed,
  place,
  date,
}: NonNullable<ParsedStory["dateline"]>): ParsedStory["dateline"] {
  const line = cleanLine(printed);
  return line === undefined
    ? undefined
    : { printed: line, ...present("place", cleanLine(place)), ...present("date", date) };
}

const cleanControl = ({ note, ...control }: WireControl): WireControl => ({
  ...control,
  ...present("note", linesOf(note)),
});

function cleanPicture(picture: ParsedPicture): ParsedPicture {
  const { creditLine, copyrightNotice, usageTerms, ...others } = picture;
  return {
    ...others,
    altTexts: picture.altTexts.flatMap(cleanOfLanguage),
    captions: picture.captions.flatMap(cleanOfLanguage),
    ...present("creditLine", cleanLine(creditLine)),
    sources: cleanNames(picture.sources),
    people: cleanNames(picture.people),
    ...present("copyrightNotice", cleanLine(copyrightNotice)),
    ...present("usageTerms", cleanLine(usageTerms)),
  };
}

const cleanOfLanguage = ({ text, ...language }: ParsedText): ParsedText[] => {
  const line = cleanLine(text);
  return line === undefined ? [] : [{ text: line, ...language }];
};

const cleanTable = ({ caption, rows, ...table }: ParsedTable): ParsedTable => ({
  ...table,
  ...present("caption", cleanLine(caption)),
  rows: rows.map((cells) => cells.map((cell) => cleanLines(cell).join("\n"))),
});

const cleanEmbed = ({ title, text, ...embed }: ParsedEmbed): ParsedEmbed => ({
  ...embed,
  ...present("title", cleanLine(title)),
  ...present("text", linesOf(text)),
});

function cleanBlocks(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  const decode = decodeLeftover(textOfBlocks(blocks));
  return blocks.flatMap((block): ParsedBlock[] => {
    if (block.kind === "picture") return [block];
    if (block.kind === "table") return [cleanTable(block)];
    if (block.kind === "embed") return [cleanEmbed(block)];
    const spans = cleanSpans(block.spans.map((span) => ({ ...span, text: decode(span.text) })));
    return spans.some(({ text }) => text.trim() !== "") ? [{ ...block, spans }] : [];
  });
}
