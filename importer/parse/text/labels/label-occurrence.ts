import { hasComma, labelKindsOf } from "../../lexicons/labels.ts";
import { type LabelShape, readLabelShape } from "./label-shape.ts";

/** A line, as far as labels are found by it. */
export interface LineToLabel {
  /** Without invisible characters at its ends. */
  readonly text: string;
  /** Whether it is a picture's credit and nothing else, by its own words. */
  readonly isCredit: boolean;
}

/** A line that begins like one with a label; or a credit without a label, whose key is empty. */
export interface LabelOccurrence extends LabelShape {
  readonly at: number;
  /** Where the text after the label is: the next line if the label is alone in its own. */
  readonly valueAt: number;
  /** What the lexicons take it for. */
  readonly known: "credit" | "caption" | "byline" | undefined;
}

/** Finds the lines of a story that may begin with a label, in order. Pure. */
export function labelOccurrences(lines: readonly LineToLabel[]): LabelOccurrence[] {
  const shapes = lines.map(({ text }) => readLabelShape(text));
  return lines.flatMap(({ text, isCredit }, at): LabelOccurrence[] => {
    const shape = shapes[at];
    const isBelowLabel = shapes[at - 1]?.value === "";
    if (shape === undefined) return isCredit && !isBelowLabel ? [creditOf(text, at)] : [];
    const kinds = labelKindsOf(shape.label);
    const known = (["caption", "credit", "byline"] as const).find((kind) => kinds.has(kind));
    // "Source:", "By:", "Read also:" say themselves what they are labels of.
    const isSettled = kinds.size > 0 && known !== "caption" && known !== "credit" && !hasComma(shape);
    if (kinds.has("related") || isSettled) return [];
    if (shape.value !== "") return [{ ...shape, at, valueAt: at, known }];
    const next = lines[at + 1];
    return next === undefined || shapes[at + 1] !== undefined
      ? []
      : [{ ...shape, value: next.text, at, valueAt: at + 1, known }];
  });
}

/** "REUTERS/Jane Doe". */
const creditOf = (value: string, at: number): LabelOccurrence => ({
  ...{ label: "", key: "", mark: "", value, at, valueAt: at },
  known: "credit",
});
