import { splitSourceNames } from "../authority/split-source-names.ts";
import { readLabel } from "../lexicons/labels.ts";

/** The source that a line of details about a story names. */
export interface DetailedSource {
  /** With its label. */
  readonly printed: string;
  /** As printed; never empty. */
  readonly names: readonly string[];
}

/** Between details: a bar, or a blank before another label. */
const between = /\s*[|｜]\s*|\s+(?=[^\s:：]{2,20}[:：])/u;
/** A date or a time after the names. */
const date = /\s+\p{Nd}.*$/su;
const longestNames = 100;

/**
 * Finds the labelled source among other details of a story: "2024-03-04 10:15 来源：新华网 编辑：李明". Pure;
 * `undefined` if there is none.
 */
export function sourceInDetails(line: string): DetailedSource | undefined {
  for (const detail of line.split(between)) {
    const printed = detail.replace(date, "").trim();
    const label = readLabel(printed);
    if (label?.kinds.has("source") !== true || label.value.length > longestNames) continue;
    const names = splitSourceNames(label.value);
    if (names.length > 0) return { printed, names };
  }
  return undefined;
}
