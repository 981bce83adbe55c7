import { droppedMarksIn } from "./dropped-marks-in.ts";

/** Characters that readers do not see, except those that separate words. */
const unseen =
  /[\0-\x08\x0e-\x1b\x7f\x81\x8d\x8f\x90\x9d\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9\ufffb\u{e0001}\u{e0020}-\u{e007f}]+/gu;

/**
 * Scripts whose letters change their form at a joiner: joined ones such as Arabic, and those of India and its
 * neighbours, which build clusters.
 */
const joined = String.raw`\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Thaa}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Tibt}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Java}\p{scx=Bali}\p{scx=Sund}\p{scx=Mtei}\p{scx=Olck}\p{scx=Cakm}\p{scx=Newa}`;
const isLetter = String.raw`(?=[\p{L}\p{M}\p{N}])`;
const afterJoined = new RegExp(String.raw`${isLetter}[${joined}]\p{M}*$`, "u");
const beforeJoined = new RegExp(String.raw`^\p{M}*${isLetter}[${joined}]`, "u");

const afterLetter = /[\p{L}\p{M}\p{N}]$/u;
const beforeLetter = /^[\p{L}\p{M}\p{N}]/u;
/** The end of a quoted word, to which Persian joins its endings. */
const afterQuoted = /[\p{Pe}\p{Pf}"'’]$/u;

/** Scripts without spaces between words, where a zero-width space may be all that separates two. */
const unspaced = String.raw`\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Lana}\p{scx=Talu}\p{scx=Tale}\p{scx=Tavt}`;
const afterUnspaced = new RegExp(String.raw`${isLetter}[${unspaced}]\p{M}*$`, "u");
const beforeUnspaced = new RegExp(String.raw`^\p{M}*${isLetter}[${unspaced}]`, "u");

const afterEmoji = /[\p{ExtPict}\p{EMod}\ufe0f\u20e3]$/u;
const beforeEmoji = /^\p{ExtPict}/u;

/** Longer than any letter with its marks. */
const span = 16;

interface Neighbours {
  /** The text up to the characters in question, which ends in one that readers see. */
  readonly before: string;
  readonly after: string;
}

/** When a character that readers do not see stays, because the text would look or read differently without it. */
const staying: Readonly<Record<string, (around: Neighbours) => boolean>> = {
  // Zero-width non-joiner: between letters, of which one would otherwise join.
  "\u200c": ({ before, after }) =>
    (afterJoined.test(before) && beforeLetter.test(after)) ||
    (beforeJoined.test(after) && (afterLetter.test(before) || afterQuoted.test(before))),
  // Zero-width joiner: beside a letter, which it gives another form, or in an emoji.
  "\u200d": ({ before, after }) =>
    afterJoined.test(before) ||
    beforeJoined.test(after) ||
    (afterEmoji.test(before) && beforeEmoji.test(after)),
  // Zero-width space: the end of a word where no other space is written.
  "\u200b": ({ before, after }) => afterUnspaced.test(before) && beforeUnspaced.test(after),
  // Mongolian vowel separator.
  "\u180e": ({ before, after }) => /\p{Script=Mongolian}$/u.test(before) && beforeLetter.test(after),
};

/** A black flag with tags: the flags of England, Scotland and Wales. */
const flagTags = /^[\u{e0020}-\u{e007e}]+\u{e007f}/u;

/**
 * Returns the places, in UTF-16 units, of the characters of a text that readers can neither see nor miss. Pure,
 * linear.
 *
 * Soft hyphens, byte-order marks, word joiners, controls and the like always go. Joiners and zero-width spaces stay
 * where they matter to the letters beside them (Unicode Standard 23.2), and in emoji. For direction marks see
 * {@link droppedMarksIn}.
 */
export function droppedIn(text: string): ReadonlySet<number> {
  const dropped = new Set(droppedMarksIn(text));
  for (const { 0: run, index } of text.matchAll(unseen)) {
    const end = index + run.length;
    const around = {
      before: text.slice(Math.max(0, index - span), index),
      after: text.slice(end, end + span),
    };
    const kept = new Set<string>();
    const flag = around.before.endsWith("🏴") ? (flagTags.exec(run)?.[0].length ?? 0) : 0;
    let at = index;
    for (const character of run) {
      // Whether direction marks stay was decided above.
      const isMark = /\p{Bidi_Control}/u.test(character);
      const stays =
        isMark || at < index + flag || (!kept.has(character) && staying[character]?.(around) === true);
      if (stays) kept.add(character);
      else for (let unit = 0; unit < character.length; unit += 1) dropped.add(at + unit);
      at += character.length;
    }
  }
  return dropped;
}
