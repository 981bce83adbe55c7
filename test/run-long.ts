import { spawnSync } from "node:child_process";

/** Runs the laws of the importer and the fuzzing of the lake in their long mode. Arguments go on to vitest. */
const { status } = spawnSync(
  "vitest",
  ["run", "--project", "node", "test/importer/laws", "test/lake/fuzz", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, COPYDESK_TEST_LONG: "1" } },
);
process.exitCode = status ?? 1;
