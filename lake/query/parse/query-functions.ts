import type { SyntaxNode } from "groq-js";

/** A function of GROQ, what becomes of a call, and what its value depends on. */
export interface QueryFunction {
  /** With its namespace, unless that is `global`. */
  readonly name: string;
  /** The fewest and the most arguments. */
  readonly arity: readonly [number, number];
  /**
   * - `evaluated`: groq-js, or the lake in its place, gives its value.
   * - `alone`: groq-js gives its value, but not to a listener or a mutation: it has no synchronous form of it.
   * - `refused`: the lake can give no honest answer.
   */
  readonly fate: "evaluated" | "alone" | "refused";
  /**
   * - `arguments`: its value depends on nothing else.
   * - `time`: also on when the query is asked.
   * - `asker`: also on who asks, and of which dataset.
   * - `documents`: also on what is in the dataset.
   * - absent: also on where it stands, or it has no value by itself.
   */
  readonly reads?: "arguments" | "time" | "asker" | "documents";
  /** Where alone it may stand; anywhere unless told. */
  readonly place?: "pipe" | "score" | "match" | "diff";
  /** What to do instead of a refused call: the second half of a sentence. */
  readonly instead?: string;
}

type Arities = Readonly<Record<string, QueryFunction["arity"]>>;

const any = Number.POSITIVE_INFINITY;

const reading = (reads: NonNullable<QueryFunction["reads"]>, arities: Arities): readonly QueryFunction[] =>
  Object.entries(arities).map(([name, arity]) => ({ name, arity, fate: "evaluated", reads }));

const refused = (instead: string, arities: Arities): readonly QueryFunction[] =>
  Object.entries(arities).map(([name, arity]) => ({ name, arity, fate: "refused", instead }));

const onlyWebhooks = "only a webhook sees a document before and after a change; use diff:: for two values";

/**
 * Every function of the GROQ specification (sanity-io.github.io/GROQ) and of Sanity's reference (sanity.io/docs/groq-functions):
 * the one table of what the lake answers, and of what it knows about a function.
 */
export const queryFunctions: readonly QueryFunction[] = [
  ...reading("arguments", {
    ...{ coalesce: [0, any], count: [1, 1], dateTime: [1, 1], defined: [1, 1], geo: [1, 1] },
    ...{ length: [1, 1], lower: [1, 1], path: [1, 1], round: [1, 2], select: [0, any] },
    ...{ string: [1, 1], upper: [1, 1] },
    ...{ "array::compact": [1, 1], "array::intersects": [2, 2] },
    ...{ "array::join": [2, 2], "array::unique": [1, 1] },
    ...{ "geo::contains": [2, 2], "geo::distance": [2, 2], "geo::intersects": [2, 2], "geo::latLng": [2, 2] },
    ...{ "math::avg": [1, 1], "math::max": [1, 1], "math::min": [1, 1], "math::sum": [1, 1] },
    ...{ "pt::text": [1, 1] },
    ...{ "string::lower": [1, 1], "string::split": [2, 2] },
    ...{ "string::startsWith": [2, 2], "string::upper": [1, 1] },
  }),
  ...reading("time", { now: [0, 0], "dateTime::now": [0, 0] }),
  ...reading("asker", { identity: [0, 0], "sanity::dataset": [0, 0], "sanity::projectId": [0, 0] }),
  ...reading("documents", { "releases::all": [0, 0] }),
  { name: "references", arity: [1, any], fate: "evaluated" },
  { name: "sanity::partOfRelease", arity: [1, 1], fate: "evaluated" },
  { name: "sanity::versionOf", arity: [1, 1], fate: "evaluated" },
  { name: "order", arity: [1, any], fate: "evaluated", place: "pipe" },
  { name: "score", arity: [1, any], fate: "evaluated", place: "pipe" },
  { name: "boost", arity: [2, 2], fate: "evaluated", place: "score" },
  { name: "text::query", arity: [1, 1], fate: "evaluated", place: "match" },
  { name: "diff::changedAny", arity: [3, 3], fate: "alone" },
  { name: "diff::changedOnly", arity: [3, 3], fate: "alone" },
  { name: "anywhere", arity: [1, 1], fate: "evaluated", place: "diff" },
  ...refused(onlyWebhooks, {
    ...{ after: [0, 0], before: [0, 0], "delta::operation": [0, 0] },
    ...{ "delta::changedAny": [1, 1], "delta::changedOnly": [1, 1] },
  }),
  ...refused("the lake reaches no other dataset; use -> for a document of this one", {
    "documents::get": [1, 1],
  }),
  ...refused("the lake knows no references from other datasets; count those of this one by references()", {
    "documents::incomingGlobalDocumentReferenceCount": [0, 0],
    "documents::incomingRefCount": [0, any],
  }),
  ...refused("users of the lake have no attributes; identity() tells who asks", {
    "user::attributes": [0, 0],
  }),
  ...refused("the lake has no embeddings; search by words with match text::query()", {
    "text::semanticSimilarity": [1, 1],
  }),
  ...refused("the lake has no Media Library; keep what is said of a picture in a document", {
    "media::aspect": [2, 2],
  }),
  ...refused("groq-js knows no such function; pt::text() takes any value", { pt: [1, 1] }),
];

const known: ReadonlyMap<string, QueryFunction> = new Map(queryFunctions.map((each) => [each.name, each]));

/** What is known of a function, by its name in the table. */
export const functionNamed = (name: string): QueryFunction | undefined => known.get(name);

/** What is known of the function that a node calls; `undefined` for a node that is no call, or one of another function. */
export function calledFunction(node: SyntaxNode): QueryFunction | undefined {
  if (node.type !== "FuncCall") return undefined;
  return functionNamed(node.namespace === "global" ? node.name : `${node.namespace}::${node.name}`);
}
