import { matchKey } from "./match-key.ts";
import type { Lexicon } from "./lexicon.ts";
import { indexPhrases, type PhraseIndex } from "./phrase-index.ts";
import { wordsOf } from "./word-lists.ts";

/** Orders that a wire service may give at the head of a story. */
type ControlKind = keyof Lexicon["control"];

/** Gravest first: a line may contain several. */
const kinds: readonly ControlKind[] = ["canceled", "embargoed", "withheld", "corrected", "updated"];

const indexes: ReadonlyMap<ControlKind, PhraseIndex> = new Map(
  kinds.map((kind) => [kind, indexPhrases(wordsOf(({ control }) => control[kind]))]),
);

/** A control word at the start of a line. */
export interface ControlWord {
  readonly kind: ControlKind;
  /** Whether the line consists only of control words and numbers. */
  readonly isWhole: boolean;
  /** How many words and letters they have; in scripts without spaces all count as one word. */
  readonly words: number;
  readonly letters: number;
}

/** Reads the control words at the start of a line; `undefined` if there are none. Pure. */
export function readControlWord(line: string): ControlWord | undefined {
  const key = matchKey(line.slice(0, 200));
  let at = 0;
  let kind: ControlKind | undefined;
  while (at < key.length) {
    const found = kinds
      .map((each) => ({ each, length: indexes.get(each)?.lengthAt(key, at) ?? 0 }))
      .toSorted((a, b) => b.length - a.length || kinds.indexOf(a.each) - kinds.indexOf(b.each))[0];
    const number = /^\d{1,2}(?= |$)/u.exec(key.slice(at, at + 3))?.[0].length ?? 0;
    if (found !== undefined && found.length > 0) {
      if (kind === undefined || kinds.indexOf(found.each) < kinds.indexOf(kind)) kind = found.each;
      at += found.length;
    } else if (kind !== undefined && number > 0) at += number;
    else break;
    while (key[at] === " ") at += 1;
  }
  if (kind === undefined) return undefined;
  const matched = key.slice(0, at).trimEnd();
  return {
    kind,
    isWhole: at >= key.length && line.length <= 200,
    words: matched.split(" ").length,
    letters: matched.length,
  };
}
