import { commas, type LabelledText } from "../../lexicons/labels.ts";
import { matchKey } from "../../lexicons/match-key.ts";

/** The beginning of a line that has the shape of a label, whatever the words mean. */
export interface LabelShape extends Pick<LabelledText, "label" | "mark" | "value"> {
  /** For comparison with other labels. */
  readonly key: string;
}

const word = String.raw`[\p{L}\p{M}][\p{L}\p{M}'’ʼ\p{Cf}-]*`;
const shape = new RegExp(
  String.raw`^[\p{Cf}\s]*(${word}(?:\s${word}){0,4})\s?([${commas}:：﹕])\s*(.*)$`,
  "su",
);
const longestLabel = 40;

/** Reads up to five words and a colon or comma of any script; `undefined` if a line does not begin so. Pure. */
export function readLabelShape(line: string): LabelShape | undefined {
  const [, label, mark = "", value = ""] = shape.exec(line) ?? [];
  if (label === undefined || label.length > longestLabel) return undefined;
  return { label, mark, value, key: matchKey(label) };
}
