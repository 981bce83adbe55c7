import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeResults } from "../../../bench/groq/judge-results.ts";
import { runSuite, type SuiteTarget, type TestResult } from "../../../bench/groq/run-suite.ts";
import { readSuite } from "../../../bench/groq/suite.ts";
import { lakeClient } from "../../../cli/lake-client.ts";
import { openLake, serveLake } from "../../../lake/index.ts";
import { projectFolder } from "../../support/source-files.ts";

const lines = readFileSync(join(projectFolder, "bench/groq/own-suite.ndjson"), "utf8");

function entry(test: object): string {
  return JSON.stringify({ _type: "test", valid: true, result: null, dataset: { _ref: "d" }, ...test });
}

const dataset = (more: object): string => JSON.stringify({ _type: "dataset", _id: "d", url: "own", ...more });

/** Results by test, as `kind: because`. */
async function run(
  suite: string,
  more: Partial<SuiteTarget> = {},
  deadlineMs?: number,
): Promise<Record<string, string>> {
  const read = readSuite(suite);
  const datasets = read.datasets.map((_, place) => `suite-${place}`);
  const server = await serveLake(openLake({ dataFolder: ":memory:", datasets }), { port: 0 });
  try {
    const client = (place: number) => lakeClient(server.url, datasets[place] ?? "", "any");
    const results: Record<string, string> = {};
    const target = { client, restart: () => Promise.reject(new Error("The lake did not answer")), ...more };
    for await (const { test, kind, because } of runSuite(read, target, deadlineMs)) {
      results[test._id] = because ? `${kind}: ${because}` : kind;
    }
    return results;
  } finally {
    await server.close();
  }
}

describe("runSuite()", () => {
  it("finds the lake to answer every question of Copydesk's own suite", async () => {
    const results = await run(lines);
    expect(Object.keys(results).length).toBeGreaterThan(140);
    expect(Object.entries(results).filter(([, result]) => result !== "passed")).toEqual([]);
  });

  it("tells what passes from what fails and from what cannot be asked", async () => {
    const documents = [
      { _id: "b", _type: "x", n: 1 },
      { _id: "a", _type: "x", n: 2 },
    ];
    const results = await run(
      [
        dataset({ documents }),
        entry({ _id: "any order", query: "*[defined(n)]{...}", result: documents }),
        entry({ _id: "an order", query: "*|order(n desc)._id", result: ["b", "a"] }),
        entry({
          _id: "ranks",
          query: "*|score(n == 2){_id,_score}",
          result: [
            { _id: "a", _pos: 1 },
            { _id: "b", _pos: 2 },
          ],
        }),
        entry({ _id: "params", query: "$a", params: { a: 1 }, result: 1 }),
        entry({ _id: "invalid", query: "*[", valid: false }),
        entry({ _id: "not invalid", query: "1", valid: false }),
        entry({ _id: "refused", query: "nope()", result: 1 }),
        entry({ _id: "old", query: "1", result: 2, version: "0.1" }),
        entry({ _id: "elsewhere", query: "1", dataset: { _ref: "far" } }),
        dataset({ _id: "far", url: "https://example.org" }),
      ].join("\n"),
    );
    expect(results).toEqual({
      "any order": "passed",
      "an order": 'failed: answers ["a","b"], not ["b","a"]',
      ranks: "passed",
      params: "passed",
      invalid: "passed",
      "not invalid": "failed: is to be refused, and is answered with 1",
      refused: expect.stringMatching(/^failed: is refused: .*nope\(\) is no function of GROQ/),
      old: "not applicable: is about version 0.1 of GROQ",
      elsewhere: "not applicable: needs the documents of https://example.org, which are not in the suite",
    });
  });

  it("goes on behind a question that is never answered", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : undefined;
    let restarts = 0;
    const results = await run(
      [dataset({ documents: [] }), entry({ _id: "one", query: "1" }), entry({ _id: "two", query: "1" })].join(
        "\n",
      ),
      {
        client: () => lakeClient(`http://127.0.0.1:${port}`, "production"),
        restart() {
          restarts += 1;
          silent.closeAllConnections();
          return Promise.resolve();
        },
      },
      50,
    );
    silent.close();
    expect(results).toEqual({
      one: "failed: no answer within 0.05 s",
      two: "failed: no answer within 0.05 s",
    });
    expect(restarts).toBe(2);
  });
});

describe("judgeResults()", () => {
  const result = (id: string, kind: TestResult["kind"], because = ""): TestResult => {
    const [test] = readSuite(entry({ _id: id, query: "1" })).tests;
    if (!test) throw new Error("BUG: no test");
    return { test, kind, because };
  };
  const known = [{ because: "so it is", tests: ["a", "b"] }];

  it("is content with failures that are known, and with those alone", () => {
    const { report, isAsKnown } = judgeResults(
      [
        result("a", "failed", "x"),
        result("b", "failed", "y"),
        result("c", "passed"),
        result("d", "not applicable", "old"),
      ],
      known,
    );
    expect(isAsKnown).toBe(true);
    expect(report.split("\n")).toEqual([
      "not applicable: 1, old",
      "known to fail: 2, so it is",
      "1 passed, 2 failed, 1 not applicable",
    ]);
  });

  it("reports a failure that is not known", () => {
    const { report, isAsKnown } = judgeResults([result("c", "failed", "why")], known);
    expect(isAsKnown).toBe(false);
    expect(report).toContain("failed: c: 1\n  why");
  });

  it("reports a known failure that passes", () => {
    const { report, isAsKnown } = judgeResults([result("a", "passed")], known);
    expect(isAsKnown).toBe(false);
    expect(report).toContain("passes, though bench/groq/known-failures.ts has it: a");
  });
});
