import { evaluate, toJS, type EvaluateOptions, type ExprNode } from "groq-js";
import type { DocumentSource, View } from "../core/dataset.ts";
import type { Dependency } from "../core/sync-tags.ts";
import { dependenciesOf } from "./dependencies.ts";
import { evaluateTree } from "./evaluate/evaluate-tree.ts";
import type { Params } from "./parse/parse-query.ts";
import { calledFunction } from "./parse/query-functions.ts";
import { rememberedQuery } from "./parse/remembered-query.ts";
import { evaluationError } from "./parse/query-error.ts";
import { planQuery, type QueryPlan } from "./plan/plan-query.ts";
import { holding } from "./parse/query-tree.ts";

/** Who asks, when, and where: the results of `identity()`, `now()` and `sanity::dataset()`. */
export interface QueryContext {
  readonly identity: string;
  readonly now: Date;
  readonly projectId: string;
  readonly dataset: string;
}

export interface QueryRequest {
  readonly query: string;
  readonly params: Params;
  readonly view: View;
}

/**
 * Evaluates a GROQ query over a view of the documents.
 *
 * The whole query sees one state of the dataset. groq-js only gets documents that no index could rule out.
 *
 * @returns The result as JSON; `null` if the query has none.
 * @throws {LakeError} 400 when the query cannot be parsed, lacks a parameter, or asks for what groq-js cannot do.
 */
export async function runQuery(
  source: DocumentSource,
  request: QueryRequest,
  context: QueryContext,
): Promise<unknown> {
  return beginQuery(source, request, context).result;
}

/** A query that was begun. */
export interface BegunQuery {
  /** The result, or a promise of what cannot be had in any other way. */
  readonly result: unknown;
  /** What the result depends on, once it is there. */
  readonly dependencies: () => readonly Dependency[];
}

/** Like {@link runQuery}, but gives what it has at once. */
export function beginQuery(source: DocumentSource, request: QueryRequest, context: QueryContext): BegunQuery {
  const { query, tree, options, followed } = prepare(source, request, context, "alone");
  const result = evaluatesOnlyAsync(tree)
    ? evaluateSlowly(tree, options, request)
    : evaluateNow(tree, options, request);
  return { result, dependencies: () => dependenciesOf(query, followed) };
}

async function evaluateSlowly(
  tree: ExprNode,
  options: EvaluateOptions,
  { query }: QueryRequest,
): Promise<unknown> {
  try {
    const value = await evaluate(tree, options);
    return (await value.get()) ?? null;
  } catch (error) {
    throw evaluationError(query, error);
  }
}

/** Like {@link runQuery}, but synchronous; for queries within a transaction. */
export function runQueryNow(source: DocumentSource, request: QueryRequest, context: QueryContext): unknown {
  const { tree, options } = prepare(source, request, context, "at-once");
  return evaluateNow(tree, options, request);
}

function prepare(
  source: DocumentSource,
  { query, params, view }: QueryRequest,
  context: QueryContext,
  use: "alone" | "at-once",
): QueryPlan & { readonly query: ExprNode } {
  const { identity, now: timestamp, projectId, dataset } = context;
  const sanity = { projectId, dataset };
  const parsed = rememberedQuery(query, params, use);
  return { query: parsed, ...planQuery(parsed, source, view, { identity, timestamp, sanity }) };
}

function evaluateNow(tree: ExprNode, options: EvaluateOptions, { query }: QueryRequest): unknown {
  try {
    return toJS(evaluateTree(tree, options)) ?? null;
  } catch (error) {
    throw evaluationError(query, error);
  }
}

/** Whether there is no synchronous form of a function that a query calls. */
const evaluatesOnlyAsync = holding((node) => calledFunction(node)?.fate === "alone");
