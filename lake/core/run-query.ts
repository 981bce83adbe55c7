import { evaluate, evaluateSync, toJS, type EvaluateOptions, type ExprNode } from "groq-js";
import type { DocumentSource, LakeDocument, View } from "./dataset.ts";
import { parseQuery, queryError, type Params } from "./groq.ts";
import { planQuery } from "./plan-query.ts";
import { nodesOf } from "./query-tree.ts";

/** Who asks, when, and where: what `identity()`, `now()` and `sanity::dataset()` say. */
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
 * @returns The result as JSON; `null` where the query gives nothing.
 * @throws {LakeError} 400 when the query cannot be parsed, lacks a parameter, or asks for what groq-js cannot do.
 */
export async function runQuery(
  source: DocumentSource,
  request: QueryRequest,
  context: QueryContext,
): Promise<unknown> {
  const tree = planQuery(parseQuery(request.query, request.params), source, request.view);
  if (!evaluatesOnlyAsync(tree)) return evaluateTree(tree, source, request, context);
  try {
    const value = await evaluate(tree, optionsFor(source, request.view, context));
    return (await value.get()) ?? null;
  } catch (error) {
    throw queryError(request.query, error);
  }
}

/** As {@link runQuery}, at once; for queries within a transaction. */
export function runQueryNow(source: DocumentSource, request: QueryRequest, context: QueryContext): unknown {
  return evaluateTree(
    planQuery(parseQuery(request.query, request.params), source, request.view),
    source,
    request,
    context,
  );
}

function evaluateTree(
  tree: ExprNode,
  source: DocumentSource,
  request: QueryRequest,
  context: QueryContext,
): unknown {
  try {
    return toJS(evaluateSync(tree, optionsFor(source, request.view, context))) ?? null;
  } catch (error) {
    throw queryError(request.query, error);
  }
}

/** The planned query holds its documents; what is left to look up are those that it dereferences. */
function optionsFor(source: DocumentSource, view: View, context: QueryContext): EvaluateOptions {
  const found = new Map<string, LakeDocument | undefined>();
  return {
    dataset: [],
    dereference({ _ref }) {
      if (!found.has(_ref)) found.set(_ref, source.select({ kind: "id", values: [_ref] }, view)[0]);
      return found.get(_ref);
    },
    identity: context.identity,
    timestamp: context.now,
    sanity: { projectId: context.projectId, dataset: context.dataset },
  };
}

/** groq-js has no synchronous form of `diff::changedAny` and `diff::changedOnly`. */
function evaluatesOnlyAsync(tree: ExprNode): boolean {
  for (const node of nodesOf(tree)) if (node.type === "FuncCall" && node.namespace === "diff") return true;
  return false;
}
