import { breaksOnPurpose } from "../../fields/breaks-on-purpose.ts";
import { formOfLine } from "./form-of-line.ts";
import type { WireLine } from "./messages-in.ts";

/** The head of a message's text, part by part. */
export interface TextHead {
  readonly keywords: readonly WireLine[];
  readonly headline: readonly WireLine[];
  readonly subHeadline: readonly WireLine[];
  /** In brackets: what is new, which pictures there are. */
  readonly notes: readonly WireLine[];
  /** The lines below the head. */
  readonly rest: readonly WireLine[];
}

/** No head has more lines with words. */
const longestHead = 12;

/**
 * Reads the head of a text: keywords, notes in brackets, a headline over one or more lines, a second headline.
 *
 * The head ends with the line that ends in `=`, as wires close a headline; without one, before the first blank or
 * indented line. Of two lines of a headline the second is one of its own if the first was ended before its width. Pure.
 */
export function headOfText(text: readonly WireLine[]): TextHead {
  const end = endOfHead(text);
  const head = text.slice(0, end).filter(({ text: line }) => line !== "");
  const width = text.reduce((longest, { text: line }) => Math.max(longest, line.length), 0);
  const read: Record<"keywords" | "headline" | "subHeadline" | "notes", WireLine[]> = {
    keywords: [],
    headline: [],
    subHeadline: [],
    notes: [],
  };
  let open: "notes" | "subHeadline" | undefined;
  for (const [index, { number, text: line }] of head.entries()) {
    const words = line.replace(/\s*=$/, "").trim();
    const own = { number, text: words };
    const isLast = index === head.length - 1;
    const note = open === "notes" ? read.notes.pop() : undefined;
    if (note !== undefined) {
      read.notes.push({ number: note.number, text: `${note.text} ${words}` });
      if (closesBracket(words)) open = undefined;
    } else if (!isLast && read.headline.length === 0 && formOfLine(words, "keywords") !== undefined) {
      read.keywords.push(own);
    } else if (/^[(（]/u.test(words) && (closesBracket(words) || !isLast)) {
      read.notes.push(own);
      open = closesBracket(words) ? undefined : "notes";
    } else {
      const label = formOfLine(words, "sub-headline");
      const before = read.headline.at(-1);
      const isSecond =
        label !== undefined || (before !== undefined && breaksOnPurpose(before.text, words, width));
      if (isSecond) open = "subHeadline";
      const unlabelled = label === undefined ? words : words.replace(label.looksLike, "");
      read[open === "subHeadline" ? "subHeadline" : "headline"].push({ number, text: unlabelled });
    }
  }
  return { ...read, rest: text.slice(end) };
}

const closesBracket = (words: string): boolean => /[)）]$/u.test(words);

/** The number of lines up to the end of the head. */
function endOfHead(text: readonly WireLine[]): number {
  const first = text.findIndex(({ text: line }) => line !== "");
  if (first === -1) return text.length;
  let seen = 0;
  for (let at = first; at < text.length && seen < longestHead; at += 1) {
    const line = text[at]?.text ?? "";
    // The text has begun.
    if (at > first && /^\s{2,}\S/.test(line)) break;
    if (line !== "") seen += 1;
    if (line.endsWith("=")) return at + 1;
  }
  const next = text.findIndex(({ text: line }, at) => at > first && (line === "" || /^\s{2,}/.test(line)));
  return next === -1 ? first + 1 : next;
}
