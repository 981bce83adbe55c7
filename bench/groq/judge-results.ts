import { knownFailures, type KnownFailure } from "./known-failures.ts";
import type { TestResult } from "./run-suite.ts";

/**
 * Holds results against the failures that are known: what fails without a known reason is wrong, and so is a reason for
 * what does not fail. Only reasons for tests that ran count.
 */
export function judgeResults(
  results: readonly TestResult[],
  known: readonly KnownFailure[] = knownFailures,
): { readonly report: string; readonly isAsKnown: boolean } {
  const reasons = new Map(known.flatMap(({ because, tests }) => tests.map((id) => [id, because])));
  const of = (kind: TestResult["kind"]): readonly TestResult[] =>
    results.filter((each) => each.kind === kind);
  const unknown = of("failed").filter(({ test }) => !reasons.has(test._id));
  const outdated = of("passed").filter(({ test }) => reasons.has(test._id));
  const report = [
    ...countedBy(of("not applicable"), ({ because }) => because).map(
      ([n, why]) => `not applicable: ${n}, ${why}`,
    ),
    ...countedBy(of("failed"), ({ test }) => reasons.get(test._id)).map(
      ([n, why]) => `known to fail: ${n}, ${why}`,
    ),
    ...unknown.map(({ test, because }) => `failed: ${test._id}: ${test.query.trim()}\n  ${because}`),
    ...outdated.map(({ test }) => `passes, though bench/groq/known-failures.ts has it: ${test._id}`),
    `${of("passed").length} passed, ${of("failed").length} failed, ${of("not applicable").length} not applicable`,
  ];
  return { report: report.join("\n"), isAsKnown: unknown.length + outdated.length === 0 };
}

function countedBy(
  results: readonly TestResult[],
  reasonOf: (result: TestResult) => string | undefined,
): readonly (readonly [number, string])[] {
  const groups = Map.groupBy(results, reasonOf);
  return [...groups].flatMap(([reason, group]) =>
    reason === undefined ? [] : [[group.length, reason] as const],
  );
}
