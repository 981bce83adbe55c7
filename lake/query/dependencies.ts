import type { ExprNode, SyntaxNode } from "groq-js";
import type { Condition } from "../core/dataset.ts";
import { publishedIdOf } from "../core/document-id.ts";
import type { Dependency } from "../core/sync-tags.ts";
import { childrenOf } from "./parse/query-tree.ts";
import { conditionOf } from "./plan/condition-of.ts";

const everything: readonly Dependency[] = [{ kind: "everything" }];

/** An answer that depends on more is said to depend on everything: a longer list would help nobody. */
const most = 300;

/** What an answer is made of, as far as its query tells. */
interface Asked {
  readonly dependencies: readonly Dependency[];
  /** Whether it also depends on the documents that its references lead to, which only its answer tells. */
  readonly follows: boolean;
}

/**
 * What the answer to a query depends on: as long as no such document changes, appears or goes, it stays the same, but for the
 * time, and for who asks.
 *
 * @param followed The ids behind the references that were followed for the answer.
 */
export function dependenciesOf(query: ExprNode, followed: ReadonlySet<string>): readonly Dependency[] {
  const { dependencies, follows } = askedBy(query);
  const ids = follows ? [...followed].map((id) => ({ kind: "id" as const, value: publishedIdOf(id) })) : [];
  const all = new Map([...dependencies, ...ids].map((each) => [JSON.stringify(each), each]));
  const isAll = all.size > most || dependencies.some(({ kind }) => kind === "everything");
  return isAll ? everything : [...all.values()];
}

function askedBy(query: ExprNode): Asked {
  const dependencies: Dependency[] = [];
  let follows = false;

  /** @param filters What is asked of the documents of a `*` that stands here. */
  function visit(node: SyntaxNode, filters: readonly ExprNode[], isDeciding: boolean): void {
    const within = (child: SyntaxNode): void => visit(child, [], true);
    switch (node.type) {
      case "Everything":
        return void dependencies.push(...boundsOf(filters));
      case "Group":
        return visit(node.base, filters, isDeciding);
      case "Filter":
        visit(node.base, [...filters, node.expr], isDeciding);
        return within(node.expr);
      case "PipeFuncCall":
        visit(node.base, filters, isDeciding);
        return node.args.forEach(within);
      case "Deref":
        // Where it decides which documents are found, an index may have followed it.
        if (isDeciding) dependencies.push(...everything);
        follows = true;
        break;
      case "FuncCall":
        if (looksAround.has(node.namespace)) dependencies.push(...everything);
        return node.args.forEach((argument) => visit(argument, [], true));
      default:
    }
    for (const child of childrenOf(node)) visit(child, [], isDeciding);
  }

  visit(query, [], false);
  return { dependencies, follows };
}

/** Namespaces of functions that read documents without a `*`. */
const looksAround: ReadonlySet<string> = new Set(["releases", "sanity"]);

/** The documents among which all are for which the filters may hold; the fewest that can be named. */
function boundsOf(filters: readonly ExprNode[]): readonly Dependency[] {
  const bounds = filters.flatMap((filter) => {
    const bound = boundOf(conditionOf(filter, { hasLayers: true, reshaped: new Set() }).condition);
    return bound ? [bound] : [];
  });
  return narrowest(bounds) ?? everything;
}

/** `undefined` where it can be any document. */
function boundOf(condition: Condition): readonly Dependency[] | undefined {
  switch (condition.kind) {
    case "nothing":
    case "unknown":
      return [];
    case "type":
      return condition.values.map((value) => ({ kind: "type", value }));
    case "id":
    case "group":
      return condition.values.map((value) => ({ kind: "id", value: publishedIdOf(value) }));
    case "reference":
      return condition.values.map((value) => ({ kind: "reference", value }));
    case "and":
      return narrowest(condition.of.flatMap((part) => [boundOf(part)].filter((each) => each !== undefined)));
    case "or": {
      const parts = condition.of.map(boundOf);
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** One document is less than those that refer to one, and those are less than a type. */
const width = { id: 1, reference: 100, type: 10_000, everything: Infinity };

function narrowest(bounds: readonly (readonly Dependency[])[]): readonly Dependency[] | undefined {
  const widthOf = (bound: readonly Dependency[]): number =>
    bound.reduce((sum, { kind }) => sum + width[kind], 0);
  return bounds.toSorted((one, other) => widthOf(one) - widthOf(other))[0];
}
