import { droppedIn } from "./dropped-in.ts";

/** Any character that may have to go, or be written in another way; most texts have none. */
const suspicious =
  /[\0-\x08\v-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufb00-\ufb4f\ufb50-\ufdef\ufe70-\ufeff\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}]/u;

/**
 * Returns a text without the characters that readers cannot see, with letters in place of their presentation forms,
 * in NFC. Pure, linear, idempotent.
 *
 * Letters, marks, digits, signs and emoji stay, as do joiners and direction marks where they have an effect: see
 * {@link droppedIn}. Tabs and line feeds stay too. Of markup and character references it knows nothing.
 */
export const cleanText = (text: string): string => cleanTexts([text])[0] ?? "";

/**
 * Cleans the pieces of one text as {@link cleanText} does the whole: a joiner at the end of one piece may belong to
 * the letter that begins the next. Pure, linear.
 */
export function cleanTexts(pieces: readonly string[]): string[] {
  const joined = pieces.join("");
  if (!suspicious.test(joined)) return pieces.map((piece) => piece.normalize("NFC"));
  const whole = joined
    .replace(windows1252, (control) => typographic[control.charCodeAt(0) - 0x80] ?? control)
    .replace(wordHyphen, (control) => (control === "\x1e" ? "-" : "\u00ad"))
    .replace(separator, "\f");
  const dropped = droppedIn(whole);
  let from = 0;
  return pieces.map(({ length }) => {
    const start = from;
    from += length;
    const units = Array.from({ length }, (_, at) => (dropped.has(start + at) ? "" : whole[start + at]));
    return respelled(units.join(""));
  });
}

/** Control characters that are windows-1252 taken for Latin-1, as browsers read the references `&#128;` to `&#159;`. */
const windows1252 = /[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]/g;
const typographic: readonly string[] = Array.from(
  new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at)),
);

/** Microsoft Word's characters for a hyphen at which no line breaks, and for one that shows only where a line does. */
const wordHyphen = /(?<=[\p{L}\p{M}\p{N}])[\x1e\x1f](?=[\p{L}\p{N}])/gu;

/** Characters that end a line, a page, a field or a record. */
const separator = /[\v\x1c-\x1f\u2028\u2029\ufffa]/g;

/** Writes presentation forms as letters, and a separator with the blanks around it as one space, in NFC. */
const respelled = (text: string): string =>
  text
    .replace(presentationForms, (form) => form.normalize("NFKC").replace(/^ /, ""))
    .replace(/\r\n?/g, "\n")
    .replace(/ *\f[ \f]*/g, " ")
    .normalize("NFC");

/**
 * Ligatures of Latin, Armenian and Hebrew, and the forms that Arabic letters have in fonts: Unicode's blocks FB00,
 * FB50 and FE70. Not the signs for whole words and phrases from U+FDF0 on (ﷲ, ﷺ, ﷼): people type those on purpose, and
 * whoever searches folds them anyway. Marks on their own have a space in NFKC, which would split the word they are in.
 */
const presentationForms =
  /[\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb28\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufe74\ufe76-\ufefc]/g;
