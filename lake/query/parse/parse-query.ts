import { parse, type ExprNode } from "groq-js";
import { LakeError } from "../../core/lake-error.ts";
import { maxQueryDepth } from "../../core/limits.ts";
import { balanced, depthOf, nodesOf } from "./query-tree.ts";

export type Params = Readonly<Record<string, unknown>>;

/**
 * Parses a query and substitutes its parameters.
 *
 * @returns A tree of at most {@link maxQueryDepth} levels, that all who walk through it can go down.
 * @throws {LakeError} 400 `queryParseError`, which clients draw as a frame around the offending characters.
 */
export function parseQuery(query: string, params: Params): ExprNode {
  let tree: ExprNode;
  try {
    // groq-js takes a comment as unfinished unless a line break ends it.
    tree = parse(`${query}\n`, { params: { ...params } });
  } catch (error) {
    // groq-js parses by recursion.
    throw error instanceof RangeError ? tooDeep(query) : queryError(query, error);
  }
  if (depthOf(tree) > maxQueryDepth) throw tooDeep(query);
  for (const node of nodesOf(tree)) {
    if (node.type === "Parameter" && !Object.hasOwn(params, node.name)) {
      throw queryError(
        query,
        new Error(`param $${node.name} referenced, but not provided`),
        query.indexOf(`$${node.name}`),
      );
    }
  }
  return balanced(tree);
}

function tooDeep(query: string): LakeError {
  return queryError(query, new Error(`Cannot run query: it nests deeper than ${maxQueryDepth} levels`));
}

/** A refusal of a query in the form of @sanity/client src/http/errors (queryParseError). */
export function queryError(query: string, error: unknown, position?: number): LakeError {
  const message = error instanceof Error ? error.message : String(error);
  const found = error instanceof Error && "position" in error ? error.position : position;
  const start = typeof found === "number" ? Math.max(0, Math.min(found, query.length)) : 0;
  const end = Math.min(start + 1, query.length);
  return new LakeError(400, message, {
    error: { type: "queryParseError", description: message, query, start, end },
  });
}
