import type { ExprNode } from "groq-js";
import type { AskedWords, Condition } from "../../core/dataset.ts";
import {
  askedByField,
  askedByPatterns,
  askedByTextQuery,
  type SearchedText,
} from "../../text/indexed-words.ts";
import { parseTextQuery } from "../../text/text-query.ts";
import { askedText } from "../evaluate/own-functions.ts";
import { constantOf } from "./constant-of.ts";

/**
 * What an index of words can say about `left match right` in a filter on documents: a condition that holds for every
 * document that matches.
 *
 * @param seen.reshaped Fields that readers see otherwise than the index has them.
 * @param seen.scored Whether it stands in `score()`, where any of the words of a pattern counts.
 */
export function textCondition(
  { left, right }: { readonly left: ExprNode; readonly right: ExprNode },
  {
    reshaped,
    scored = false,
  }: { readonly reshaped: ReadonlySet<string>; readonly scored?: boolean | undefined },
): Condition {
  const searched = searchedText(left);
  const words = searched && askedWords(right, searched, scored);
  if (searched?.fields?.length === 0) return { kind: "everything" };
  if (!words || words === "nothing") return { kind: words ?? "everything" };
  if (!searched.fields) {
    // Any word may be in a field of which the index knows only that it is there.
    return { kind: "text", words: { kind: "any", of: [words, ...[...reshaped].map(askedByField)] } };
  }
  return searched.fields.some((field) => reshaped.has(field))
    ? { kind: "everything" }
    : { kind: "text", words };
}

function askedWords(
  right: ExprNode,
  searched: SearchedText,
  scored: boolean,
): AskedWords | "nothing" | undefined {
  const asked = askedText(right);
  const pattern = constantOf(asked ?? right);
  if (pattern === undefined) return undefined;
  if (asked) {
    return typeof pattern === "string" ? askedByTextQuery(parseTextQuery(pattern), searched) : "nothing";
  }
  const patterns: readonly unknown[] = Array.isArray(pattern) ? pattern : [pattern];
  return patterns.every((each) => typeof each === "string")
    ? askedByPatterns(patterns, searched, scored ? "any" : "all")
    : "nothing";
}

/** The texts of a document that an expression gives; `undefined` when it may give others. */
export function searchedText(node: ExprNode): SearchedText | undefined {
  switch (node.type) {
    case "Group":
      return searchedText(node.base);
    case "This":
      return { isJoined: false };
    case "Array": {
      const parts = node.elements.map(({ value, isSplat }) => (isSplat ? undefined : searchedText(value)));
      return parts.reduce((known, part) => known && part && both(known, part), {
        ...{ fields: [], isJoined: false },
      });
    }
    case "FuncCall": {
      const [text] = node.args;
      const field = node.namespace === "pt" && node.name === "text" && text ? fieldOf(text) : undefined;
      return field === undefined ? undefined : { fields: [field], isJoined: true };
    }
    default: {
      const field = fieldOf(node);
      return field === undefined ? undefined : { fields: [field], isJoined: false };
    }
  }
}

function both(left: SearchedText, right: SearchedText): SearchedText {
  const isJoined = left.isJoined || right.isJoined;
  if (!left.fields || !right.fields) return { isJoined };
  return { fields: [...left.fields, ...right.fields], isJoined };
}

/** The top-level field in which all is that an expression gives: `body[_type == "block"].children[].text`. */
function fieldOf(node: ExprNode): string | undefined {
  switch (node.type) {
    case "Group":
    case "AccessElement":
    case "ArrayCoerce":
    case "Slice":
    case "Filter":
      return fieldOf(node.base);
    case "Map":
    case "FlatMap":
      return isWithin(node.expr) ? fieldOf(node.base) : undefined;
    case "AccessAttribute":
      if (node.base && node.base.type !== "This")
        return isContent(node.name) ? fieldOf(node.base) : undefined;
      return isContent(node.name) ? node.name : machinery.get(node.name);
    default:
      return undefined;
  }
}

/** Whether what an expression gives of an item is content of it. */
function isWithin(node: ExprNode): boolean {
  switch (node.type) {
    case "This":
      return true;
    case "AccessAttribute":
      return isContent(node.name) && (node.base === undefined || isWithin(node.base));
    case "Group":
    case "AccessElement":
    case "ArrayCoerce":
    case "Slice":
    case "Filter":
      return isWithin(node.base);
    case "Map":
    case "FlatMap":
      return isWithin(node.expr) && isWithin(node.base);
    default:
      return false;
  }
}

const isContent = (name: string): boolean => !name.startsWith("_");

/** The words of a document's name are in the index too. */
const machinery: ReadonlyMap<string, string> = new Map([
  ["_id", "_id"],
  ["_originalId", "_id"],
  ["_type", "_type"],
]);
