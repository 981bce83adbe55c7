/**
 * Asks a lake the questions of a GROQ test suite, over HTTP and through `@sanity/client`, and prints how many answers
 * are right. Ends with exit code 1 when one is wrong that `bench/groq/known-failures.ts` does not explain, and when one
 * is right that it calls wrong.
 *
 * `npm run test:groq -- suite.ndjson`: the compiled suite; Copydesk's own unless told
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lakeClient } from "../cli/lake-client.ts";
import { judgeResults } from "./groq/judge-results.ts";
import { runSuite, type TestResult } from "./groq/run-suite.ts";
import { readSuite } from "./groq/suite.ts";
import { startLake } from "./start-lake.ts";

const [path = join(import.meta.dirname, "groq/own-suite.ndjson")] = process.argv.slice(2);
const suite = readSuite(await readFile(path, "utf8"));
const dataFolder = await mkdtemp(join(tmpdir(), "copydesk-groq-"));
const datasets = suite.datasets.map((_, place) => `suite-${place}`);
let lake = await startLake({ dataFolder, datasets });
const results: TestResult[] = [];
try {
  const target = {
    client: (place: number) => lakeClient(lake.url, datasets[place] ?? "", "any"),
    async restart() {
      await lake.kill();
      lake = await startLake({ dataFolder, datasets });
    },
  };
  for await (const result of runSuite(suite, target)) {
    results.push(result);
    if (results.length % 1_000 === 0) console.log(`${results.length} of ${suite.tests.length} questions`);
  }
} finally {
  await lake[Symbol.asyncDispose]();
  await rm(dataFolder, { recursive: true, force: true });
}
const { report, isAsKnown } = judgeResults(results);
console.log(report);
process.exitCode = isAsKnown ? 0 : 1;
