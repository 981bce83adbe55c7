import type { Condition, DocumentKey } from "../core/dataset.ts";
import type { Statements } from "./statements.ts";
import { textOf } from "./statements.ts";

/** The indexes that are complete for the documents of a type: their numbers by {@link nameOfKey}. */
export type KeyIndexes = ReadonlyMap<string, number>;

/** A key as `value_indexes` names it. */
export const nameOfKey = (key: DocumentKey): string => (typeof key === "string" ? key : JSON.stringify(key));

/** The type of all documents for which a condition holds, if it names it. */
export function typeOfAll(condition: Condition): string | undefined {
  return typeParts(condition).flatMap(({ values }) => (values.length === 1 ? values : []))[0];
}

/** The types that they may have, if it names them. */
export const typesOfAll = (condition: Condition): readonly string[] | undefined => {
  const [first] = typeParts(condition);
  return first && [...new Set(first.values)];
};

function typeParts(condition: Condition): readonly Extract<Condition, { kind: "type" }>[] {
  const parts = condition.kind === "and" ? condition.of : [condition];
  return parts.filter((part) => part.kind === "type");
}

/** The complete indexes of a type, as the database has them at this moment. */
export function keyIndexes(statements: Statements, dataset: string, type: string): KeyIndexes {
  const rows = statements.all(
    "SELECT key, number FROM value_indexes WHERE dataset = ? AND type = ? AND read_to IS NULL",
    ...[dataset, type],
  );
  return new Map(rows.map((row) => [textOf(row, "key"), Number(row["number"])]));
}
