import { expect, test } from "vitest";
import { sourceFiles } from "../../../support/source-files.ts";

const home = /^importer\/parse\/(?:time|phrases\/dates)\//;
const parse = sourceFiles("importer").filter(({ path }) => path.startsWith("importer/parse/"));
const others = parse.filter(({ path }) => !home.test(path));

/** What only the home of times may do, each with what would go wrong elsewhere. */
const forbidden: readonly (readonly [name: string, pattern: RegExp, because: string])[] = [
  [
    "takes a text to JavaScript's own reader of dates",
    /\bDate\.parse\(|\bnew Date\(/,
    "it reads a time without a zone in the zone of the machine, and a day as midnight in Greenwich",
  ],
  ["counts days by hand", /\bDate\.UTC\(|\bsetUTC\w+\(/, "a day that there is not becomes another one"],
  [
    "puts an ISO time together",
    /\.toISOString\(|T\$\{|\}T|T00:00|\}Z`|\+\s*"Z"/,
    "a zone is then stated that nobody has printed",
  ],
  ["knows zones", /timeZone|["'`](?:GMT|UTC|CET|EST)["'`]/, "two lists of zones soon disagree"],
];

test.each(forbidden)("no other room of the parser %s", (_, pattern, because) => {
  expect(others.length).toBeGreaterThan(100);
  const offenders = others.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(offenders, because).toEqual([]);
});

test("the rules see what they forbid where it is allowed", () => {
  const own = parse.filter(({ path }) => home.test(path));
  for (const [name, pattern] of forbidden)
    expect(
      own.some(({ text }) => pattern.test(text)),
      name,
    ).toBe(true);
});

test("what a story is published at is decided in one file", () => {
  const deciding = sourceFiles("importer").filter(({ text }) => text.includes('"time-without-zone"'));
  expect(deciding.map(({ path }) => path)).toEqual(["importer/parse/time/to-publication-time.ts"]);
});
