import type { ExprNode } from "groq-js";
import { nodesOf } from "../parse/query-tree.ts";
import { unprojected } from "./project-last.ts";

type Of<Type extends ExprNode["type"]> = Extract<ExprNode, { type: Type }>;

/** `*[base] | score(…)[_score > 0]` */
export interface Scored {
  readonly pipe: Of<"PipeFuncCall">;
  readonly base: ExprNode;
  /** Holds for every document that gets a score. */
  readonly isScored: ExprNode;
}

/**
 * What `*[…] | score(…)[_score > 0]` asks of documents: without any of the conditions in its `score()` a document has none.
 * `undefined` for any other filter.
 */
export function scoredFilter({ base: pipe, expr }: Of<"Filter">): Scored | undefined {
  if (pipe.type === "Group") return scoredFilter({ type: "Filter", base: pipe.base, expr });
  if (pipe.type !== "PipeFuncCall" || pipe.name !== "score" || !asksForScore(expr)) return undefined;
  const { base } = pipe;
  if (base.type !== "Filter" || base.base.type !== "Everything") return undefined;
  const isScored = pipe.args
    .map(unboosted)
    .reduce((left, right): ExprNode => ({ type: "Or", left, right }), { type: "Value", value: false });
  return { pipe, base: base.expr, isScored };
}

/** The best of a {@link scoredFilter} that a chain behind it asks for. */
interface BestAsked {
  readonly filter: Of<"Filter">;
  readonly most: number;
}

/**
 * How many of the best `*[…] | score(…)[_score > 0]{…} | order(_score desc)[0...20]` asks for. `undefined` for a chain that
 * asks for others than the first in the order in which `score()` leaves them.
 */
export function bestAsked(node: Of<"Slice" | "AccessElement">): BestAsked | undefined {
  const most = endOf(node);
  const filter = most === undefined ? undefined : rankedFilter(node.base, undefined);
  return most !== undefined && filter ? { filter, most } : undefined;
}

function endOf(node: Of<"Slice" | "AccessElement">): number | undefined {
  if (node.type === "AccessElement") return node.index < 0 ? undefined : node.index + 1;
  if (node.left < 0 || node.right < 0) return undefined;
  return node.isInclusive ? node.right + 1 : node.right;
}

/** @param order The keys of an order that comes later. */
function rankedFilter(node: ExprNode, order: readonly ExprNode[] | undefined): Of<"Filter"> | undefined {
  switch (node.type) {
    case "Group":
      return rankedFilter(node.base, order);
    case "Filter":
      return order === undefined || isByScore(order) ? node : undefined;
    case "PipeFuncCall":
      return order === undefined && node.name === "order" ? rankedFilter(node.base, node.args) : undefined;
    case "Map": {
      const { expr } = node;
      if (expr.type !== "Projection" || expr.base.type !== "This" || expr.expr.type !== "Object")
        return undefined;
      const { attributes } = expr.expr;
      const keys = order?.flatMap((key) => unprojected(key, { attributes }) ?? []);
      return keys?.length === order?.length ? rankedFilter(node.base, keys) : undefined;
    }
    default:
      return undefined;
  }
}

/** What has the same score is in the order of `_id` anyway. */
function isByScore([score, ...more]: readonly ExprNode[]): boolean {
  const ids = more.map((key) => (key.type === "Asc" ? key.base : key));
  return (
    score?.type === "Desc" &&
    isScore(score.base) &&
    ids.every((key) => key.type === "AccessAttribute" && key.name === "_id" && !key.base)
  );
}

/** Whether a filter accepts nothing with a score of 0. */
function asksForScore(filter: ExprNode): boolean {
  switch (filter.type) {
    case "Group":
      return asksForScore(filter.base);
    case "And":
      return asksForScore(filter.left) || asksForScore(filter.right);
    case "OpCall":
      if (filter.op === ">") return isScore(filter.left) && isNumber(filter.right, (least) => least >= 0);
      if (filter.op === "<") return isScore(filter.right) && isNumber(filter.left, (least) => least >= 0);
      if (filter.op === ">=") return isScore(filter.left) && isNumber(filter.right, (least) => least > 0);
      return false;
    default:
      return false;
  }
}

const isScore = (node: ExprNode): boolean =>
  node.type === "AccessAttribute" && node.name === "_score" && node.base === undefined;

const isNumber = (node: ExprNode, accepts: (value: number) => boolean): boolean =>
  node.type === "Value" && typeof node.value === "number" && accepts(node.value);

/** What is boosted counts only if it counts without. */
function unboosted(condition: ExprNode): ExprNode {
  switch (condition.type) {
    case "Group":
      return unboosted(condition.base);
    case "And": {
      const [left, right] = [unboosted(condition.left), unboosted(condition.right)];
      // With an index of words, the other half is of no use: `boost(_type in […] && headline match …, 10)`.
      if (holdsMatch(left) !== holdsMatch(right)) return holdsMatch(left) ? left : right;
      return { ...condition, left, right };
    }
    case "Or":
      return { ...condition, left: unboosted(condition.left), right: unboosted(condition.right) };
    case "FuncCall": {
      const [boosted] = condition.args;
      return condition.namespace === "global" && condition.name === "boost" && boosted
        ? unboosted(boosted)
        : condition;
    }
    default:
      return condition;
  }
}

const holdsMatch = (condition: ExprNode): boolean =>
  nodesOf(condition).some((node) => node.type === "OpCall" && node.op === "match");
