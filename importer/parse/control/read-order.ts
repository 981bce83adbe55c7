import { matchKey } from "../lexicons/match-key.ts";
import { endsSentence } from "../phrases/line-shape.ts";
import { readOrderLine, type OrderLine } from "./order-line.ts";
import { orderTable, vocabularies, type Vocabulary } from "./order-table.ts";
import { isGrave, orderKinds, type OrderKind, type WireOrder } from "./wire-order.ts";

const kindsByCode: ReadonlyMap<string, OrderKind> = new Map(
  orderTable.flatMap(({ kind, codes, of = Object.keys(vocabularies) }) =>
    of.flatMap((vocabulary) =>
      codes.map((code): [string, OrderKind] => [`${vocabulary} ${matchKey(code)}`, kind]),
    ),
  ),
);

/**
 * Reads a code or some words as an order: first by the table, then by the words of all languages; the gravest reading
 * wins. An unrecognised value where a status belongs is an order of kind `unknown`. Pure.
 *
 * @returns `undefined` for blank text, and for text that is no order in a place that also holds other things.
 */
export function readOrder(printed: string | undefined, vocabulary: Vocabulary): WireOrder | undefined {
  const text = printed?.trim() ?? "";
  if (text === "") return undefined;
  const { isClosed } = vocabularies[vocabulary];
  const codes = [text, withoutScheme(text)].flatMap(
    (code) => kindsByCode.get(`${vocabulary} ${matchKey(code)}`) ?? [],
  );
  const words = wordsIn(text, isClosed);
  const kind = orderKinds.find((each) => codes.includes(each) || words === each);
  if (kind === undefined) return isClosed ? { kind: "unknown", printed: text } : undefined;
  return { kind, printed: text, ...(kind === "embargoed" && /\p{Nd}/u.test(text) ? { until: text } : {}) };
}

/**
 * Reads a field that says until when a story is under embargo: usually a date. A value that is neither a date nor a
 * word for "no" still counts as an embargo. Pure.
 */
export function readEmbargo(printed: string | undefined): WireOrder | undefined {
  const text = printed?.trim() ?? "";
  if (text === "") return undefined;
  return readOrder(text, "embargo-field") ?? { kind: "embargoed", printed: text, until: text };
}

/**
 * Reads a line among others, such as a note to editors, as an order that withholds the story from readers;
 * `undefined` for any other line. Pure.
 */
export function readGraveOrder(line: string | undefined): WireOrder | undefined {
  const order = readOrder(line, "note");
  return order !== undefined && isGrave(order.kind) && line !== undefined
    ? { ...order, note: line }
    : undefined;
}

/** `killed` from `stat:killed` and from `http://cv.example/status#killed`; a text with spaces has no scheme. */
const withoutScheme = (code: string): string => (/\s/u.test(code) ? code : code.replace(/^.*[:/#]/u, ""));

/** A status that begins with order words is an order; any other line must also look like one. */
function wordsIn(text: string, isClosed: boolean): OrderKind | undefined {
  const line = readOrderLine(text);
  if (line === undefined) return undefined;
  return isClosed || looksLikeOrder(line, text) ? line.kind : undefined;
}

/** "A la espera de la sentencia, el club …" begins with words of an order but is a sentence. */
function looksLikeOrder(
  { kind, isWhole, mark, isBracketed, isShouted, isPhrase }: OrderLine,
  text: string,
): boolean {
  if (isWhole || isBracketed || mark !== "") return true;
  // Several order words together are no coincidence, unless they begin a sentence: "not for publication".
  if (!isGrave(kind) || !isPhrase) return false;
  return isShouted || !endsSentence(text) || (kind === "embargoed" && /\p{Nd}/u.test(text));
}
