import type { ContentDocument, LeftOutPiece, LeftOutReason } from "../../../schemas/index.ts";
import type { InputPiece } from "../../parse/input-piece.ts";
import { addressKey } from "../../parse/pictures/same-picture.ts";
import { type PlacedWord, placedWordsOf } from "./placed-words-of.ts";
import { type DocumentText, textsOfDocuments } from "./texts-of-documents.ts";

/** What has become of an input besides texts. */
export interface AccountContext {
  /** What stands for the addresses of pictures and embeds in the documents; see `addressKey`. */
  readonly addresses: ReadonlySet<string>;
  /** Places that values were read from which are not as written: a time, a language, an order, names. */
  readonly readPlaces: ReadonlySet<string>;
}

/**
 * What of an input is in none of the documents made of it, in the order of the input.
 *
 * Every word of the pieces is either found in the documents or left out, whatever the parsers did: what is not found is
 * listed, so that no rule can lose a text unnoticed. Each word of the documents answers for one word of the input. Pure.
 *
 * @param pieces All that the input says, in reading order.
 */
export function leftOutOf(
  pieces: readonly InputPiece[],
  documents: readonly ContentDocument[],
  { addresses, readPlaces }: AccountContext,
): LeftOutPiece[] {
  const words = new DocumentWords(textsOfDocuments(documents));
  const accounts = pieces.map((piece): Account => {
    const isFound =
      piece.isDropped !== true && piece.address !== undefined && addresses.has(addressKey(piece.address));
    const words = isFound ? [] : placedWordsOf(piece.text);
    return { piece, words, isFound, found: words.map(() => false) };
  });
  const open = accounts.filter(({ piece, isFound }) => !isFound && piece.isDropped !== true);
  // Whole texts first, then long runs: a short one may stand anywhere.
  for (const account of open) claimWhole(account, words);
  for (const shortest of [longestChance, 2, 1]) {
    for (const account of open) if (mayBePart(account, shortest)) claimRuns(account, words, shortest);
  }

  const left: LeftOutPiece[] = [];
  let after: number | undefined;
  for (const account of accounts) {
    left.push(...restsOf(account, betterReason(account, words, readPlaces), after));
    after = account.member ?? after;
  }
  return left;
}

/** What a piece itself does not say about why it is left out. */
function betterReason(
  { piece, words: own }: Account,
  words: DocumentWords,
  readPlaces: ReadonlySet<string>,
): LeftOutReason | undefined {
  if (piece.isDropped === true) return undefined;
  if (piece.place !== undefined && readPlaces.has(piece.place)) return "other-form";
  return words.have(own) ? "repetition" : undefined;
}

/**
 * Whether a run of so few words may be part of a piece. Words of a long one that is in no document otherwise stand in the
 * documents by chance, and a line of the page has more of them.
 */
function mayBePart({ piece, words, found }: Account, shortest: number): boolean {
  if (piece.isAtomic === true) return false;
  if (shortest >= longestChance || found.includes(true)) return true;
  return words.length <= (piece.reason === "page-furniture" ? 3 : 8);
}

/** Fewer words in a row than that may be the same by chance. */
const longestChance = 4;

/** What has been found of a piece so far. */
interface Account {
  readonly piece: InputPiece;
  readonly words: readonly PlacedWord[];
  /** Something with an address that the documents have. */
  readonly isFound: boolean;
  /** By the number of the word: whether the documents have it. */
  readonly found: boolean[];
  /** The last member of the body that a part of it was found in. */
  member?: number | undefined;
}

function claimWhole(account: Account, all: DocumentWords): void {
  if (account.words.length === 0) return;
  const at = all.takeWhole(account.words);
  if (at === undefined) return;
  account.found.fill(true);
  account.member = all.memberAt(at) ?? account.member;
}

function claimRuns(account: Account, all: DocumentWords, shortest: number): void {
  const { words, found } = account;
  for (let at = 0; at < words.length;) {
    const run = found[at] === true ? undefined : all.longestRun(words, at, found);
    if (run === undefined || run.length < shortest) {
      at += 1;
      continue;
    }
    all.take(run.start, run.length);
    found.fill(true, at, at + run.length);
    account.member = all.memberAt(run.start) ?? account.member;
    at += run.length;
  }
}

/** Words before or after a value, such as "By" and "Photo by": at most so many. */
const longestLabel = 3;

/** The parts of a piece that were not found. */
function restsOf(
  { piece, words, isFound, found }: Account,
  better: LeftOutReason | undefined,
  after: number | undefined,
): LeftOutPiece[] {
  const { reasonOfRest, isDropped: _, isAtomic: _a, ...said } = piece;
  const where = after === undefined ? {} : { after };
  if (isFound) return [];
  if (words.length === 0) return piece.address === undefined ? [] : [{ ...said, ...where }];
  const isWhole = !found.includes(true);
  if (isWhole) return [{ ...said, ...(better === undefined ? {} : { reason: better }), ...where }];
  const rests: LeftOutPiece[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (found[at] === true) continue;
    const [from, first] = [at, words[at]];
    while (found[at + 1] === false) at += 1;
    const text = piece.text.slice(first?.start, words[at]?.end);
    const isLabel = at - from < longestLabel && (from === 0 || at === words.length - 1);
    rests.push({ ...said, text, reason: reasonOfRest ?? (isLabel ? "label" : piece.reason), ...where });
  }
  return rests;
}

const nameOf = (words: readonly PlacedWord[]): string => words.map(({ key }) => key).join(" ");

/**
 * How many places of the same word are tried, and looked at to find them: a text that is one word over and over must not
 * cost its square.
 */
const mostPlaces = 40;
const mostLookedAt = 400;

/** Where a word stands; those before `from` are taken. */
interface Places {
  readonly all: number[];
  from: number;
}

/** The words of a story's documents, each to be taken once. */
class DocumentWords {
  readonly #keys: string[] = [];
  readonly #isTaken: boolean[] = [];
  readonly #members: (number | undefined)[] = [];
  /** Where each text begins, by its words. */
  readonly #texts = new Map<string, { readonly start: number; readonly length: number }[]>();
  /** Where each word stands; made when first needed, since most texts are found whole. */
  #places: Map<string, Places> | undefined;

  constructor(texts: readonly DocumentText[]) {
    for (const { text, member } of texts) {
      const words = placedWordsOf(text);
      const own = { start: this.#keys.length, length: words.length };
      const name = nameOf(words);
      const same = this.#texts.get(name);
      if (same === undefined) this.#texts.set(name, [own]);
      else same.push(own);
      for (const { key } of words) {
        this.#keys.push(key);
        this.#isTaken.push(false);
        this.#members.push(member);
      }
    }
  }

  memberAt(at: number): number | undefined {
    return this.#members[at];
  }

  /** Takes a text that has exactly these words; returns where it begins. */
  takeWhole(words: readonly PlacedWord[]): number | undefined {
    const text = this.#texts.get(nameOf(words))?.shift();
    if (text === undefined) return undefined;
    this.take(text.start, text.length);
    return text.start;
  }

  /** Whether one of the texts has exactly these words, taken or not. */
  have(words: readonly PlacedWord[]): boolean {
    return this.#texts.has(nameOf(words));
  }

  take(start: number, length: number): void {
    this.#isTaken.fill(true, start, start + length);
  }

  /** The longest run of words, from one on, that stands in the documents and is not taken. */
  longestRun(
    words: readonly PlacedWord[],
    from: number,
    found: readonly boolean[],
  ): { readonly start: number; readonly length: number } | undefined {
    let longest: { start: number; length: number } | undefined;
    for (const start of this.#openPlacesOf(words[from]?.key)) {
      let length = 1;
      while (
        found[from + length] === false &&
        this.#isTaken[start + length] === false &&
        this.#keys[start + length] === words[from + length]?.key
      ) {
        length += 1;
      }
      if (length > (longest?.length ?? 0)) longest = { start, length };
    }
    return longest;
  }

  #openPlacesOf(key: string | undefined): readonly number[] {
    const places = (this.#places ??= this.#findPlaces()).get(key ?? "");
    if (places === undefined) return [];
    // Texts are mostly taken from the beginning.
    while (this.#isTaken[places.all[places.from] ?? -1] === true) places.from += 1;
    return places.all
      .slice(places.from, places.from + mostLookedAt)
      .filter((at) => this.#isTaken[at] === false)
      .slice(0, mostPlaces);
  }

  #findPlaces(): Map<string, Places> {
    const places = new Map<string, Places>();
    this.#keys.forEach((key, at) => {
      if (this.#isTaken[at] === true) return;
      const own = places.get(key);
      if (own === undefined) places.set(key, { all: [at], from: 0 });
      else own.all.push(at);
    });
    return places;
  }
}
