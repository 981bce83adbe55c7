import type { ExprNode } from "groq-js";
import { nodesOf } from "../parse/query-tree.ts";

type Of<Type extends ExprNode["type"]> = Extract<ExprNode, { type: Type }>;

/** `*[base] | score(…)[_score > 0]` */
interface Scored {
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
