import type { ExprNode } from "groq-js";
import type { AskedWords, Condition } from "../../core/dataset.ts";
import { parseTextQuery, type TextQuery } from "../../text/text-query.ts";
import { mostTimes } from "../../text/word-times.ts";
import { patternsOf } from "../../text/words-of.ts";
import { askedText } from "../evaluate/own-functions.ts";
import { saturated } from "../evaluate/saturated.ts";
import { constantOf } from "./constant-of.ts";
import { conditionOf } from "./condition-of.ts";
import { searchedText } from "./text-condition.ts";

/** What is known of the documents that a `score()` is for. */
export interface Seen {
  readonly hasLayers: boolean;
  readonly reshaped: ReadonlySet<string>;
  /** That of all documents in question, if it is known. */
  readonly type: string | undefined;
  /** Whether there is any document with some words. */
  readonly hasAny: (words: AskedWords) => boolean;
}

const everything: Condition = { kind: "everything" };

/** Something in a `score()` that counts for something by itself. */
export interface Term {
  readonly node: ExprNode;
  /** `certain`: nothing tells whether it holds, so that it is taken to do so. */
  readonly kind: "certain" | "reference" | "search";
  readonly most: number;
  readonly condition: Condition;
}

export function termsOf(node: ExprNode, seen: Seen): readonly Term[] {
  switch (node.type) {
    case "Group":
      return termsOf(node.base, seen);
    case "Or":
    case "And": {
      const sides = [termsOf(node.left, seen), termsOf(node.right, seen)];
      // The documents are of another type.
      const isImpossible = node.type === "And" && sides.some((side) => side.every(({ most }) => most === 0));
      return isImpossible ? [] : sides.flat();
    }
    default:
      break;
  }
  if (isBoost(node)) return node.args[0] ? termsOf(node.args[0], seen) : [];
  if (node.type === "OpCall" && node.op === "match") {
    const query = searchIn(node.right);
    const isKnown =
      query !== undefined && query.required.length > 0 && placeOf(node.left, seen) !== undefined;
    return [
      { node, kind: isKnown ? "search" : "certain", most: mostOfMatch(node.right), condition: everything },
    ];
  }
  const { condition, isExact } = conditionOf(node, seen);
  if (isExact && condition.kind === "reference") return [{ node, kind: "reference", most: 1, condition }];
  const isOther =
    isExact && condition.kind === "type" && seen.type !== undefined && !condition.values.includes(seen.type);
  return [{ node, kind: "certain", most: isOther ? 0 : 1, condition: everything }];
}

type Boost = Extract<ExprNode, { type: "FuncCall" }>;
const isBoost = (node: ExprNode): node is Boost => node.type === "FuncCall" && node.name === "boost";

/**
 * As groq-js and {@link withOwnFunctions} work a score out, sum by sum: with more for each term, it is never less.
 * `undefined` for what cannot hold.
 */
export function mostOf(node: ExprNode, terms: ReadonlyMap<ExprNode, number>): number | undefined {
  if (node.type === "Group") return mostOf(node.base, terms);
  if (node.type === "Or" || node.type === "And") {
    const [left, right] = [mostOf(node.left, terms), mostOf(node.right, terms)];
    if (left !== undefined && right !== undefined) return left + right;
    return node.type === "And" ? undefined : (left ?? right);
  }
  if (isBoost(node)) {
    const [boosted, by] = node.args;
    const inner = boosted && mostOf(boosted, terms);
    const more = by && constantOf(by);
    if (inner === undefined) return undefined;
    return typeof more === "number" ? Math.max(0, inner + more) : Number.POSITIVE_INFINITY;
  }
  const most = terms.get(node) ?? 0;
  return most > 0 ? 1 + (most - 1) : undefined;
}

export function searchIn(right: ExprNode): TextQuery | undefined {
  const asked = askedText(right);
  const text = asked && constantOf(asked);
  return typeof text === "string" ? parseTextQuery(text) : undefined;
}

function mostOfMatch(right: ExprNode): number {
  const query = searchIn(right);
  if (query) return query.required.reduce((total) => total + saturated(mostTimes), 0) || 1;
  const patterns = [constantOf(right)].flat();
  if (!patterns.every((each) => typeof each === "string")) return Number.POSITIVE_INFINITY;
  return patterns.flatMap(patternsOf).reduce((total) => total + saturated(mostTimes), 0);
}

/** Where a search looks: in the whole document, in a field that may be a text, or within a field. */
export type Place =
  { readonly kind: "document" } | { readonly kind: "field" | "within"; readonly field: string };

export function placeOf(left: ExprNode, seen: Pick<Seen, "reshaped">): Place | undefined {
  if (left.type === "Group") return placeOf(left.base, seen);
  if (left.type === "This") return { kind: "document" };
  if (left.type === "Array") {
    const [whole, id, ...more] = left.elements.map(({ value, isSplat }) => (isSplat ? undefined : value));
    const isId = id?.type === "AccessAttribute" && id.name === "_id" && id.base === undefined;
    return whole?.type === "This" && isId && more.length === 0 ? { kind: "document" } : undefined;
  }
  const [field, ...others] = searchedText(left)?.fields ?? [];
  if (field === undefined || others.length > 0 || field.startsWith("_") || seen.reshaped.has(field))
    return undefined;
  const isField = left.type === "AccessAttribute" && (left.base === undefined || left.base.type === "This");
  return { kind: isField ? "field" : "within", field };
}
