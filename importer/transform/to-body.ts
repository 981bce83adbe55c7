import type { Body, Embed, Figure, LocalizedText, NewsImage, Table, TextBlock } from "../../schemas/index.ts";
import type { ParsedEmbed, ParsedSpan, ParsedStory, ParsedTable } from "../parse/parsed-story.ts";
import { sameMarks } from "../parse/same-marks.ts";
import type { ParsedTextBlock } from "../parse/text-of-block.ts";
import { makeKeys } from "../deterministic-keys.ts";

/** The text of a story with its figures; the lead picture is separate. */
export interface BodyWithLead {
  readonly leadImage?: Figure;
  readonly body?: Body;
}

/**
 * Turns a story's blocks into Portable Text: paragraphs, headings, quotations, lists, figures, tables and embeds, in order.
 * Pure.
 *
 * @param images By the number of the picture in the story.
 */
export function toBody(
  { blocks, leadPicture }: Pick<ParsedStory, "blocks" | "leadPicture">,
  images: ReadonlyMap<number, NewsImage>,
): BodyWithLead {
  const keyOf = makeKeys();
  const shown = new Map<string, NewsImage>();
  const show = (image: NewsImage): Figure => {
    const figure = toFigure(image, shown.get(image._id));
    shown.set(image._id, shown.get(image._id) ?? image);
    return figure;
  };
  const lead = leadPicture === undefined ? undefined : images.get(leadPicture);
  const leadImage = lead && show(lead);
  const body: Body = [];
  for (const block of blocks) {
    if (block.kind === "text") body.push(...toBlocks(block, keyOf));
    if (block.kind === "table") body.push(...toTable(block, keyOf));
    if (block.kind === "embed") body.push(toEmbed(block, keyOf));
    const image = block.kind === "picture" ? images.get(block.picture) : undefined;
    if (image !== undefined) body.push({ ...show(image), _key: keyOf(`figure ${image._id}`) });
  }
  return { ...(leadImage === undefined ? {} : { leadImage }), ...(body.length > 0 ? { body } : {}) };
}

/**
 * A text block, or none if the text is empty. Its key comes from its words and not from their marks, so that making a
 * word bold is a change to the same paragraph.
 */
function toBlocks(block: ParsedTextBlock, keyOf: (content: string) => string): TextBlock[] {
  const { style, listItem, level, spans } = block;
  const text = spans.map((span) => span.text).join("");
  if (text === "") return [];
  const list = listItem === undefined ? "" : ` ${listItem}`;
  const _key = keyOf(`${style}${list} ${text}`);
  const links = toLinks(_key, spans);
  return [
    {
      _type: "block",
      _key,
      style,
      ...(listItem === undefined ? {} : { listItem, level: Math.min(Math.max(level ?? 1, 1), 10) }),
      // Plain text is one span without marks, as in Studio's editor, so that opening it changes nothing.
      children: joinAlike(spans).map((span, index) => ({
        _type: "span" as const,
        _key: `${_key}-${index}`,
        text: span.text,
        marks: marksOf(span, links),
      })),
      markDefs: [...links].map(([href, linkKey]) => ({ _type: "link" as const, _key: linkKey, href })),
    },
  ];
}

/** A table, or none if it has no rows. Its rows have keys of their own, from their cells. */
function toTable({ caption, hasHeaderRow, rows }: ParsedTable, keyOf: (content: string) => string): Table[] {
  if (rows.length === 0) return [];
  const keyOfRow = makeKeys();
  return [
    {
      _type: "table",
      _key: keyOf(`table ${JSON.stringify([caption, rows])}`),
      ...(caption === undefined ? {} : { caption }),
      hasHeaderRow,
      rows: rows.map((cells) => ({
        _type: "tableRow",
        _key: keyOfRow(JSON.stringify(cells)),
        cells: [...cells],
      })),
    },
  ];
}

/** An embed is known by its address, whatever is said of it. */
const toEmbed = ({ kind: _, url, ...words }: ParsedEmbed, keyOf: (content: string) => string): Embed => ({
  _type: "embed",
  _key: keyOf(`embed ${url}`),
  url,
  ...words,
});

/** A key for each address that the block links to. */
const toLinks = (blockKey: string, spans: readonly ParsedSpan[]): ReadonlyMap<string, string> => {
  const keyOf = makeKeys();
  const addresses = new Set(spans.flatMap(({ href }) => href ?? []));
  return new Map([...addresses].map((href) => [href, `${blockKey}-link-${keyOf(href)}`]));
};

/** Joins neighbouring spans with the same marks, as Studio's editor does. */
function joinAlike(spans: readonly ParsedSpan[]): ParsedSpan[] {
  const joined: ParsedSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && sameMarks(last, span))
      joined[joined.length - 1] = { ...last, text: last.text + span.text };
    else if (span.text !== "") joined.push(span);
  }
  return joined;
}

const decorators = ["strong", "em", "sub", "sup"] as const;

function marksOf(span: ParsedSpan, links: ReadonlyMap<string, string>): string[] {
  const link = span.href === undefined ? undefined : links.get(span.href);
  return [...decorators.filter((mark) => span[mark]), ...(link === undefined ? [] : [link])];
}

/** Another use of an image that the story already shows has its own caption, if that differs. */
function toFigure(image: NewsImage, shown: NewsImage | undefined): Figure {
  const reference = { _type: "reference" as const, _ref: image._id };
  const captions = image.captions ?? [];
  const differs = shown !== undefined && textsOf(captions) !== textsOf(shown.captions ?? []);
  return { _type: "figure", image: reference, ...(differs && captions.length > 0 ? { captions } : {}) };
}

const textsOf = (texts: readonly LocalizedText[]): string => texts.map(({ text }) => text).join("\n");
