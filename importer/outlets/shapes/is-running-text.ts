import { endsSentence, visualLength } from "../../parse/phrases/line-shape.ts";

/** Whether a line is a sentence of some length or longer than that, whoever has written it. Pure. */
export function isRunningText(line: string): boolean {
  const length = visualLength(line);
  return length >= 100 || (length >= 60 && endsSentence(line));
}
