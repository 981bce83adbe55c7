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
 * Reads a code or some words as an order: by the table, else by the words of all languages; of several readings the
 * gravest. What stands in the place of a status and is neither is an order of the kind `unknown`. Pure.
 *
 * @returns `undefined` for what is blank, and for what is no order in a place that holds other things too.
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
 * Reads a field that says until when a story is under embargo: a date, as a rule. What is neither a date nor a word
 * for "no" is an embargo all the same. Pure.
 */
export function readEmbargo(printed: string | undefined): WireOrder | undefined {
  const text = printed?.trim() ?? "";
  if (text === "") return undefined;
  return readOrder(text, "embargo-field") ?? { kind: "embargoed", printed: text, until: text };
}

/**
 * Reads a line that stands among others, such as a note to editors, as an order that keeps the story from readers;
 * `undefined` for every other line, which is then about something else. Pure.
 */
export function readGraveOrder(line: string | undefined): WireOrder | undefined {
  const order = readOrder(line, "note");
  return order !== undefined && isGrave(order.kind) && line !== undefined
    ? { ...order, note: line }
    : undefined;
}

/** `killed` of `stat:killed` and of `http://cv.example/status#killed`; a text with spaces has no scheme. */
const withoutScheme = (code: string): string => (/\s/u.test(code) ? code : code.replace(/^.*[:/#]/u, ""));

/** A status that begins with an order is one; another line has to look like one as well. */
function wordsIn(text: string, isClosed: boolean): OrderKind | undefined {
  const line = readOrderLine(text);
  if (line === undefined) return undefined;
  return isClosed || looksLikeOrder(line, text) ? line.kind : undefined;
}

/** "A la espera de la sentencia, el club …" begins with words of an order, and is a sentence. */
function looksLikeOrder(
  { kind, isWhole, mark, isBracketed, isShouted, isPhrase }: OrderLine,
  text: string,
): boolean {
  if (isWhole || isBracketed || mark !== "") return true;
  // Several words that order together are no chance, unless they begin a sentence: "not for publication".
  if (!isGrave(kind) || !isPhrase) return false;
  return isShouted || !endsSentence(text) || (kind === "embargoed" && /\p{Nd}/u.test(text));
}
