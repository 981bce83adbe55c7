import { spawnSync } from "node:child_process";

/** Runs the laws of the importer, the fuzzing of the lake and the law of its queries in their long mode. Arguments go on to vitest. */
const { status } = spawnSync(
  "vitest",
  [
    "run",
    "--project",
    "node",
    "test/importer/laws",
    "test/lake/fuzz",
    "test/lake/query",
    ...process.argv.slice(2),
  ],
  { stdio: "inherit", env: { ...process.env, COPYDESK_TEST_LONG: "1" } },
);
process.exitCode = status ?? 1;
