import type { EvaluateOptions, ExprNode, SyntaxNode } from "groq-js";
import {
  isRecord,
  type AskedWords,
  type Condition,
  type DocumentKey,
  type DocumentSource,
  type LakeDocument,
  type Page,
  type View,
} from "../../core/dataset.ts";
import { evaluateTree } from "../evaluate/evaluate-tree.ts";
import { hostCall, hostCallWithin } from "../evaluate/host-call.ts";
import { isClosed } from "../parse/is-closed.ts";
import { withOwnFunctions } from "../evaluate/own-functions.ts";
import { askedDocuments, type AskedDocuments } from "./asked-documents.ts";
import { bothOf, conditionOf, isAnyText } from "./condition-of.ts";
import { followedReferences } from "./followed-references.ts";
import { fieldsOfKey, keyOf } from "./key-of.ts";
import { groupedCounts } from "./grouped-counts.ts";
import { outerValues } from "./outer-values.ts";
import { fieldOfDocuments, projectLast } from "./project-last.ts";
import { fieldsOf } from "./query-fields.ts";
import { holding, rewrite } from "../parse/query-tree.ts";
import { bestScored } from "./best-scored.ts";
import { scoreTiers } from "./score-tiers.ts";
import { bestAsked, scoredFilter, type Scored } from "./scored-filter.ts";

/** A query that holds its documents, and all that groq-js needs to know while it evaluates it. */
export interface QueryPlan {
  readonly tree: ExprNode;
  readonly options: EvaluateOptions;
  /** The ids behind the references that were followed, once the query has been evaluated. */
  readonly followed: ReadonlySet<string>;
}

/**
 * Prepares a parsed query for groq-js, which knows no indexes.
 *
 * - Every `*` becomes the documents that its filter cannot rule out by an index. The filter stays, so the result is the
 *   same as over the whole view; a `*` inside a projection or another filter is planned on its own.
 * - A query that looks at a few fields only may get documents with nothing but those.
 * - A query within another that does not look at the document around it is evaluated once, when its value is first asked
 *   for: eight levels of `_id in *[…]` over a hundred documents are eight walks, and not a hundred to the eighth.
 * - What the lake does better than groq-js is asked of the lake ({@link withOwnFunctions}).
 *
 * @param context The identity, time and place that the query sees.
 */
export function planQuery(
  query: ExprNode,
  source: DocumentSource,
  view: View,
  context: Omit<EvaluateOptions, "dataset" | "dereference">,
): QueryPlan {
  const fields = fieldsOf(query);

  const seen = {
    ...{ hasLayers: view.layers !== undefined, reshaped: source.reshaped },
    now: context.timestamp,
  };
  const { remember, find, followed } = followedReferences(query, (ids) =>
    source.select({ kind: "id", values: ids }, view),
  );
  const documents = (condition: Condition): ExprNode => ({
    type: "Value",
    value: remember(source.select(condition, view, fields)),
  });
  const options: EvaluateOptions = {
    ...context,
    // Every `*` holds its documents already; groq-js only wants to see that there is a dataset.
    dataset: [],
    dereference: ({ _ref }) => find(_ref),
  };

  /** An expression that is evaluated at most once, however often it stands in the way. */
  const once = (expression: ExprNode): ExprNode => {
    let known: { readonly value: unknown } | undefined;
    return hostCall(() => {
      known ??= { value: evaluateTree(withOwnFunctions(planned(expression)), options).data };
      return known.value;
    });
  };
  /** A query that takes something from the value around it: for each of what it takes, it is planned and run on its own. */
  const perOuterValues = (query: ExprNode): ExprNode | undefined => {
    const parts = outerValues(query);
    if (!parts) return undefined;
    const answers = new Map<string, unknown>();
    const answer = (values: readonly unknown[]): unknown => {
      const asked = JSON.stringify(values);
      // Stories share their sources: what was asked is asked again.
      if (answers.has(asked)) return answers.get(asked);
      const { data } = evaluateTree(withOwnFunctions(planned(parts.bind(values))), options);
      if (asked.length <= longestRemembered && answers.size < mostRemembered) answers.set(asked, data);
      return data;
    };
    return hostCallWithin(answer, parts.outer);
  };
  const isReshaped = (key: DocumentKey): boolean =>
    fieldsOfKey(key).some((field) => source.reshaped.has(field));
  const targets = new Map<string, readonly string[] | undefined>();
  /** The ids of documents for which a condition holds, if they are not too many. */
  const idsOf = (condition: Condition): readonly string[] | undefined => {
    const asked = JSON.stringify(condition);
    if (!targets.has(asked)) {
      const found = source.exactly?.page({ condition, view, fields: ["_id"], to: mostTargets + 1 });
      targets.set(asked, found && found.length <= mostTargets ? found.map(({ _id }) => _id) : undefined);
    }
    return targets.get(asked);
  };
  /** The condition of a filter on all documents. */
  const conditionFor = (filter: ExprNode): ReturnType<typeof conditionOf> => {
    const { exactly } = source;
    if (!exactly) return conditionOf(filter, seen);
    let known: Condition | undefined;
    const isIndexed = (key: string, isWished: boolean): boolean => {
      known ??= conditionOf(filter, seen).condition;
      return exactly.isIndexed(key, known, isWished);
    };
    return conditionOf(filter, { ...seen, isIndexed, idsOf });
  };
  /** The documents that a chain on `*` asks for, read when their value is, if the store can tell which ones they are. */
  const page = (node: ExprNode): ExprNode | undefined => {
    const asked = source.exactly && askedDocuments(node);
    if (!asked || !isClosed(node) || asked.order.some(({ key }) => isReshaped(key))) return undefined;
    const { condition, isExact } = conditionFor(all(asked.filters));
    const computed = asked.order.filter(({ key }) => typeof key === "string");
    const isInReach = computed.every(({ key }) => source.exactly?.isIndexed(key, condition));
    // Without a slice the filter has to look at every document that is left.
    const read = !isInReach
      ? lookedThrough(node, condition)
      : isExact
        ? exactly(asked, condition)
        : asked.slice && untilFull(asked, asked.slice, condition);
    return read && hostCall(() => (asked.slice?.isOne ? (read()[0] ?? null) : read()));
  };
  const readPage = (more: Omit<Page, "view" | "fields">): readonly LakeDocument[] =>
    remember(source.exactly?.page({ ...more, view, fields }) ?? []);

  const exactly = (asked: AskedDocuments, condition: Condition) => () =>
    readPage({ condition, order: asked.order, ...asked.slice });

  /** Looks through all candidates with only what decides which of them are on a page, and reads those as a whole. */
  const lookedThrough = (node: ExprNode, condition: Condition) => {
    if (node.type !== "Slice" && node.type !== "AccessElement") return undefined;
    const needed = fieldsOf({ type: "Map", base: node.base, expr: nothingOfThis });
    if (!needed) return undefined;
    return () => {
      const value = source.select(condition, view, ["_id", ...needed]);
      const tree = rewrite(node, (each) =>
        each.type === "Everything" ? { type: "Value", value } : undefined,
      );
      const found: readonly unknown[] = [evaluateTree(withOwnFunctions(tree), options).data].flat();
      const ids = found.flatMap((each) => (isRecord(each) ? String(each["_id"]) : []));
      const whole = new Map(
        readPage({ condition: { kind: "id", values: ids } }).map((document) => [document._id, document]),
      );
      return ids.flatMap((id) => whole.get(id) ?? []);
    };
  };
  /** Reads candidates in the order asked, a few at a time, until the filter has accepted enough of them. */
  const untilFull = (
    { filters, order }: AskedDocuments,
    { from, to }: NonNullable<AskedDocuments["slice"]>,
    condition: Condition,
  ) => {
    const expr = withOwnFunctions(plannedInside(all(filters)));
    const accepted = (value: readonly LakeDocument[]): readonly unknown[] =>
      [evaluateTree({ type: "Filter", base: { type: "Value", value }, expr }, options).data].flat();
    return () => {
      const found: unknown[] = [];
      if (!source.exactly?.isInOrder(order, condition, view)) {
        // To put them in order takes a look at all of them, which is not to be done twice.
        const all = source.exactly?.walk({ condition, order, view, fields }) ?? [];
        for (const some of batchesOf(all, atOnceFor(to))) {
          found.push(...accepted(remember(some)));
          if (found.length >= to) break;
        }
        return found.slice(from, to);
      }
      // Most slices are full soon. If one is not, twice as many are read each time.
      let start = 0;
      for (let size = atOnceFor(to); found.length < to; size = Math.min(2 * size, manyAtOnce)) {
        const some = readPage({ condition, order, from: start, to: start + size });
        found.push(...accepted(some));
        if (some.length < size) break;
        start += size;
      }
      return found.slice(from, to);
    };
  };
  const counts = groupedCounts({
    isIndexed: (path, condition) => source.exactly?.isIndexed(path, condition, false) === true,
    countByValue: (path, rest) => source.exactly?.countByValue(path, rest, view),
    count: (condition, most) => source.exactly?.count(condition, view, most) ?? 0,
    countTogether: (conditions) => source.exactly?.countTogether(conditions, view) ?? new Map(),
    few: source.exactly?.few ?? 0,
  });
  const count = ([argument]: readonly ExprNode[]): ExprNode | undefined => {
    const asked = argument && source.exactly && askedDocuments(argument);
    if (!asked || asked.slice || !isClosed(argument)) return undefined;
    const { condition, isExact } = conditionFor(all(asked.filters));
    if (!isExact) return undefined;
    const grouped = counts.add(condition);
    return hostCall(() => grouped() ?? source.exactly?.count(condition, view));
  };

  /** `array::unique(*[…].field)`: an index of the field has its values. */
  const unique = (node: Extract<ExprNode, { type: "FuncCall" }>): ExprNode | undefined => {
    const [list, ...more] = node.args;
    const listed = list && more.length === 0 ? fieldOfDocuments(list) : undefined;
    const asked = listed && askedDocuments(listed.documents);
    const key = listed && keyOf(listed.field);
    if (!asked || asked.slice || asked.order.length > 0 || !key || isReshaped(key)) return undefined;
    const { condition, isExact } = conditionFor(all(asked.filters));
    if (!isExact || !isClosed(node) || !source.exactly?.isIndexed(key, condition)) return undefined;
    const plainly = (): unknown =>
      evaluateTree(withOwnFunctions({ ...node, args: node.args.map(planned) }), options).data;
    return hostCall(() => source.exactly?.distinct(key, condition, view) ?? plainly());
  };

  /** `*[…] | score(…)[_score > 0]`: only what can get a score is scored. */
  const scored = (node: Extract<ExprNode, { type: "Filter" }>): ExprNode | undefined => {
    const asked = scoredFilter(node);
    const isScored = asked && conditionOf(asked.isScored, { ...seen, scored: true }).condition;
    const most = wanted.get(node);
    const found = asked && most !== undefined ? best(node, asked, most) : undefined;
    if (found) return found;
    if (!asked || !isScored || isScored.kind === "everything") return undefined;
    const condition = bothOf(conditionOf(asked.base, seen).condition, isScored);
    const expr = plannedInside(asked.base);
    const base: ExprNode = { type: "Filter", base: documents(condition), expr };
    const pipe: ExprNode = { ...asked.pipe, base, args: asked.pipe.args.map(plannedInside) };
    return { ...node, base: pipe, expr: plannedInside(node.expr) };
  };

  /** Filters on scores of which no more than so many of the best are asked for. */
  const wanted = new Map<ExprNode, number>();
  /** `*[…] | score(…)[_score > 0][0...20]`: no more is read than it takes to know the best. */
  const best = (
    node: Extract<ExprNode, { type: "Filter" }>,
    asked: Scored,
    most: number,
  ): ExprNode | undefined => {
    const { exactly } = source;
    if (!exactly || !isClosed(node)) return undefined;
    const { condition } = conditionOf(asked.base, seen);
    const isScored = conditionOf(asked.isScored, { ...seen, scored: true }).condition;
    // Of a few documents, to read them all is the least work.
    if (exactly.count(bothOf(condition, isScored), view, exactly.few) < exactly.few) return undefined;
    const hasAny = (words: AskedWords): boolean => exactly.count({ kind: "text", words }, view, 1) > 0;
    const tiers = byType(condition).flatMap(({ type, condition: ofType }) => {
      const found = scoreTiers(asked.pipe.args, { ...seen, type, hasAny }) ?? [
        { most: Infinity, condition: isScored },
      ];
      return found.map((tier) => ({ ...tier, condition: bothOf(ofType, tier.condition) }));
    });
    const own = withOwnFunctions({
      ...node,
      base: {
        ...asked.pipe,
        base: { type: "Filter", base: { type: "Everything" }, expr: plannedInside(asked.base) },
        args: asked.pipe.args.map(plannedInside),
      },
      expr: plannedInside(node.expr),
    });
    const scored = (documents: readonly LakeDocument[]): readonly unknown[] =>
      [evaluateTree(own, { ...options, dataset: [...remember(documents)] }).data].flat();
    return hostCall(() =>
      bestScored(
        tiers.toSorted((a, b) => b.most - a.most),
        most,
        {
          scored,
          atOnce: exactly.few,
          read: (of, from, to) => exactly.page({ condition: of, view, from, to, fields }),
        },
      ),
    );
  };

  const planned = (node: ExprNode): ExprNode => rewrite(node, plan, mayBePlanned);
  /** Of an expression that is evaluated for each of many values. */
  const plannedInside = (node: ExprNode): ExprNode =>
    rewrite(
      node,
      (each) => {
        if (!isExpression(each) || !holdsQuery(each)) return plan(each);
        return isClosed(each) ? once(each) : (perOuterValues(each) ?? plan(each));
      },
      mayBePlanned,
    );

  const plan = (node: SyntaxNode): ExprNode | undefined => {
    switch (node.type) {
      case "Everything":
        return page(node) ?? documents({ kind: "everything" });
      case "Slice":
      case "AccessElement": {
        const read = page(node);
        if (read) return read;
        const ofBest = bestAsked(node);
        if (ofBest) wanted.set(ofBest.filter, ofBest.most);
        const projected = projectLast(node);
        if (projected.type !== "Slice" && projected.type !== "AccessElement") return planned(projected);
        return { ...projected, base: planned(projected.base) };
      }
      case "Filter": {
        const read = page(node);
        if (read) return read;
        const found = scored(node);
        if (found) return found;
        const isCandidates = node.base.type === "Everything";
        const base = isCandidates ? documents(conditionFor(node.expr).condition) : planned(node.base);
        return { ...node, base, expr: plannedInside(node.expr) };
      }
      case "Projection":
      case "Map":
      case "FlatMap":
        return { ...node, base: planned(node.base), expr: plannedInside(node.expr) };
      case "PipeFuncCall": {
        const projected = projectLast(node);
        if (projected.type !== node.type) return planned(projected);
        const read = page(node);
        return read ?? { ...node, base: planned(node.base), args: node.args.map(plannedInside) };
      }
      case "FuncCall":
        if (isReleases(node)) return documents({ kind: "type", values: ["system.release"] });
        if (node.namespace === "array" && node.name === "unique") return unique(node);
        return node.namespace === "global" && node.name === "count" ? count(node.args) : undefined;
      case "OpCall":
        // An empty search box asks for everything, and needs no look at the documents.
        return node.op === "match" && isAnyText(node.right) ? { type: "Value", value: true } : undefined;
      default:
        return undefined;
    }
  };
  return { tree: withOwnFunctions(planned(query)), options, followed };
}

/** What a query within another takes from around it, as JSON, if its answer is remembered; and how many of them. */
const longestRemembered = 500;
const mostRemembered = 1000;

/** `{}` */
const nothingOfThis: ExprNode = {
  ...{ type: "Projection", base: { type: "This" }, expr: { type: "Object", attributes: [] } },
};

/** Documents behind references that are looked for first, so that who refers to them is found. */
const mostTargets = 1000;

/** Conditions that together say the same, each for one type, of which the store has the documents in order. */
function byType(condition: Condition): readonly { readonly type?: string; readonly condition: Condition }[] {
  const parts = condition.kind === "and" ? condition.of : [condition];
  const ofTypes = parts.find((part) => part.kind === "type");
  if (ofTypes?.kind !== "type") return [{ condition }];
  const others = parts.filter((part) => part !== ofTypes);
  return [...new Set(ofTypes.values)].map((type) => ({
    type,
    condition: { kind: "and", of: [{ kind: "type", values: [type] }, ...others] },
  }));
}

/** Candidates that are read at once for a slice, at first: most are what is asked for, and the others were read for nothing. */
const atOnceFor = (to: number): number => Math.max(32, Math.min(2 * to, 128));
const manyAtOnce = 4096;

function* batchesOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A filter that accepts what all of them accept. */
function all(filters: readonly ExprNode[]): ExprNode {
  const accepted: ExprNode = { type: "Value", value: true };
  return filters.reduce((left, right) => ({ type: "And", left, right }), accepted);
}

const isQuery = (node: SyntaxNode): boolean => node.type === "Everything" || isReleases(node);
const holdsQuery = holding(isQuery);
/** Whether there is anything in a node for which it matters that it is planned. */
const mayBePlanned = holding((node) => isQuery(node) || (node.type === "OpCall" && node.op === "match"));

function isReleases(node: SyntaxNode): boolean {
  return node.type === "FuncCall" && node.namespace === "releases" && node.name === "all";
}

function isExpression(node: SyntaxNode): node is ExprNode {
  return !partTypes.has(node.type);
}

/** Nodes that have no value by themselves. `Asc` and `Desc` say in which direction another orders. */
const partTypes: ReadonlySet<string> = new Set([
  ...["ArrayElement", "ObjectAttributeValue", "ObjectConditionalSplat", "ObjectSplat", "SelectAlternative"],
  ...["Asc", "Desc"],
]);
