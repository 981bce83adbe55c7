/** The scripts that are distinguished, each by its own letters (Unicode Script property). */
const scripts = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  // One script for readers: Japanese mixes Han and Kana.
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Bengali", /\p{Script=Bengali}/gu],
  ["Gurmukhi", /\p{Script=Gurmukhi}/gu],
  ["Gujarati", /\p{Script=Gujarati}/gu],
  ["Oriya", /\p{Script=Oriya}/gu],
  ["Tamil", /\p{Script=Tamil}/gu],
  ["Telugu", /\p{Script=Telugu}/gu],
  ["Kannada", /\p{Script=Kannada}/gu],
  ["Malayalam", /\p{Script=Malayalam}/gu],
  ["Sinhala", /\p{Script=Sinhala}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Lao", /\p{Script=Lao}/gu],
  ["Khmer", /\p{Script=Khmer}/gu],
  ["Myanmar", /\p{Script=Myanmar}/gu],
  ["Georgian", /\p{Script=Georgian}/gu],
  ["Armenian", /\p{Script=Armenian}/gu],
  ["Ethiopic", /\p{Script=Ethiopic}/gu],
  ["Thaana", /\p{Script=Thaana}/gu],
  ["Syriac", /\p{Script=Syriac}/gu],
  ["Tibetan", /\p{Script=Tibetan}/gu],
  ["Mongolian", /\p{Script=Mongolian}/gu],
  ["Tifinagh", /\p{Script=Tifinagh}/gu],
  ["Cherokee", /\p{Script=Cherokee}/gu],
  ["Canadian Syllabics", /\p{Script=Canadian_Aboriginal}/gu],
  ["Nko", /\p{Script=Nko}/gu],
  ["Ol Chiki", /\p{Script=Ol_Chiki}/gu],
  ["Meetei Mayek", /\p{Script=Meetei_Mayek}/gu],
] as const;

export type Script = (typeof scripts)[number][0];

/** The first characters of a long text are enough. */
const sampleLength = 160;

/** The script of most letters in a text; `undefined` if it has no letters of a known script. Pure. */
export function scriptOf(text: string): Script | undefined {
  const sample = text.slice(0, sampleLength);
  // A special case for speed: the script of every line is requested.
  if (!/[^\0-\x7f]/.test(sample)) return /[a-z]/i.test(sample) ? "Latin" : undefined;
  let most: Script | undefined;
  let count = 0;
  for (const [script, letters] of scripts) {
    const found = sample.match(letters)?.length ?? 0;
    // One Chinese character carries about as much as two letters.
    const weight = script === "Han" ? found * 2 : found;
    if (weight > count) [most, count] = [script, weight];
    if (weight * 2 > sample.length) break;
  }
  return most;
}

/** Whether a text has a letter of a script. Pure. */
export const hasLetterOf = (text: string, script: Script): boolean =>
  scripts.some(([name, letters]) => name === script && text.search(letters) >= 0);
