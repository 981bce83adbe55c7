import type { OutletProfile } from "../../../schemas/index.ts";
import { shortDigestOf } from "../../digest.ts";
import type { OutletLine, OutletReading } from "../../parse/outlet-reading.ts";
import { labelOfLine } from "../shapes/label-of-line.ts";
import { shapeOfLine } from "../shapes/shape-of-line.ts";

/** A line is that much longer than its shape at most: there are no dates, times and numbers of more letters in a line. */
const longestDates = 80;

/** Longer lines are no label and its value. */
const longestLabelled = 200;

/**
 * The rules that follow from an outlet's profile; `undefined` if there are none. What an editor has taught goes before
 * what was learned, and of two lessons about one shape the later one counts. Pure.
 */
export function outletReadingOf({
  learned,
  taught = [],
}: Pick<OutletProfile, "learned" | "taught">): OutletReading | undefined {
  const lessons = taught
    .filter(({ state }) => state === "active")
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ shape, role }) => [shape, { role, habit: "taught", isUsual: true }] as const);
  const habits = learned.map(
    ({ shape, role, habit, stands, isUsual }) => [shape, { role, habit, stands, isUsual }] as const,
  );
  if (lessons.length + habits.length === 0) return undefined;
  const [said, seen] = [new Map(lessons), new Map(habits)];
  const rules = [...new Map<string, OutletLine>([...seen, ...said])].map(
    ([shape, { role, habit, stands = "", isUsual }]) => `${habit} ${role} ${stands} ${isUsual} ${shape}`,
  );
  const shapes = [...said.keys(), ...seen.keys()];
  const hasLabels = shapes.some((shape) => shape.endsWith("…"));
  const longest =
    Math.max(hasLabels ? longestLabelled : 0, ...shapes.map(({ length }) => length)) + longestDates;
  return {
    version: shortDigestOf(rules.toSorted().join("\n")),
    lineOf(text) {
      if (text.length > longest) return undefined;
      const shape = shapeOfLine(text);
      const label = hasLabels && text.length <= longestLabelled ? labelOfLine(text) : undefined;
      const byLabel = (known: ReadonlyMap<string, OutletLine>): OutletLine | undefined => {
        const found = label && known.get(label.shape);
        return found && { ...found, said: label.value };
      };
      // One author's name after a label may recur as often as the label does.
      return said.get(shape) ?? byLabel(said) ?? byLabel(seen) ?? seen.get(shape);
    },
  };
}
