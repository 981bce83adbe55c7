import { isRecord, type DocumentKey, type FieldPath, type KeyValue } from "./dataset.ts";

/** One field of an order that an index has. */
export interface PlaceKey {
  readonly path: FieldPath;
  readonly descending: boolean;
}

/** Behind the text of any field of an order, and of all that may follow it. */
export const behindAll = "\u{10FFFF}";

/** The order of some fields as a key of an index: documents with the same values are in the order of their ids. */
export const keyOfPlaces = (places: readonly PlaceKey[]): string => JSON.stringify({ type: "Order", places });

/** The fields of such a key; `undefined` for any other. */
export function placesOfKey(key: DocumentKey): readonly PlaceKey[] | undefined {
  if (typeof key !== "string") return undefined;
  const parsed: unknown = JSON.parse(key);
  return isRecord(parsed) && parsed["type"] === "Order" && Array.isArray(parsed["places"])
    ? parsed["places"]
    : undefined;
}

/**
 * A text for the values of an order's fields: by code points, texts are in the order in which GROQ has the values. No text for the
 * value of a field is the beginning of another, so that they may stand one behind the other.
 */
export function placeText(values: readonly KeyValue[], places: readonly PlaceKey[]): string {
  return values.map((value, index) => partOf(value, places[index]?.descending === true)).join("");
}

/** The part of such a text that stands for the value of one field. */
export function partOf({ kind, value }: Omit<KeyValue, "isMissing">, descending: boolean): string {
  const text = `${kind}${valueText(value)}`;
  return descending ? turned(text) : text;
}

/** The texts between which those of all values of a kind are. */
export function partsOfKind(
  kind: number,
  descending: boolean,
): { readonly low: string; readonly high: string } {
  const [low, high] = [String(kind), String(kind + 1)];
  return descending ? { low: turned(high), high: turned(low) + behindAll } : { low, high };
}

function valueText(value: KeyValue["value"]): string {
  if (typeof value === "number") return numberText(value);
  // The end of a text comes before all that could stand there.
  return value === null ? "" : `${value.replaceAll("\0", "\0\u{1}")}\0\0`;
}

const bits = new DataView(new ArrayBuffer(8));

/** Sixteen digits that are in the order of the numbers: those of the double, with its sign turned, and below zero all of it. */
function numberText(value: number): string {
  // There is one zero.
  bits.setFloat64(0, value === 0 ? 0 : value);
  const raw = bits.getBigUint64(0);
  const isNegative = raw >> 63n === 1n;
  const ordered = isNegative ? BigInt.asUintN(64, ~raw) : raw | (1n << 63n);
  return ordered.toString(16).padStart(16, "0");
}

/** No byte of UTF-8 is greater. */
const greatestByte = 0xf5;

/** The text of the bytes of a text, each turned around: what came first comes last. */
function turned(text: string): string {
  return Buffer.from(Buffer.from(text).map((byte) => greatestByte - byte)).toString("latin1");
}
