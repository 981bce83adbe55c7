import { evaluateSync, toJS, type EvaluateOptions, type ExprNode, type SyntaxNode } from "groq-js";
import type { Condition, DocumentSource, LakeDocument, View } from "./dataset.ts";
import { conditionOf } from "./query-conditions.ts";
import { fieldsOf } from "./query-fields.ts";
import { constantOf, nodesOf, rewrite } from "./query-tree.ts";
import { matchesText, parsePatterns, parseTextQuery, type TextQuery } from "./text-search.ts";

/** A query that holds its documents, and the look-ups that it makes while groq-js evaluates it. */
export interface QueryPlan {
  readonly tree: ExprNode;
  readonly options: Required<Pick<EvaluateOptions, "dataset" | "dereference">>;
}

/** Starts the id of a question about text. No document has such an id. */
const textQuestion = "\0text ";

/**
 * Prepares a parsed query for groq-js, which knows neither indexes nor text search.
 *
 * - Every `*` becomes the documents that its filter cannot rule out by an index. The filter stays, so the result is the
 *   same as over the whole view; a `*` inside a projection or another filter is planned on its own.
 * - A query that looks at a few fields only may get documents with nothing but those.
 * - `x match text::query(…)`, and `match` on whole documents, become a question that the lake answers document by
 *   document. The one place where groq-js asks its host something while it evaluates is a dereference, so the question
 *   is put as one.
 */
export function planQuery(query: ExprNode, source: DocumentSource, view: View): QueryPlan {
  const known = new Map<string, LakeDocument>();
  const texts: { readonly of: ExprNode; readonly query: TextQuery }[] = [];

  const fields = fieldsOf(query);

  const documents = (condition: Condition): ExprNode => {
    const value = source.select(condition, view, fields);
    for (const document of value) known.set(document._id, document);
    return { type: "Value", value };
  };
  const find = (id: string): LakeDocument | undefined => {
    const document = known.get(id) ?? source.select({ kind: "id", values: [id] }, view)[0];
    if (document) known.set(id, document);
    return document;
  };

  const plan = (node: SyntaxNode): ExprNode | undefined => {
    if (node.type === "Everything") return documents({ kind: "everything" });
    if (node.type === "Filter" && node.base.type === "Everything") {
      return { ...node, base: documents(conditionOf(node.expr)), expr: rewrite(node.expr, plan) };
    }
    if (node.type === "FuncCall" && node.namespace === "releases" && node.name === "all") {
      return documents({ kind: "type", values: ["system.release"] });
    }
    if (node.type !== "OpCall" || node.op !== "match") return undefined;
    const text = textQueryOf(node.left, node.right);
    if (!text) return undefined;
    if (text.everything) return { type: "Value", value: true };
    texts.push({ of: rewrite(node.left, plan), query: text });
    return questionNode(texts.length - 1);
  };

  const options: QueryPlan["options"] = {
    // Every `*` holds its documents already; groq-js only wants to see that there is a dataset.
    dataset: [],
    dereference({ _ref }) {
      if (!_ref.startsWith(textQuestion)) return find(_ref);
      const [index, id = ""] = _ref.slice(textQuestion.length).split(" ");
      const text = texts[Number(index)];
      const document = find(id);
      if (!text || !document) return undefined;
      const value = toJS(evaluateSync(text.of, { ...options, root: document }));
      return { matches: matchesText(value, text.query) };
    },
  };
  return { tree: rewrite(query, plan), options };
}

/** `{"_ref": "<question> " + _id}->matches` */
function questionNode(index: number): ExprNode {
  const prefix: ExprNode = { type: "Value", value: `${textQuestion}${index} ` };
  const value: ExprNode = {
    type: "OpCall",
    op: "+",
    left: prefix,
    right: { type: "AccessAttribute", name: "_id" },
  };
  const reference: ExprNode = {
    type: "Object",
    attributes: [{ type: "ObjectAttributeValue", name: "_ref", value }],
  };
  return { type: "AccessAttribute", name: "matches", base: { type: "Deref", base: reference } };
}

/** What groq-js cannot match by itself: `undefined` for a plain `match` on plain fields. */
function textQueryOf(left: ExprNode, right: ExprNode): TextQuery | undefined {
  if (right.type === "FuncCall" && right.namespace === "text" && right.name === "query") {
    const query = right.args[0] && constantOf(right.args[0]);
    return parseTextQuery(typeof query === "string" ? query : "");
  }
  const patterns = constantOf(right);
  if (patterns === undefined || !nodesOf(left).some(({ type }) => type === "This")) return undefined;
  return parsePatterns([patterns].flat().filter((pattern) => typeof pattern === "string"));
}
