import type { AskedWords, Condition, Scalar } from "../../core/dataset.ts";

export const everything: Condition = { kind: "everything" };

export const nothing: Condition = { kind: "nothing" };

/** SQLite goes down no further than a thousand levels, and a list of conditions is a level each. */
export const maxParts = 100;

/** Leaving out a condition lets more documents through, which the filter then sorts out. */
export function allOf(conditions: readonly Condition[], most = maxParts): Condition {
  const parts = joinedTexts(
    "all",
    conditions
      .flatMap((condition) => (condition.kind === "and" ? condition.of : [condition]))
      .filter(({ kind }) => kind !== "everything"),
  ).slice(0, most);
  return parts.length > 1 ? { kind: "and", of: parts } : (parts[0] ?? everything);
}

/** Conditions on the same field become one, with all the values: a thousand ids are one question. */
export function anyOf(conditions: readonly Condition[], most = maxParts): Condition {
  const lists = new Map<string, Extract<Condition, { values: readonly unknown[] }>>();
  const others: Condition[] = [];
  for (const condition of conditions.flatMap((each) => (each.kind === "or" ? each.of : [each]))) {
    if (condition.kind === "everything") return everything;
    if (condition.kind === "nothing") continue;
    if (!("values" in condition)) {
      others.push(condition);
      continue;
    }
    const name = condition.kind === "field" ? JSON.stringify(condition.path) : condition.kind;
    const known = lists.get(name);
    lists.set(name, known ? joined(known, condition) : condition);
  }
  const parts = [...lists.values(), ...joinedTexts("any", others)];
  const [first = nothing, ...more] = parts;
  if (more.length === 0) return first;
  return parts.length > most ? everything : { kind: "or", of: parts };
}

/** What is asked of texts, as one question. */
function joinedTexts(kind: "all" | "any", conditions: readonly Condition[]): readonly Condition[] {
  const words = conditions.flatMap((condition) => (condition.kind === "text" ? [condition.words] : []));
  if (words.length < 2) return conditions;
  const of = words.flatMap((each) => (each.kind === kind ? each.of : [each]));
  return [{ kind: "text", words: { kind, of } }, ...conditions.filter((each) => each.kind !== "text")];
}

type Listed = Extract<Condition, { values: readonly unknown[] }>;

function joined(left: Listed, right: Listed): Listed {
  if (left.kind === "field") return { ...left, values: [...left.values, ...right.values] };
  const added: readonly Scalar[] = right.values;
  return { ...left, values: [...left.values, ...added.filter((value) => typeof value === "string")] };
}

export function sizeOf(condition: Condition): number {
  if (condition.kind === "text") return wordsIn(condition.words);
  if (condition.kind === "not") return 1 + sizeOf(condition.of);
  if (condition.kind !== "and" && condition.kind !== "or") return 1;
  return condition.of.reduce((total, part) => total + sizeOf(part), 0);
}

function wordsIn(words: AskedWords): number {
  if (words.kind === "word") return 1;
  if (words.kind === "without") return wordsIn(words.of) + wordsIn(words.words);
  return words.of.reduce((total, each) => total + wordsIn(each), 0);
}
