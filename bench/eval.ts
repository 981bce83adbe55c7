/**
 * Measures how well plain-text stories are read: each line's role and each field against the corpus in `test/corpus`.
 *
 * `npm run eval`; `npm run eval -- --worst 30` shows more of the stories that went wrong, of the half that rules may
 * be tuned on.
 */
import { parseArgs } from "node:util";
import { readCorpus } from "../test/corpus/read-corpus.ts";
import { renderScores } from "../test/corpus/render-scores.ts";
import { scoreStory } from "../test/corpus/score-story.ts";

const { values } = parseArgs({
  options: {
    worst: { type: "string", default: "10" },
    corpus: { type: "string" },
    language: { type: "string" },
    half: { type: "string" },
  },
});
const scores = readCorpus(values.corpus)
  .filter(({ gold }) => values.language === undefined || gold.language === values.language)
  .map(scoreStory);
for (const half of ["tune", "held-out"] as const) {
  if (values.half !== undefined && values.half !== half) continue;
  const own = scores.filter(({ story }) => story.half === half);
  console.log(renderScores(half, own, half === "tune" ? Number(values.worst) : 0));
  console.log("");
}
