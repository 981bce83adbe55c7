import type { Body, Figure, LocalizedText, NewsImage, TextBlock } from "../../schemas/index.ts";
import type { RoledLine } from "../parse/lines.ts";
import { makeKeys } from "./deterministic-keys.ts";

/** The text of a story with its figures; the picture that stands before all text apart. */
export interface BodyWithLead {
  readonly leadImage?: Figure;
  readonly body?: Body;
}

/** Makes Portable Text of a story's lines: paragraphs, sub-headings and figures, in their order. Pure. */
export function toBody(lines: readonly RoledLine[], images: ReadonlyMap<number, NewsImage>): BodyWithLead {
  const keyOf = makeKeys();
  const body: Body = [];
  const placed = new Set<number>();
  const shown = new Map<string, NewsImage>();
  let leadImage: Figure | undefined;

  for (const line of lines) {
    if (line.role === "paragraph") body.push(toBlock("normal", line.text, keyOf));
    if (line.role === "subheading") body.push(toBlock("h2", line.text, keyOf));
    const image = line.picture === undefined ? undefined : images.get(line.picture);
    if (image === undefined || line.picture === undefined || placed.has(line.picture)) continue;
    placed.add(line.picture);
    const figure = toFigure(image, shown.get(image._id));
    shown.set(image._id, shown.get(image._id) ?? image);
    if (leadImage === undefined && body.length === 0) leadImage = figure;
    else body.push({ ...figure, _key: keyOf(`figure ${image._id}`) });
  }
  return { ...(leadImage === undefined ? {} : { leadImage }), ...(body.length > 0 ? { body } : {}) };
}

/** One span and no marks: what Studio's editor makes of plain text, so that opening it there changes nothing. */
function toBlock(style: "normal" | "h2", text: string, keyOf: (content: string) => string): TextBlock {
  const _key = keyOf(`${style} ${text}`);
  const span = { _type: "span" as const, _key: `${_key}-0`, text, marks: [] };
  return { _type: "block", _key, style, children: [span], markDefs: [] };
}

/** A further use of an image that stands in the story already carries its own caption, if that differs. */
function toFigure(image: NewsImage, shown: NewsImage | undefined): Figure {
  const reference = { _type: "reference" as const, _ref: image._id };
  const captions = image.captions ?? [];
  const differs = shown !== undefined && textsOf(captions) !== textsOf(shown.captions ?? []);
  return { _type: "figure", image: reference, ...(differs && captions.length > 0 ? { captions } : {}) };
}

const textsOf = (texts: readonly LocalizedText[]): string => texts.map(({ text }) => text).join("\n");
