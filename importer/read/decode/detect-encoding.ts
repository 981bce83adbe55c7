import { writingModels, type WritingModel } from "./writing-models.ts";

/** The encoding of a text that does not declare one. */
export interface DetectedEncoding {
  /** Name in the Encoding Standard. */
  readonly encoding: string;
  readonly language: string;
}

/**
 * Detects an encoding other than UTF-8, but only if one candidate reads like a language and every candidate that gives
 * a different text clearly does not; otherwise `undefined`. Short texts are never guessed. Pure.
 *
 * Each candidate decodes the bytes. The text must have the frequent short words of a language and, beyond ASCII, only
 * the letters of that language. Bytes decoded in a wrong encoding do not have both.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const readings: Reading[] = [];
  for (const encoding of candidates) {
    const text = decodeSample(encoding, sample);
    if (text === undefined || readings.some((reading) => reading.text === text)) continue;
    readings.push({ encoding, text, ...bestFit(text, encoding) });
  }
  const [best, ...others] = readings.toSorted((a, b) => b.fit - a.fit);
  if (!best?.model || !isConvincing(best)) return undefined;
  if (!others.every((other) => isClearlyBehind(other, best))) return undefined;
  return { encoding: best.encoding, language: best.model.language };
}

/** Enough to be certain, and quick to try in every encoding. */
const sampleBytes = 32 * 1024;

const candidates = [...new Set(writingModels.flatMap(({ encodings }) => encodings))];

interface Fit {
  readonly model: WritingModel | undefined;
  /** Number of words, or characters, examined. */
  readonly words: number;
  /** Share of the frequent ones among them. */
  readonly fluency: number;
  /** Characters beyond ASCII, and how many of them do not belong. */
  readonly beyondAscii: number;
  readonly strange: number;
  /** How well it reads, for comparison. */
  readonly fit: number;
}

interface Reading extends Fit {
  readonly encoding: string;
  readonly text: string;
}

/** The text in one encoding; the sample may end within a character. */
function decodeSample(encoding: string, sample: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return text.replace(/<(script|style)\b.*?<\/\1\s*>|<[^<>]*>/gis, " ");
  } catch {
    return undefined;
  }
}

function bestFit(text: string, encoding: string): Fit {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const characters = text.match(/[^\x00-\x7f]/gu) ?? [];
  const broken = (text.match(brokenWord)?.length ?? 0) + 3 * (text.match(mixedWord)?.length ?? 0);
  const fits = models
    .filter(({ model }) => model.encodings.includes(encoding) || model.kind === "latin")
    .map((known) => fitOf(known, words, characters, broken));
  return fits.reduce((best, fit) => (fit.fit > best.fit ? fit : best), noFit);
}

const noFit: Fit = { model: undefined, words: 0, fluency: 0, beyondAscii: 0, strange: 0, fit: 0 };

const models = writingModels.map((model) => ({
  model,
  common: new Set(model.kind === "signs" ? model.common : model.common.split(" ")),
}));

/** Typographic punctuation, which any language may use. */
const typographic = /[\u00a0\u00ad«»“”„‚‘’‹›–—…•·°§€£¥©®™±×½¼¾²³\u200c-\u200f¡¿ªº´]/u;

/** A sign within a word, or a lower-case letter followed by a capital beyond ASCII. */
const brokenWord = /(?<=\p{L})[^\x00-\x7f\p{L}\p{M}\p{Cf}\s’‘·״׳–—](?=\p{L})|(?<=\p{Ll})(?![A-Z])\p{Lu}/gu;

/** Letters of two scripts in one word, which no language has: weighs more than a letter from a foreign name. */
const mixedWord =
  /\p{Script=Latin}(?=[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}])|[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}](?=\p{Script=Latin})/gu;

function fitOf(
  { model, common }: (typeof models)[number],
  allWords: readonly string[],
  characters: readonly string[],
  broken: number,
): Fit {
  const belongs = (character: string): boolean =>
    typographic.test(character) ||
    (typeof model.letters === "string"
      ? model.letters.includes(character.toLowerCase())
      : model.letters.test(character));
  const strange =
    characters.filter((character) => !belongs(character)).length + (model.kind === "signs" ? 0 : broken);
  const words =
    model.kind === "signs"
      ? characters.filter((character) => /\p{L}/u.test(character))
      : model.kind === "own"
        ? allWords.filter((word) => /[^\x00-\x7f]/.test(word))
        : allWords;
  const frequent = words.filter((word) => common.has(word)).length;
  const fluency = words.length === 0 ? 0 : frequent / words.length;
  const beyondAscii = characters.length;
  const fit = fluency * Math.max(0, 1 - (8 * strange) / Math.max(1, beyondAscii));
  return { model, words: words.length, fluency, beyondAscii, strange, fit };
}

/** The minimum evidence before anything is guessed. */
const enough = {
  latin: { words: 40, beyondAscii: 6, fluency: 0.15 },
  own: { words: 20, beyondAscii: 60, fluency: 0.08 },
  signs: { words: 40, beyondAscii: 40, fluency: 0.2 },
};

function isConvincing({ model, words, fluency, beyondAscii, strange }: Fit): boolean {
  if (!model) return false;
  const least = enough[model.kind];
  return (
    words >= least.words &&
    beyondAscii >= least.beyondAscii &&
    fluency >= least.fluency &&
    strange <= (beyondAscii < 50 ? 0 : beyondAscii * 0.02)
  );
}

/**
 * Whether another reading can be ruled out: it is far less fluent; or it is about as fluent, since encodings of one
 * script differ in a few letters only, but those letters are not part of the language.
 */
const isClearlyBehind = (other: Reading, best: Reading): boolean =>
  other.fluency <= best.fluency * 0.4 || other.strange >= 3 + 4 * best.strange;
