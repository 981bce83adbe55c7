import { isDeepStrictEqual } from "node:util";
import { ClientError, type SanityClient } from "@sanity/client";
import { z } from "zod";
import type { Suite, SuiteTest } from "./suite.ts";

/** What came of a test, and why unless it passed. */
export interface TestResult {
  readonly test: SuiteTest;
  readonly kind: "passed" | "failed" | "not applicable";
  readonly because: string;
}

/** The lake that is asked. */
export interface SuiteTarget {
  /** A client for an empty dataset, one for each place in the suite. */
  client(place: number): SanityClient;
  /** Ends a lake that does not answer, and serves the same documents again. */
  restart(): Promise<void>;
}

/**
 * Puts a suite's documents into a lake and asks it each question through `@sanity/client`, one after the other.
 *
 * No test can hold up the rest: one without an answer in time has failed, and the lake is started again.
 *
 * @param deadlineMs Far more than any question of a suite takes, unless told.
 */
export async function* runSuite(
  { datasets, tests }: Suite,
  target: SuiteTarget,
  deadlineMs = 5_000,
): AsyncGenerator<TestResult> {
  for (const [place, dataset] of datasets.entries()) {
    const asked = tests.filter(({ dataset: { _ref } }) => _ref === dataset._id);
    const problem = await load(target.client(place), dataset.documents, dataset.url);
    for (const test of asked) {
      const because = test.version?.startsWith("0") ? `is about version ${test.version} of GROQ` : problem;
      yield because ? { test, kind: "not applicable", because } : await run(test, place, target, deadlineMs);
    }
  }
}

async function load(
  client: SanityClient,
  documents: readonly Readonly<Record<string, unknown>>[] | undefined,
  url: string,
): Promise<string | undefined> {
  if (!documents) return `needs the documents of ${url}, which are not in the suite`;
  try {
    if (documents.length > 0)
      await client.mutate(documents.map((document) => ({ create: withType(document) })));
    return undefined;
  } catch (error) {
    return `needs documents that the lake refuses: ${messageOf(error)}`;
  }
}

function withType(document: Readonly<Record<string, unknown>>): { _type: string } {
  return { ...document, _type: String(document["_type"]) };
}

async function run(
  test: SuiteTest,
  place: number,
  target: SuiteTarget,
  deadlineMs: number,
): Promise<TestResult> {
  const failed = (because: string): TestResult => ({ test, kind: "failed", because });
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), deadlineMs);
  try {
    const answer = target
      .client(place)
      .fetch<unknown>(test.query, test.params ?? {})
      .then((result) => ({ result }));
    const first = await Promise.race([answer, late.promise]);
    if (first === "late") {
      // It fails with the lake, and nobody waits for it any more.
      answer.catch(() => undefined);
      await target.restart();
      return failed(`no answer within ${deadlineMs / 1000} s`);
    }
    if (!test.valid) return failed(`is to be refused, and is answered with ${shortened(first.result)}`);
    return isAnswer(first.result, test)
      ? { test, kind: "passed", because: "" }
      : failed(`answers ${shortened(first.result)}, not ${shortened(test.result)}`);
  } catch (error) {
    const isRefusal = error instanceof ClientError;
    if (isRefusal && !test.valid) return { test, kind: "passed", because: "" };
    return failed(`is refused: ${messageOf(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

function isAnswer(result: unknown, { result: wanted, query }: SuiteTest): boolean {
  const isOrdered = /\border\s*\(/.test(query);
  const asksForRanks = JSON.stringify(wanted)?.includes('"_pos":') ?? false;
  const answer = asksForRanks ? withRanks(result) : result;
  return isDeepStrictEqual(comparable(answer, isOrdered), comparable(wanted, isOrdered));
}

/** Scores are any lake's own business: the suite has the rank of each instead, the best first. */
function withRanks(result: unknown): unknown {
  const scored = z.array(z.looseObject({ _score: z.number() })).safeParse(result).data;
  if (!scored) return result;
  const scores = [...new Set(scored.map(({ _score }) => _score))].toSorted((a, b) => b - a);
  return scored.map(({ _score, ...rest }) => ({ ...rest, _pos: scores.indexOf(_score) + 1 }));
}

/**
 * A result without what the suite leaves open: the fields that a lake adds to a document, and the order of documents in
 * a query that asks for none.
 */
function comparable(value: unknown, isOrdered: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item, isOrdered));
    return isOrdered ? items : items.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }
  // The last digit of a fraction depends on the order of the sums.
  if (typeof value === "number") return Number(value.toPrecision(14));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(
    ([name]) => !["_rev", "_createdAt", "_updatedAt"].includes(name),
  );
  return Object.fromEntries(
    members
      .map(([name, member]): [string, unknown] => [name, comparable(member, isOrdered)])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const sortKey = (value: unknown): string => JSON.stringify(value) ?? "";

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").slice(0, 300);
}

const shortened = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 150);
