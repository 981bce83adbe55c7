import { isRecord, type LakeDocument } from "../core/dataset.ts";
import { textsIn } from "./texts-in.ts";
import { indexedForm, spacedWords } from "./words-of.ts";

/** A word that comes more often in a text counts for no more in a score, and an index knows no more of it. */
export const mostTimes = 8;

/** Words that come more than once in a document, as an index has them. */
interface RepeatedWords {
  /**
   * By how often `text::query` finds them in all of the document and its id, {@link mostTimes} at most. Where a word is found
   * more often in the joined text of a block than in its pieces, that counts: it may be less often than said, never more.
   */
  readonly times: ReadonlyMap<number, readonly string[]>;
  /** The same of each field that is a text, by its name. */
  readonly inTexts: ReadonlyMap<string, RepeatedWords["times"]>;
}

/** Counts the words of a document. Pure. */
export function repeatedWords(document: LakeDocument): RepeatedWords {
  const total = new Map<string, number>();
  const inTexts = new Map<string, RepeatedWords["times"]>();
  count(document._id, total);
  for (const name in document) {
    if (name.startsWith("_")) continue;
    const value = document[name];
    if (typeof value === "string") {
      const own = new Map<string, number>();
      count(value, own);
      for (const [word, times] of own) add(word, times, total);
      inTexts.set(name, byTimes(own));
    } else if (typeof value === "object") {
      for (const text of textsIn(value)) count(text, total);
      addJoined(value, total);
    }
  }
  return { times: byTimes(total), inTexts };
}

function byTimes(counts: ReadonlyMap<string, number>): RepeatedWords["times"] {
  const times = new Map<number, string[]>();
  for (const [word, number] of counts) {
    if (number < 2) continue;
    const most = Math.min(number, mostTimes);
    const known = times.get(most);
    if (known) known.push(word);
    else times.set(most, [word]);
  }
  return times;
}

/** What is found more often in a block when its pieces are joined, as `pt::text` does. */
function addJoined(value: unknown, total: Map<string, number>): void {
  if (Array.isArray(value)) {
    for (const item of value) addJoined(item, total);
  } else if (isRecord(value)) {
    for (const name in value) if (!name.startsWith("_")) addJoined(value[name], total);
    const texts = spansOf(value);
    if (!isBroken(texts)) return;
    const [joined, apart] = [new Map<string, number>(), new Map<string, number>()];
    count(texts.join(""), joined);
    for (const text of texts) count(text, apart);
    for (const [word, times] of joined) {
      const more = times - (apart.get(word) ?? 0);
      if (more > 0) add(word, more, total);
    }
  }
}

/** The texts of a block, which `pt::text` joins without a space. */
export function spansOf({ children }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(children)) return [];
  return children.flatMap((child: unknown) =>
    isRecord(child) && child["_type"] === "span" && typeof child["text"] === "string" ? [child["text"]] : [],
  );
}

/** Whether a word of the joined texts may be in none of them. */
export const isBroken = (texts: readonly string[]): boolean =>
  texts.includes("") ||
  texts.some((text, index) => index > 0 && /^\S/.test(text) && /\S$/.test(texts[index - 1] ?? ""));

function count(text: string, into: Map<string, number>): void {
  const words = spacedWords(text);
  if (words === "") return;
  for (const word of words.split(" ")) add(indexedForm(word), 1, into);
}

function add(word: string, times: number, into: Map<string, number>): void {
  into.set(word, (into.get(word) ?? 0) + times);
}
