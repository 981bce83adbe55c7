/**
 * Makes docs/reading.md anew: the rules, and how often each was right in the corpus.
 *
 * `npm run docs:reading`
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ruleTables } from "../importer/parse/text/rules/rule-tables.ts";
import { readCorpus } from "../test/corpus/read-corpus.ts";
import { ruleCounts } from "../test/corpus/rule-counts.ts";
import { scoreStory } from "../test/corpus/score-story.ts";
import { renderReading } from "./render-reading.ts";

const counts = ruleCounts(readCorpus().flatMap((story) => scoreStory(story).lines));
const measured = new Map(
  ruleTables
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => {
      const tally = counts.get(rule);
      if (tally === undefined) return [];
      return [[rule, `${Math.round((100 * tally.right) / tally.fired)} % of ${tally.fired}`]];
    }),
);
writeFileSync(fileURLToPath(new URL("reading.md", import.meta.url)), renderReading(measured));
