import { DateTime, type ExprNode } from "groq-js";
import { membersOfKey, type MembersKey } from "../core/members-key.ts";
import { placesOfKey, placeText, type PlaceKey } from "../core/order-text.ts";
import { isRecord, type FieldPath, type KeyReader, type KeyValue, type ReadKey } from "../core/dataset.ts";
import { indexedScalar, valueKinds } from "../core/value-kinds.ts";
import { evaluateTree } from "./evaluate/evaluate-tree.ts";
import { withOwnFunctions } from "./evaluate/own-functions.ts";
import { fieldsOfKey } from "./plan/key-of.ts";

/**
 * Reads the value of a key of an index out of documents, as a query would find it there.
 *
 * A key that is an expression must read nothing but its document (`isKey`): neither the time nor other documents.
 */
export const readKey: ReadKey = (key) => {
  const places = placesOfKey(key);
  if (places) return readPlace(places);
  const members = membersOfKey(key);
  if (members) return readMembers(members);
  const fields = fieldsOfKey(key);
  if (typeof key !== "string") return { fields, read: (document) => [keyValue(valueAt(document, key))] };
  const parsed: ExprNode = JSON.parse(key);
  const tree = withOwnFunctions(parsed);
  return {
    fields,
    read(root) {
      const { data }: { readonly data?: unknown } = evaluateTree(tree, { root });
      return [keyValue(data)];
    },
  };
};

function readPlace(places: readonly PlaceKey[]): KeyReader {
  return {
    fields: places.map(({ path }) => String(path[0])),
    read(document) {
      const values = places.map(({ path }) => keyValue(valueAt(document, path)));
      return [{ kind: valueKinds.place, value: placeText(values, places), isMissing: false }];
    },
  };
}

function readMembers({ list, within }: MembersKey): KeyReader {
  return {
    fields: list.slice(0, 1).map(String),
    read(document) {
      const items = valueAt(document, list);
      const members = Array.isArray(items) ? items.map((item) => keyValue(valueAt(item, within))) : [];
      const known = members.filter(({ value }) => value !== null);
      return [...new Map(known.map((each) => [`${each.kind} ${each.value}`, each])).values()];
    },
  };
}

function valueAt(document: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof step === "number") return Array.isArray(value) ? value.at(step) : undefined;
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, document);
}

function keyValue(value: unknown): KeyValue {
  switch (typeof value) {
    case "number":
    case "string":
    case "boolean":
      return { ...indexedScalar(value), isMissing: false };
    default: {
      const time = value instanceof DateTime ? value.date.getTime() : NaN;
      if (!Number.isNaN(time)) return { kind: valueKinds.time, value: time, isMissing: false };
      return { kind: valueKinds.other, value: null, isMissing: value === null || value === undefined };
    }
  }
}
