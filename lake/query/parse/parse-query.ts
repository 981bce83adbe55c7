import { parse, type ExprNode, type SyntaxNode } from "groq-js";
import { maxQueryDepth } from "../../core/limits.ts";
import {
  deepestPlace,
  findFault,
  findManifold,
  findUnreadable,
  tooDeep,
  type QueryFault,
} from "./find-fault.ts";
import { functionCalls } from "./function-calls.ts";
import { queryError } from "./query-error.ts";
import { tokensOf, type Place, type Token } from "./query-tokens.ts";
import { balanced, depthOf, nodesOf } from "./query-tree.ts";
import { readableQuery } from "./readable-query.ts";

export type Params = Readonly<Record<string, unknown>>;

/**
 * Parses a query and substitutes its parameters.
 *
 * Whatever could not be evaluated is refused here, also where no document would come along to be evaluated.
 *
 * @param use Listeners and mutations have to be answered at once, for which some functions are too slow.
 * @returns A tree of at most {@link maxQueryDepth} levels, that all who walk through it can go down.
 * @throws {LakeError} 400 `queryParseError`, which clients draw as a frame around the offending characters.
 */
export function parseQuery(query: string, params: Params, use: "alone" | "at-once" = "alone"): ExprNode {
  const tokens = tokensOf(query);
  const refuse = ({ because, ...place }: QueryFault): never => {
    throw queryError(query, new Error(because), place);
  };
  const unreadable = findUnreadable(tokens);
  if (unreadable) refuse(unreadable);
  const calls = functionCalls(tokens);
  const manifold = findManifold(tokens, calls);
  if (manifold) refuse(manifold);
  const readable = readableQuery(query, tokens, calls);
  let tree: ExprNode | undefined;
  let refusal: unknown;
  try {
    tree = parse(readable.text, { params: { ...params } });
  } catch (error) {
    // groq-js parses by recursion.
    if (error instanceof RangeError) throw queryError(query, new Error(tooDeep), deepestPlace(tokens));
    if (error instanceof Error && "position" in error && typeof error.position === "number") {
      // At the first thing that it cannot place, groq-js says that the query should have ended one character before.
      const isRest = error.message.endsWith(restMessage);
      const found = tokenAt(tokens, readable.placeOf(error.position + (isRest ? 1 : 0)));
      const message = error.message.replace(/ at position \d+/, "");
      const rest = found && isRest ? message.replace(restMessage, `Unexpected "${found.text}"`) : message;
      throw queryError(query, new Error(rest), found ?? { start: query.length, end: query.length });
    }
    refusal = error;
  }
  const fault = findFault(tokens, calls, params, use === "alone");
  if (fault) refuse(fault);
  if (tree && hasStrayTextQuery(tree)) {
    const call = calls.find(({ name }) => name === "text::query");
    throw queryError(
      query,
      new Error("Cannot run query: text::query() can only stand to the right of match"),
      call,
    );
  }
  // groq-js could read it, and does not say where the rest is wrong.
  if (!tree) throw queryError(query, refusal, onlyPlaceOf(tokens, refusal));
  if (depthOf(tree) > maxQueryDepth) throw queryError(query, new Error(tooDeep), deepestPlace(tokens));
  return balanced(tree);
}

/** Whether text::query() is a part of what a match asks for, or anything but all of it. */
function hasStrayTextQuery(tree: ExprNode): boolean {
  const asked = new Set<SyntaxNode>();
  for (const node of nodesOf(tree)) {
    if (node.type === "OpCall" && node.op === "match") asked.add(withoutGroup(node.right));
    const isTextQuery = node.type === "FuncCall" && node.namespace === "text" && node.name === "query";
    if (isTextQuery && !asked.has(node)) return true;
  }
  return false;
}

function withoutGroup(node: ExprNode): ExprNode {
  return node.type === "Group" ? withoutGroup(node.base) : node;
}

/** The place of the word that an error names, if it stands only once. */
function onlyPlaceOf(tokens: readonly Token[], error: unknown): Place | undefined {
  const word = error instanceof Error ? /^unexpected (\S+)$/.exec(error.message)?.[1] : undefined;
  const [only, ...others] = tokens.filter(({ text }) => text === word);
  return others.length === 0 ? only : undefined;
}

const restMessage = "Unexpected end of query";

/** What stands at a position, or next behind it. */
function tokenAt(tokens: readonly Token[], position: number): Token | undefined {
  return tokens.find(({ end }) => end > position);
}
