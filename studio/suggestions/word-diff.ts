import { diffComm } from "node-diff3";

/** A stretch of two texts: in both, or in one of them. */
export interface DiffPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/**
 * What has to be taken out of a text, and put in, to make another of it, word by word. Pure.
 *
 * The parts that are not added, one after the other, are the one text, and those that are not removed the other. No part
 * ends within a word, or within what readers see as one character, in any script.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const pieces = diffComm(wordsOf(before), wordsOf(after)).flatMap(({ common, buffer1, buffer2 }) =>
    common === undefined ? [part("removed", buffer1), part("added", buffer2)] : [part("same", common)],
  );
  return joined(pieces.filter(({ text }) => text !== ""));
}

const part = (kind: DiffPart["kind"], words: readonly string[]): DiffPart => ({ kind, text: words.join("") });

const words = new Intl.Segmenter(undefined, { granularity: "word" });
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A text in words, and what stands between them. */
function wordsOf(text: string): string[] {
  const starts = new Set(Array.from(characters.segment(text), ({ index }) => index));
  const found: string[] = [];
  for (const { segment, index } of words.segment(text)) {
    const last = found.length - 1;
    if (starts.has(index) || last < 0) found.push(segment);
    else found[last] += segment;
  }
  return found;
}

/** Changes that only blanks stand between are one change: a row of single words is hard to read. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  let [removed, added] = ["", ""];
  const tell = (kind: DiffPart["kind"], text: string): void => {
    if (text === "") return;
    const last = all.at(-1);
    if (last?.kind === kind) all.splice(-1, 1, { kind, text: last.text + text });
    else all.push({ kind, text });
  };
  const close = (): void => {
    const blank = blankAtEnd(removed, added);
    tell("removed", removed.slice(0, removed.length - blank.length));
    tell("added", added.slice(0, added.length - blank.length));
    tell("same", blank);
    [removed, added] = ["", ""];
  };
  parts.forEach(({ kind, text }, at) => {
    const isBetween =
      kind === "same" && /^\s+$/u.test(text) && removed + added !== "" && at < parts.length - 1;
    if (kind === "removed" || isBetween) removed += text;
    if (kind === "added" || isBetween) added += text;
    if (kind !== "same" || isBetween) return;
    close();
    tell("same", text);
  });
  close();
  return all;
}

/** The blanks that two texts both end in. */
function blankAtEnd(one: string, other: string): string {
  const [blank = ""] = /\s*$/u.exec(one) ?? [];
  return other.endsWith(blank) ? blank : "";
}
