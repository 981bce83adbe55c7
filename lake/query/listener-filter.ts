import type { ExprNode } from "groq-js";
import type { DocumentFilter } from "../core/change-feed.ts";
import type { Condition, Interest, LakeDocument } from "../core/dataset.ts";
import { maxListenerMs } from "../core/limits.ts";
import { queryTookTooLong } from "../core/query-limits.ts";
import { evaluateTree } from "./evaluate/evaluate-tree.ts";
import { isLinear } from "./evaluate/is-linear.ts";
import { parseQuery, type Params } from "./parse/parse-query.ts";
import { evaluationError, queryError } from "./parse/query-error.ts";
import { withOwnFunctions } from "./evaluate/own-functions.ts";
import { conditionOf } from "./plan/condition-of.ts";
import { TookTooLong, withinTime } from "./within-time.ts";

/** What a listener wants, and in which documents it can be. */
export interface ListenerFilter {
  readonly accepts: DocumentFilter;
  /** Absent when any document may do. */
  readonly interest?: Interest;
  /**
   * Does what asks it about documents.
   *
   * @throws {LakeError} 400 when that takes longer than a listener may keep everybody waiting; nothing is sent then.
   */
  readonly inTime: <Result>(work: () => Result) => Result;
}

/**
 * The filter of a listener's query. Projections, order and slices are ignored; joins see only the document itself
 * (sanity.io/docs/realtime-updates).
 *
 * @throws {LakeError} 400 when the query cannot be parsed, or not in time, or is not about `*`.
 */
export function listenerFilter(query: string, params: Params, identity: string): ListenerFilter {
  return inTime(() => filterOf(query, params, identity));
}

function filterOf(query: string, params: Params, identity: string): ListenerFilter {
  const filter = innermostFilter(parseQuery(query, params, "at-once"));
  if (!filter) throw queryError(query, new Error("Cannot listen: the query does not start from *"));
  if (filter.type === "Everything") return { accepts: () => true, inTime: atOnce };
  const where = filter.type === "Filter" ? filter.expr : filter;
  const { condition, isExact } = conditionOf(where, { hasLayers: false, reshaped: new Set() });
  const interest = interestOf(condition);
  const tree = withOwnFunctions(filter);
  const wanted = new Set(interest?.values);
  // The ids and types in the filter rule out the rest at once.
  const mayMatch = ({ _id, _type }: LakeDocument): boolean =>
    interest === undefined || wanted.has(interest.kind === "ids" ? _id : _type);
  const evaluate = (document: object): boolean => {
    const found: unknown = evaluateTree(tree, { dataset: [document], identity }).data;
    return Array.isArray(found) && found.length > 0;
  };
  /** Each state of a document is asked about when it comes and when the next one takes its place. */
  const known = new WeakMap<LakeDocument, boolean>();
  const matches = (document: LakeDocument): boolean => {
    const answer = known.get(document) ?? evaluate(document);
    known.set(document, answer);
    return answer;
  };
  try {
    // What cannot be evaluated is refused now, not with every change from now on.
    evaluate({});
  } catch (error) {
    throw evaluationError(query, error);
  }
  const isSettled =
    isExact && filter.type === "Filter" && filter.base.type === "Everything" && isInterest(condition);
  return {
    accepts: isSettled ? mayMatch : (document) => mayMatch(document) && matches(document),
    ...(interest && { interest }),
    // To watch the time costs half a millisecond: more than most filters do.
    inTime: isSettled || isLinear(filter) ? atOnce : inTime,
  };
}

const atOnce = <Result>(work: () => Result): Result => work();

function inTime<Result>(work: () => Result): Result {
  try {
    return withinTime(maxListenerMs, work);
  } catch (error) {
    throw error instanceof TookTooLong ? queryTookTooLong(maxListenerMs) : error;
  }
}

/** Whether the condition says no more than which ids or types a document may have. */
const isInterest = (condition: Condition): boolean =>
  interestOf(condition) !== undefined &&
  (condition.kind === "or" ? condition.of.every(isInterest) : condition.kind !== "and");

/** What a document must be for the condition to hold, if that is one of some ids or types. */
function interestOf(condition: Condition): Interest | undefined {
  switch (condition.kind) {
    case "id":
      return { kind: "ids", values: condition.values };
    case "type":
      return { kind: "types", values: condition.values };
    case "and": {
      const all = condition.of.flatMap((each) => interestOf(each) ?? []);
      return all.find(({ kind }) => kind === "ids") ?? all[0];
    }
    case "or": {
      const all = condition.of.map(interestOf);
      const kind = all[0]?.kind;
      if (kind === undefined || all.some((each) => each?.kind !== kind)) return undefined;
      return { kind, values: all.flatMap((each) => each?.values ?? []) };
    }
    default:
      return undefined;
  }
}

/** `*`, or the filters directly on it. */
function innermostFilter(node: ExprNode): ExprNode | undefined {
  if (node.type === "Everything") return node;
  if (!("base" in node) || !node.base) return undefined;
  const inner = innermostFilter(node.base);
  return node.type === "Filter" && inner === node.base ? node : inner;
}
