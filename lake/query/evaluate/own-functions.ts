import type { ExprNode, SyntaxNode } from "groq-js";
import { geoFunctions } from "./geo/geo-functions.ts";
import { hostCall } from "./host-call.ts";
import { LinearPath } from "./linear-path.ts";
import { matchScore, matchWords } from "./match-words.ts";
import { holding, nodesOf, rewrite } from "../parse/query-tree.ts";
import { isRecord } from "../../core/dataset.ts";
import { referencesIn } from "../../core/references.ts";
import { matchesText, textScore } from "./text-search.ts";
import { parseTextQuery, type TextQuery } from "../../text/text-query.ts";

type FuncCall = Extract<ExprNode, { type: "FuncCall" }>;

/**
 * A query that asks the lake where groq-js would answer otherwise than the lake does:
 *
 * - `match`, of which there is one meaning: {@link matchWords}, and {@link matchesText} for `text::query(…)`;
 * - `path()`, in linear time;
 * - `geo::`, which groq-js parses and does not evaluate;
 * - `array::unique()`, where groq-js takes no two nulls for the same;
 * - `path("a.b") in path("a.*")`, which groq-js only knows of texts;
 * - `references()`, which finds every reference in a document, also one within another;
 * - `<`, `order()` and their like, which compare texts by code point, as the specification has it
 *   (sanity-io.github.io/GROQ, "Partial comparison"), and as SQLite does.
 */
export function withOwnFunctions(query: ExprNode): ExprNode {
  return rewrite(query, ownNode, holdsOwn);
}

const holdsOwn = holding((node) => ownNode(node) !== undefined);

function ownNode(node: SyntaxNode): ExprNode | undefined {
  switch (node.type) {
    case "OpCall":
      if (node.op === "match") return ownMatch(node.left, node.right);
      if (node.op === "in" && isPath(node.left) && isPath(node.right)) return ownPathInPath(node);
      return comparisons.has(node.op) ? ownComparison(node) : undefined;
    case "InRange": {
      const [base, left, right] = [node.base, node.left, node.right].map(orderedByCodePoint);
      return base && left && right && { ...node, base, left, right };
    }
    case "FuncCall":
      if (node.namespace === "geo") {
        const answer = geoFunctions[node.name];
        return answer && hostCall(answer, ...node.args.map(withOwnFunctions));
      }
      if (node.namespace === "array" && node.name === "unique") {
        return hostCall(withOneNull, { ...node, args: node.args.map(withOwnFunctions) });
      }
      if (node.namespace !== "global") return undefined;
      if (node.name === "path") return hostCall(pathOf, ...node.args.map(withOwnFunctions));
      if (node.name !== "references") return undefined;
      return hostCall(holdsReference, { type: "This" }, ...node.args.map(withOwnFunctions));
    case "PipeFuncCall": {
      if (node.name !== "order" && node.name !== "score") return undefined;
      const base = withOwnFunctions(node.base);
      if (node.name === "order") return { ...node, base, args: node.args.map(ownOrder) };
      return {
        ...node,
        base: isScored(node.base) ? base : hostCall(unscored, base),
        args: node.args.map(ownScore),
      };
    }
    default:
      return undefined;
  }
}

function pathOf(pattern: unknown): LinearPath | null {
  return typeof pattern === "string" ? new LinearPath(pattern) : null;
}

function isPath(node: ExprNode): node is FuncCall {
  return node.type === "FuncCall" && node.namespace === "global" && node.name === "path";
}

function ownPathInPath(node: Extract<ExprNode, { type: "OpCall" }>): ExprNode {
  const [text = node.left] = isPath(node.left) ? node.left.args : [];
  return { ...node, left: withOwnFunctions(text), right: withOwnFunctions(node.right) };
}

function withOneNull(values: unknown): unknown {
  if (!Array.isArray(values)) return values;
  const first = values.indexOf(null);
  return values.filter((value, index) => value !== null || index === first);
}

function holdsReference(holder: unknown, ...targets: readonly unknown[]): boolean {
  const wanted = new Set(targets.flat());
  return referencesIn(holder).some(({ target }) => wanted.has(target));
}

function ownMatch(left: ExprNode, right: ExprNode): ExprNode {
  return askedOfText(left, right, matchWords, matchesText);
}

/** A node for what one of two functions says about a text: about patterns, or about a `text::query(…)`. */
function askedOfText(
  left: ExprNode,
  right: ExprNode,
  ofPatterns: (text: unknown, patterns: unknown) => unknown,
  ofQuery: (text: unknown, query: TextQuery) => unknown,
): ExprNode {
  const text = withOwnFunctions(left);
  const asked = askedText(right);
  if (!asked) return hostCall(ofPatterns, text, withOwnFunctions(right));
  const parse = remembered(parseTextQuery);
  return hostCall(
    (value, query) => ofQuery(value, parse(typeof query === "string" ? query : "")),
    text,
    withOwnFunctions(asked),
  );
}

/** The argument of `text::query(…)` at the right side of a `match`. */
export function askedText(node: ExprNode): ExprNode | undefined {
  if (node.type === "Group") return askedText(node.base);
  const isAsked = node.type === "FuncCall" && node.namespace === "text" && node.name === "query";
  return isAsked ? node.args[0] : undefined;
}

/** Remembers the last answer: a query asks the same of every document. */
function remembered<Answer>(work: (question: string) => Answer): (question: string) => Answer {
  let last: { readonly question: string; readonly answer: Answer } | undefined;
  return (question) => {
    if (last?.question !== question) last = { question, answer: work(question) };
    return last.answer;
  };
}

/** `score()` adds up conditions; only a `match` in it counts for more or for less. */
function ownScore(condition: ExprNode): ExprNode {
  if (condition.type === "Group") return ownScore(condition.base);
  if (condition.type === "And" || condition.type === "Or") {
    return { ...condition, left: ownScore(condition.left), right: ownScore(condition.right) };
  }
  if (condition.type === "FuncCall" && condition.name === "boost") {
    const [boosted, ...by] = condition.args;
    return { ...condition, args: [...(boosted ? [ownScore(boosted)] : []), ...by.map(withOwnFunctions)] };
  }
  if (condition.type !== "OpCall" || condition.op !== "match") return withOwnFunctions(condition);
  let score = 0;
  const isFound = (found: number): boolean => {
    score = found;
    return found > 0;
  };
  const found = askedOfText(
    condition.left,
    condition.right,
    (text, patterns) => isFound(matchScore(text, patterns)),
    (text, query) => isFound(textScore(text, query)),
  );
  // A condition that holds counts for one.
  const more = hostCall(() => score - 1);
  return { type: "FuncCall", namespace: "global", name: "boost", args: [found, more] };
}

/** One score is added to another. */
function isScored(node: ExprNode): boolean {
  return nodesOf(node).some((each) => each.type === "PipeFuncCall" && each.name === "score");
}

/** What is not scored yet has no score, whatever its fields say. */
function unscored(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (!isRecord(item) || !("_score" in item)) return item;
    const { _score, ...others } = item;
    return others;
  });
}

const comparisons: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

function ownComparison(node: Extract<ExprNode, { type: "OpCall" }>): ExprNode {
  // Beside a plain text or a number, both orders are the same.
  const isPlain = [node.left, node.right].some(
    (side) => side.type === "Value" && (typeof side.value !== "string" || !differs.test(side.value)),
  );
  const side = isPlain ? withOwnFunctions : orderedByCodePoint;
  return { ...node, left: side(node.left), right: side(node.right) };
}

function ownOrder(key: ExprNode): ExprNode {
  if (key.type === "Asc" || key.type === "Desc") return { ...key, base: orderedByCodePoint(key.base) };
  return orderedByCodePoint(key);
}

const orderedByCodePoint = (node: ExprNode): ExprNode => hostCall(keyOf, withOwnFunctions(node));

/** Characters that code units put into another order than code points do. */
const differs = /[\ud800-\uffff]/;

/** A value that JavaScript compares as the code points of this one compare. */
function keyOf(value: unknown): unknown {
  if (typeof value !== "string" || !differs.test(value)) return value;
  // Surrogates stand for the highest code points and have to come last.
  return value.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code >= 0xe000 ? code - 0x800 : code + 0x2000);
  });
}
