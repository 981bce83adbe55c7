/**
 * Measures how well plain-text stories are read: each line's role and each field against the corpus in `test/corpus`;
 * the lines of the same stories after other ways to flatten their pages; the stories of invented outlets; and what each
 * rule did.
 *
 * `npm run eval`; `npm run eval -- --worst 30` shows more of the stories that went wrong, of the half that rules may
 * be tuned on, and `--show w3m` those of a flattening or of an outlet. `--half tune` leaves the other half out,
 * `--language sw` other languages.
 */
import { parseArgs } from "node:util";
import { halfScores } from "../test/corpus/half-scores.ts";
import { renderHalf } from "../test/corpus/render-half.ts";
import { renderWorst } from "../test/corpus/render-scores.ts";
import { renderCalibration, renderRules } from "../test/corpus/render-rules.ts";

const { values } = parseArgs({
  options: {
    worst: { type: "string", default: "10" },
    language: { type: "string" },
    half: { type: "string" },
    show: { type: "string" },
  },
});
const halves = (["tune", "held-out"] as const)
  .filter((half) => values.half === undefined || values.half === half)
  .map((half) => halfScores(half, values.language));
const worst = Number(values.worst);
for (const scores of halves) {
  console.log(`${renderHalf(scores, worst)}\n`);
  if (scores.half !== "tune") continue;
  for (const [name, own] of [...scores.flattened, ...scores.learned])
    if (name === values.show) console.log(`${renderWorst(`worst of ${name}`, own, worst)}\n`);
}
const [tune = [], heldOut = []] = ["tune", "held-out"].map((half) =>
  halves
    .filter((scores) => scores.half === half)
    .flatMap(({ stories }) => stories.flatMap(({ lines }) => lines)),
);
console.log(renderRules({ tune, heldOut }));
console.log(`\n${renderCalibration({ tune, heldOut })}`);
