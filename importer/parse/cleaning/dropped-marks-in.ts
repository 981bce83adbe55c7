const mark = /\p{Bidi_Control}/gu;
const rightToLeft =
  /[\u05be-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const openers: Readonly<Record<string, "embedding" | "override" | "isolate">> = {
  "\u202a": "embedding",
  "\u202b": "embedding",
  "\u202d": "override",
  "\u202e": "override",
  "\u2066": "isolate",
  "\u2067": "isolate",
  "\u2068": "isolate",
};
const [endOfEmbedding, endOfIsolate, leftToRightMark] = ["\u202c", "\u2069", "\u200e"];

const shown = /[^\p{Cc}\p{Cf}]/gu;
const seen = /[^\s\p{Cc}\p{Cf}]/gu;

/** A direction mark of a text, and how much of the text is before it. */
interface Mark {
  readonly character: string;
  readonly index: number;
  readonly shownBefore: number;
  /** Without blanks. */
  readonly seenBefore: number;
}

/**
 * Returns the places of the direction marks of a text that have no effect, or one on text outside it: embeddings and
 * isolates that are not closed or not open, overrides, which store letters in another order than they show, marks in
 * a text without right-to-left letters, marks at its ends, and repeated ones. Pure, linear.
 */
export function droppedMarksIn(text: string): ReadonlySet<number> {
  const marks = marksIn(text);
  const dropped = new Set(marks.map(({ index }) => index));
  if (marks.length === 0 || !rightToLeft.test(text)) return dropped;
  const pairs = pairsOf(marks);
  const total = countOf(seen, text);
  let last: Mark | undefined;
  for (const each of marks) {
    const isSingle = !(each.character in openers) && ![endOfEmbedding, endOfIsolate].includes(each.character);
    const isRepeated = last?.character === each.character && last.shownBefore === each.shownBefore;
    if (!pairs.has(each) && (!isSingle || isRepeated || !hasEffect(text, each, total))) continue;
    dropped.delete(each.index);
    last = each;
  }
  return dropped;
}

function marksIn(text: string): Mark[] {
  let [from, shownBefore, seenBefore] = [0, 0, 0];
  return Array.from(text.matchAll(mark), ({ 0: character, index }) => {
    const between = text.slice(from, index);
    from = index;
    shownBefore += countOf(shown, between);
    seenBefore += countOf(seen, between);
    return { character, index, shownBefore, seenBefore };
  });
}

const countOf = (character: RegExp, text: string): number => text.match(character)?.length ?? 0;

/** The embeddings and isolates that are opened and closed, around something that readers see. */
function pairsOf(marks: readonly Mark[]): ReadonlySet<Mark> {
  const pairs = new Set<Mark>();
  const open: Mark[] = [];
  const close = (start: Mark | undefined, end: Mark): void => {
    if (start === undefined || openers[start.character] === "override") return;
    if (start.seenBefore < end.seenBefore) pairs.add(start).add(end);
  };
  for (const each of marks) {
    if (each.character in openers) open.push(each);
    else if (each.character === endOfEmbedding) {
      const last = open.at(-1);
      if (last !== undefined && openers[last.character] !== "isolate") close(open.pop(), each);
    } else if (each.character === endOfIsolate) {
      // It also ends the embeddings within, which are not closed.
      const at = open.findLastIndex(({ character }) => openers[character] === "isolate");
      if (at >= 0) close(open.splice(at)[0], each);
    }
  }
  return pairs;
}

/**
 * Whether a mark stands between characters that readers see; or is a left-to-right mark at an end, where it keeps
 * signs in their place: "C++" in Arabic. At an end, a right-to-left mark has the direction of the text around.
 */
function hasEffect(text: string, { character, index, seenBefore }: Mark, total: number): boolean {
  if (seenBefore > 0 && seenBefore < total) return true;
  if (character !== leftToRightMark || total === 0) return false;
  const beside =
    seenBefore === 0
      ? /^[\s\p{Cc}\p{Cf}]*(.)/u.exec(text.slice(index, index + 64))
      : /(.)[\s\p{Cc}\p{Cf}]*$/u.exec(text.slice(Math.max(0, index - 64), index));
  return !/[\p{L}\p{M}]/u.test(beside?.[1] ?? "");
}
