import type { ParsedBlock, ParsedEmbed, ParsedSpan, ParsedTable } from "../../parsed-story.ts";
import { sameMarks } from "../../same-marks.ts";
import type { ParsedTextBlock } from "../../text-of-block.ts";
import { endsSentence, visualLength } from "../../phrases/line-shape.ts";

/** The marks of a stretch of text. */
export type Marks = Omit<ParsedSpan, "text">;

/** The style of a block's text, and its depth in lists. */
export type BlockShape = Omit<ParsedTextBlock, "kind" | "spans">;

/** Takes text in page order, and returns blocks. */
export interface BlockWriter {
  readonly blocks: readonly ParsedBlock[];
  addText(text: string, marks: Marks): void;
  addLineBreak(): void;
  /** Ends the current block; what follows has the given shape. */
  endBlock(shape: BlockShape): void;
  addPicture(picture: number): void;
  /** Adds what stands between paragraphs. */
  addObject(object: ParsedTable | ParsedEmbed): void;
  /** Puts another in the place of the object that was added last. */
  replaceLast(object: ParsedTable | ParsedEmbed): void;
}

/**
 * Opens a writer. Blanks become one space, empty blocks are dropped, text is in NFC; two line breaks make a
 * paragraph.
 */
export function openBlockWriter(): BlockWriter {
  const blocks: ParsedBlock[] = [];
  let shape: BlockShape = { style: "normal" };
  let spans: ParsedSpan[] = [];

  const flush = (): void => {
    for (const line of linesOf(spans)) blocks.push({ kind: "text", ...shape, spans: line });
    spans = [];
  };
  return {
    blocks,
    addText: (text, marks) => void spans.push({ text: text.replace(/[ \t\n\r\f]+/g, " "), ...marks }),
    addLineBreak: () => void spans.push({ text: "\n" }),
    endBlock(next) {
      flush();
      shape = next;
    },
    addPicture(picture) {
      flush();
      blocks.push({ kind: "picture", picture });
    },
    addObject(object) {
      flush();
      blocks.push(object);
    },
    replaceLast: (object) => void blocks.splice(-1, 1, object),
  };
}

/**
 * Splits a block at two line breaks, and at a single one between whole sentences, as pages without paragraphs need.
 */
function linesOf(spans: readonly ParsedSpan[]): ParsedSpan[][] {
  const lines: ParsedSpan[][] = [[]];
  let breaks = 0;
  for (const span of spans) {
    if (span.text === "\n") breaks += 1;
    else if (breaks > 0 && span.text.trim() === "") continue;
    else {
      const last = lines.at(-1) ?? [];
      if (breaks > 1 || (breaks === 1 && isParagraph(last))) lines.push([span]);
      else last.push(...(breaks === 1 ? [{ text: "\n" }] : []), span);
      breaks = 0;
    }
  }
  return lines.map(tidySpans).filter((line) => line.length > 0);
}

function isParagraph(spans: readonly ParsedSpan[]): boolean {
  const text = spans
    .map((span) => span.text)
    .join("")
    .trim();
  return visualLength(text) >= 60 && endsSentence(text);
}

const blank = /^[\s\p{Cf}]*$/u;

/** Joins spans with the same marks, and trims blanks from the ends and around line breaks. */
function tidySpans(spans: readonly ParsedSpan[]): ParsedSpan[] {
  if (spans.every((span) => blank.test(span.text))) return [];
  const joined: ParsedSpan[] = [];
  // As if a blank came first, so that a block never begins with one.
  let endsInBlank = true;
  for (const span of spans) {
    let text = span.text.normalize("NFC");
    if (endsInBlank) text = text.replace(/^ +/, "");
    if (text === "") continue;
    if (text === "\n") trimLastEnd(joined);
    endsInBlank = /[ \n]$/.test(text);
    const last = joined.at(-1);
    if (last && sameMarks(last, span)) joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push({ ...span, text });
  }
  trimLastEnd(joined);
  const [first] = joined;
  if (first !== undefined) joined[0] = { ...first, text: first.text.trimStart() };
  return joined.filter((span) => span.text !== "");
}

function trimLastEnd(spans: ParsedSpan[]): void {
  for (let last = spans.at(-1); last !== undefined; last = spans.at(-1)) {
    const text = last.text.trimEnd();
    spans.pop();
    if (text !== "") {
      spans.push({ ...last, text });
      return;
    }
  }
}
