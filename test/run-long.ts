import { spawnSync } from "node:child_process";

/** Runs the laws in their long mode: see test/importer/laws/support/law-cases.ts. Arguments go on to vitest. */
const { status } = spawnSync(
  "vitest",
  ["run", "--project", "node", "test/importer/laws", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, COPYDESK_TEST_LONG: "1" } },
);
process.exitCode = status ?? 1;
