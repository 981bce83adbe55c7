import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

test.each([
  ["--help", /start[\s\S]*parse[\s\S]*import[\s\S]*Exit codes/],
  ["start --help", /--port[\s\S]*--data[\s\S]*--no-import[\s\S]*--open/],
  ["parse --help", /--flat/],
  ["import --help", /--dry-run[\s\S]*--plan[\s\S]*--publish[\s\S]*--json[\s\S]*--token/],
])("copydesk %s explains itself on standard output and ends with 0", async (line, text) => {
  const { code, stdout, stderr } = await runCli(line.split(" "));
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(text);
});

test.each([
  ["", /Usage/],
  ["publish", /'publish'/],
  ["import", /--retry/],
  ["parse --shiny seeds", /'--shiny'/],
  ["start --port eighty", /whole number from 0 to 65535/],
  ["start --port 70000", /whole number from 0 to 65535/],
  ["import --concurrency 0 seeds", /whole number from 1 to 256/],
  ["import --project abc123 seeds", /SANITY_DATASET/],
  ["import --project abc123 --dataset production seeds", /SANITY_TOKEN/],
  ["import --api localhost:3333 seeds", /http:\/\/127\.0\.0\.1:3333/],
])("copydesk %s is wrong usage: it ends with 2 and says what to do", async (line, hint) => {
  const { code, stdout, stderr } = await runCli(line.split(" ").filter(Boolean));
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(hint);
  expect(stderr).not.toMatch(/ at .*:\d+/);
});
