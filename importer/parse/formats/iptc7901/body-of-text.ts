import { formOfLine } from "./form-of-line.ts";
import type { WireLine } from "./messages-in.ts";

/** A message's text below its head, part by part. */
export interface TextBody {
  readonly body: readonly WireLine[];
  /** Notes to editors at the end. */
  readonly notes: readonly WireLine[];
  /** Marks of the end, and the codes of the desk that closed the message. */
  readonly closing: readonly WireLine[];
}

/**
 * Parts a text from the notes to editors below it, which begin with a heading or a line that says that they are not to
 * be published, and from the lines that close it. Pure.
 */
export function bodyOfText(text: readonly WireLine[]): TextBody {
  const first = text.findIndex(({ text: line }) => line !== "");
  // The same words above the text are an order.
  const begin = text.findIndex(
    ({ text: line }, at) => at > first && formOfLine(line, "notebook") !== undefined,
  );
  const above = begin === -1 ? text : text.slice(0, begin);
  const notes = begin === -1 ? [] : text.slice(begin).filter(({ text: line }) => line !== "");
  const body = withoutBlanks(above);
  const closing: WireLine[] = [];
  for (let last = body.at(-1); last !== undefined && isClosing(last, body.at(-2)); last = body.at(-1)) {
    closing.unshift(last);
    body.pop();
    while (body.at(-1)?.text === "") body.pop();
  }
  const isEnd = ({ text: line }: WireLine): boolean => formOfLine(line, "end") !== undefined;
  return {
    body,
    notes: notes.filter((line) => !isEnd(line)),
    closing: [...closing, ...notes.filter(isEnd)],
  };
}

/** The desk's codes stand in a paragraph of their own. */
function isClosing({ text }: WireLine, before: WireLine | undefined): boolean {
  if (formOfLine(text, "end") !== undefined) return true;
  const isApart = before === undefined || before.text === "" || /^\s{2,}/.test(text);
  return isApart && formOfLine(text, "signature") !== undefined;
}

function withoutBlanks(lines: readonly WireLine[]): WireLine[] {
  const isBlank = ({ text }: WireLine): boolean => text === "";
  const first = lines.findIndex((line) => !isBlank(line));
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}
