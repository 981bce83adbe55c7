import { expect, test } from "vitest";
import { readFaults } from "../../cli/faults-flag.ts";

const mutation = { method: "POST", path: "/v2025-02-19/data/mutate/production" };

test("readFaults() makes the fault that it is told of, in mutations only", () => {
  const faults = readFaults('{"dropAnswer":1}');
  expect(faults(mutation)).toEqual({ kind: "drop-answer" });
  expect(faults({ method: "GET", path: "/v2025-02-19/data/query/production" })).toBeUndefined();
});

test("readFaults() limits mutations a second", () => {
  const faults = readFaults('{"mutationsPerSecond":1}');
  expect(faults(mutation)).toBeUndefined();
  expect(faults(mutation)).toMatchObject({ kind: "refuse", status: 429 });
});

test.each(["", "[]", '{"latency":2}', '{"rain":1}'])("readFaults() refuses %j", (json) => {
  expect(() => readFaults(json)).toThrow(/^It must be (?:valid JSON|a set of faults)/);
});
