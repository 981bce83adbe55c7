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
  readonly known: "credit" | "caption" | "byline" | "source" | undefined;
}

/** Finds the lines of a story that may begin with a label, in order. Pure. */
export function labelOccurrences(lines: readonly LineToLabel[]): LabelOccurrence[] {
  const shapes = lines.map(({ text }) => readLabelShape(text));
  return lines.flatMap(({ text, isCredit }, at): LabelOccurrence[] => {
    const shape = shapes[at];
    const isBelowLabel = shapes[at - 1]?.value === "";
    if (shape === undefined) return isCredit && !isBelowLabel ? [creditOf(text, at)] : [];
    const known = knownKindOf(shape);
    if (known === "other") return [];
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

/** Before a comma, the word for source is that of a picture; "Published:", "Read also:" say what they are themselves. */
function knownKindOf(shape: LabelShape): LabelOccurrence["known"] | "other" {
  const kinds = labelKindsOf(shape.label);
  if (kinds.has("related")) return "other";
  const kind = (["caption", "credit", "byline", "source"] as const).find((each) => kinds.has(each));
  if (hasComma(shape)) return kind === "source" ? undefined : kind;
  return kind ?? (kinds.size > 0 ? "other" : undefined);
}
