import { evaluateSync, toJS, type ExprNode } from "groq-js";
import type { DocumentFilter } from "../core/change-feed.ts";
import type { LakeDocument } from "../core/dataset.ts";
import { parseQuery, type Params } from "./parse/parse-query.ts";
import { queryError } from "./parse/query-error.ts";
import { withOwnFunctions } from "./evaluate/own-functions.ts";
import { conditionOf } from "./plan/condition-of.ts";

/**
 * The filter of a listener's query. Projections, order and slices are ignored; joins see only the document itself
 * (sanity.io/docs/realtime-updates).
 *
 * @throws {LakeError} 400 when the query cannot be parsed or is not about `*`.
 */
export function listenerFilter(query: string, params: Params, identity: string): DocumentFilter {
  const filter = innermostFilter(parseQuery(query, params, "at-once"));
  if (!filter) throw queryError(query, new Error("Cannot listen: the query does not start from *"));
  if (filter.type === "Everything") return () => true;
  const where = filter.type === "Filter" ? filter.expr : filter;
  const { condition } = conditionOf(where, { hasLayers: false, reshaped: new Set() });
  // Most listeners want one document or one type: the ids and types in the filter rule out the rest at once.
  const mayMatch = (document: LakeDocument): boolean =>
    condition.kind === "id"
      ? condition.values.includes(document._id)
      : condition.kind === "type"
        ? condition.values.includes(document._type)
        : true;
  const tree = withOwnFunctions(filter);
  const accepts = (document: object): boolean => {
    const matches = toJS(evaluateSync(tree, { dataset: [document], identity }));
    return Array.isArray(matches) && matches.length > 0;
  };
  try {
    // What cannot be evaluated is refused now, not with every change from now on.
    accepts({});
  } catch (error) {
    throw queryError(query, error);
  }
  return (document) => mayMatch(document) && accepts(document);
}

/** `*`, or the filters directly on it. */
function innermostFilter(node: ExprNode): ExprNode | undefined {
  if (node.type === "Everything") return node;
  if (!("base" in node) || !node.base) return undefined;
  const inner = innermostFilter(node.base);
  return node.type === "Filter" && inner === node.base ? node : inner;
}
