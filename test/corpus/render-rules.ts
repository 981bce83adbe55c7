import { ruleTables } from "../../importer/parse/text/rules/rule-tables.ts";
import { percent, row } from "./render-row.ts";
import { calibration, ruleCounts, type Tally } from "./rule-counts.ts";
import type { JudgedLine } from "./score-story.ts";

/** Lines of both halves: those that rules are tuned on, and those that are only counted. */
export interface Halves {
  readonly tune: readonly JudgedLine[];
  readonly heldOut: readonly JudgedLine[];
}

/** Renders how often each row of the rules' tables fired, and how often it was right. */
export function renderRules({ tune, heldOut }: Halves): string {
  const [first, second] = [ruleCounts(tune), ruleCounts(heldOut)];
  const cells = (tally: Tally | undefined): [number | string, number | string] =>
    tally === undefined ? ["", ""] : [tally.fired, percent(tally.right / tally.fired)];
  const name = 62;
  const of = (counts: ReadonlyMap<object | undefined, Tally>, rule: object): Tally | undefined =>
    counts.get(rule);
  return ruleTables
    .flatMap(({ title, rules }) => [
      "",
      row(title.padEnd(name), "says", "tune", "right", "held-out", "right"),
      ...rules.map((rule, place) =>
        row(
          `${String(place + 1).padStart(3)} ${rule.name} (${rule.roles.join(", ")})`.padEnd(name),
          rule.confidence.toFixed(2),
          ...cells(of(first, rule)),
          ...cells(of(second, rule)),
        ),
      ),
    ])
    .concat("", ...renderUnclaimed(tune, heldOut))
    .join("\n");
}

/** Lines that no row claimed, if there are any. */
function renderUnclaimed(...halves: readonly (readonly JudgedLine[])[]): string[] {
  const [tune = 0, heldOut = 0] = halves.map(
    (lines) => lines.filter(({ claim }) => claim.row === undefined).length,
  );
  return tune + heldOut === 0 ? [] : [`  by no row of a table: ${tune} tune, ${heldOut} held-out`];
}

/** Renders whether confidence means what it says, in bins of a tenth. */
export function renderCalibration({ tune, heldOut }: Halves): string {
  const second = calibration(heldOut);
  const cells = (said: number, { fired, right }: Tally): (string | number)[] =>
    fired === 0 ? ["", "", 0] : [percent(said), percent(right / fired), fired];
  return [
    "Confidence",
    row("from", "tune says", "is right", "lines", "held-out", "is right", "lines"),
    ...calibration(tune).map(({ from, said, tally }, bin) =>
      row(
        `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
        ...cells(said, tally),
        ...(second[bin] === undefined ? [] : cells(second[bin].said, second[bin].tally)),
      ),
    ),
  ].join("\n");
}
