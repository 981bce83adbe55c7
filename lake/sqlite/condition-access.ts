import type { AskedWords, Condition, DocumentKey, Scalar } from "../core/dataset.ts";
import { keyOfMembers } from "../core/members-key.ts";
import { askedByText } from "../text/indexed-words.ts";
import { isIndexable, type ConditionPlace } from "./condition-place.ts";
import type { Frequency } from "./words-sql.ts";

/** The fields that a condition looks at in the content of documents, and for which there may be an index of values. */
export function fieldsIn(condition: Condition): readonly DocumentKey[] {
  switch (condition.kind) {
    case "field":
      return isIndexable(condition.path) && !isKnown(condition.path, condition.values)
        ? [condition.path]
        : [];
    case "compared":
    case "dated":
    case "defined":
    case "isTrue":
      return isIndexable(condition.path) ? [condition.path] : [];
    case "not":
      return fieldsIn(condition.of);
    case "and":
    case "or":
      return condition.of.flatMap(fieldsIn);
    default:
      return [];
  }
}

/** What lists hold that a condition looks at, and for which there may be an index. */
export function listsIn(condition: Condition): readonly string[] {
  if (condition.kind === "and" || condition.kind === "or") return condition.of.flatMap(listsIn);
  const key = condition.kind === "holds" ? keyHeld(condition) : undefined;
  return key === undefined ? [] : [key];
}

/** The key of an index that tells whether a list holds a value; `undefined` where none does. */
function keyHeld({ list, within, value }: Extract<Condition, { kind: "holds" }>): string | undefined {
  const isTold = value !== null && isInIndex([value]) && knownBy(within) === undefined;
  return isTold ? keyOfMembers({ list, within }) : undefined;
}

/** The index that knows which documents have a value in a list, if there is one: `m1`, `m2`, …. */
export function membersRow(
  condition: Condition,
  { indexes }: Pick<ConditionPlace, "indexes">,
): string | undefined {
  const key = condition.kind === "holds" ? keyHeld(condition) : undefined;
  const number = key === undefined ? undefined : indexes.get(key);
  return number === undefined ? undefined : `m${number}`;
}

/** More numbers than these are looked for in the documents. */
const mostNumbers = 50;

/** Whether an index's row tells if its value is one of these. */
export function isInIndex(values: readonly Scalar[]): boolean {
  const numbers = values.filter((value) => typeof value === "number");
  // Half of a character is in an index as the one that stands for what cannot be read.
  return (
    numbers.length <= mostNumbers &&
    !values.some((value) => typeof value === "string" && (value.includes("\ufffd") || !value.isWellFormed()))
  );
}

/** Whether an index leads to a few documents at once, so that no other index is of use. */
export function isSelective(condition: Condition, place: ConditionPlace): boolean {
  switch (condition.kind) {
    case "text":
      return frequencyIn(place, condition.words) === "few";
    case "or":
      // What an index of words finds is put together with the rest.
      return (
        condition.of.some(isByWords) &&
        condition.of.every((part) => isSelective(part, place) || membersRow(part, place) !== undefined)
      );
    case "id":
    case "group":
    case "reference":
      return true;
    case "field":
      return isKnown(condition.path, condition.values);
    case "holds": {
      if (knownBy(condition.within) !== undefined) return condition.value !== null;
      // Its own index leads to no more documents than its words.
      if (membersRow(condition, place) !== undefined) return false;
      const words = wordsHeld(condition);
      return words !== undefined && frequencyIn(place, words) === "few";
    }
    default:
      return false;
  }
}

export const frequencyIn = ({ frequencyOf }: ConditionPlace, words: AskedWords): Frequency =>
  frequencyOf ? frequencyOf(words) : "few";

/** The conditions that have to hold all. */
export const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === "and" ? condition.of : [condition];

/** What else than the content tells the value of a field. */
export function knownBy(path: DocumentKey): "reference" | "slug" | undefined {
  if (typeof path === "string") return undefined;
  if (path.at(-1) === "_ref") return "reference";
  return path.join(".") === "slug.current" ? "slug" : undefined;
}

/** Whether something else than an index of values finds the documents in which a field is one of some values. */
export function isKnown(path: DocumentKey, wanted: readonly Scalar[]): boolean {
  return knownBy(path) !== undefined && !wanted.includes(null);
}

/** The ids to one of which a document refers if a condition holds for it; `undefined` if it says nothing about references. */
export function targetsIn(condition: Condition): readonly string[] | undefined {
  switch (condition.kind) {
    case "reference":
      return condition.values;
    case "field":
      return knownBy(condition.path) === "reference" ? textsOnly(condition.values) : undefined;
    case "holds":
      return knownBy(condition.within) === "reference" ? textsOnly([condition.value]) : undefined;
    default:
      return undefined;
  }
}

export function textsOnly(values: readonly Scalar[]): readonly string[] | undefined {
  const texts = values.filter((value) => typeof value === "string" && value.isWellFormed()).map(String);
  return texts.length === values.length ? texts : undefined;
}

/** Whether rows are found by the words that their documents have. */
export const isByWords = (condition: Condition): boolean =>
  condition.kind === "text" ||
  condition.kind === "or" ||
  (condition.kind === "holds" && wordsHeld(condition) !== undefined);

/** The words that a document must have if a list of it holds a text. */
export function wordsHeld({
  list,
  within,
  value,
}: Extract<Condition, { kind: "holds" }>): AskedWords | undefined {
  const [field] = list;
  // Names that begin so are those of machinery, and not in the index.
  const isContent = [...list, ...within].every((step) => !String(step).startsWith("_"));
  return typeof value === "string" && typeof field === "string" && isContent
    ? askedByText(value, field)
    : undefined;
}
