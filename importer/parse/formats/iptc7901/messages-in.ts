import { readHeader } from "./message-header.ts";
import { formOfLine } from "./form-of-line.ts";
import { readTransmissionTime } from "./transmission-time.ts";

/** A line of a message, without control characters and white space at its end. */
export interface WireLine {
  /** Counted from 1 in the input. */
  readonly number: number;
  readonly text: string;
}

/** The parts of a message, each as lines in their order; blank lines only in the text. */
export interface WireMessage {
  /** The header, and lines around the message that no part has a use for. */
  readonly around: readonly WireLine[];
  readonly header: WireLine | undefined;
  /** Between the header and the text: keywords, notes. */
  readonly above: readonly WireLine[];
  readonly text: readonly WireLine[];
  /** Below the text: when the message was sent. */
  readonly below: readonly WireLine[];
}

/** What a control character says of what follows it: IPTC 7901, of ISO 646. */
const parts: ReadonlyMap<string, keyof WireMessage> = new Map([
  ["\x01", "header"],
  ["\x02", "text"],
  ["\x03", "below"],
  ["\x04", "around"],
]);

/** What telegrams end with. */
export const endMark = /^\s*N{4,}\s*$/;

const marks = /(?=[\x01-\x04])/;
const controls = /[\0-\x08\x0b-\x1f\x7f]/g;

interface OpenMessage {
  readonly around: WireLine[];
  header: WireLine | undefined;
  readonly above: WireLine[];
  readonly text: WireLine[];
  readonly below: WireLine[];
}

const openMessage = (): OpenMessage => ({ around: [], header: undefined, above: [], text: [], below: [] });

/**
 * Splits an input into its messages by their control characters: start of header, start and end of text, end of
 * transmission. Where a program has taken those away, a line that reads as a header begins a message, the first line
 * that names no keywords begins its text, and a mark of the end closes it. Pure, linear.
 */
export function messagesIn(input: string): WireMessage[] {
  const messages: OpenMessage[] = [];
  const isTextMarked = input.includes("\x02");
  const isEndMarked = input.includes("\x03");
  let current = openMessage();
  let part: keyof WireMessage = "around";
  const close = (): void => {
    if (current.header !== undefined || current.text.length > 0) messages.push(current);
    current = openMessage();
  };
  for (const { number, text: line } of linesOf(input)) {
    for (const piece of line.split(marks)) {
      const begun = parts.get(piece.charAt(0));
      if (begun === "header") close();
      part = begun ?? part;
      const text = piece.replace(controls, "").trimEnd();
      const own = { number, text };
      if (text.trim() === "") {
        if (part === "text") current.text.push(own);
        continue;
      }
      if (part === "around" && readHeader(text) !== undefined) {
        close();
        part = "header";
      }
      if (part === "header" && current.header === undefined) current.header = own;
      else if (part === "header" && !isTextMarked && formOfLine(text, "keywords") === undefined) {
        part = "text";
        current.text.push(own);
      } else if (part === "header") current.above.push(own);
      else if (endMark.test(text)) {
        current.around.push(own);
        part = "around";
      } else if (part === "text" && !isEndMarked && readTransmissionTime(text) !== undefined) {
        part = "below";
        current.below.push(own);
      } else if (part === "text") current.text.push(own);
      else if (part === "below") current.below.push(own);
      else current.around.push(own);
    }
  }
  close();
  return messages;
}

/** Fewer lines may be apart by chance. */
const leastLines = 6;

/** The lines of an input; of one whose lines end in CR, CR and LF, as teleprinters have it, without those between. */
function linesOf(input: string): WireLine[] {
  const lines = input.split(/\r{0,2}\n|\r/).map((text, index) => ({ number: index + 1, text }));
  const isDoubled =
    lines.length >= leastLines && lines.every(({ text }, index) => index % 2 === 0 || text === "");
  return isDoubled ? lines.filter((_, index) => index % 2 === 0) : lines;
}
