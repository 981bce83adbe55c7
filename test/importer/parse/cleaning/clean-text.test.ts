import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, cleanTexts } from "../../../../importer/parse/cleaning/clean-text.ts";
import { isLong } from "../../../support/is-long.ts";
import { cpuMsOf } from "../../../support/cpu-time.ts";

test.each([
  ["soft hyphens go", "Unter\u00adnehmen", "Unternehmen"],
  ["zero-width spaces go", "Bedingungen\u200b.", "Bedingungen."],
  ["byte-order marks and word joiners go", "\ufeffKai\u2060", "Kai"],
  ["control characters go", "Ha\u0000fen\u0007 \u007f!", "Hafen !"],
  ["a vertical tab separates words", "Hafen\u000bKai", "Hafen Kai"],
  ["a form feed and its blanks are one space", "Hafen \f Kai", "Hafen Kai"],
  ["Unicode's line separators separate words", "Hafen\u2028Kai", "Hafen Kai"],
  ["field separators separate words", "Hafen \u001fKai", "Hafen Kai"],
  ["Word's optional hyphen goes", "Ha\u001ffen", "Hafen"],
  ["Word's non-breaking hyphen is a hyphen", "U\u001eBahn", "U-Bahn"],
  ["windows-1252 taken for Latin-1 is read", "don\u0092t \u0093go\u0094 \u0085", "don’t “go” …"],
  ["Latin ligatures are letters", "ﬁnanziell, Aﬀäre, Oﬃzier", "finanziell, Affäre, Offizier"],
  ["Arabic presentation forms are letters", "ﺍﻟﻌﺮﺑﻴﺔ ﻻ", "العربية لا"],
  ["a mark of its own does not split a word", "كتاباﹰ", "كتاباً"],
  ["signs for words and phrases stay", "ﷲ ﷺ ﷻ ﷼", "ﷲ ﷺ ﷻ ﷼"],
  ["full-width and other letters stay", "ＡＢＣ ｶﾅ Ĳ ŉ ²", "ＡＢＣ ｶﾅ Ĳ ŉ ²"],
  ["characters are composed", "Cafe\u0301", "Café"],
  ["characters are composed across what goes", "Cafe\u200b\u0301", "Café"],
  ["Persian non-joiners stay", "می‌خواهم", "می‌خواهم"],
  ["a Persian ending stays apart from a quoted word", "«کتاب»‌ها", "«کتاب»‌ها"],
  ["a non-joiner at the end of a word goes", "می‌ خواهم‌.", "می خواهم."],
  ["non-joiners in Latin go", "Auf‌lage", "Auflage"],
  ["joiners of Indian scripts stay", "क्‍ष क्‌ष শ্রী র‍্য", "क्‍ष क्‌ष শ্রী র‍্য"],
  ["a joiner after an Arabic letter stays", "١٤٤٥ ه‍", "١٤٤٥ ه‍"],
  ["a joiner between other letters goes", "a‍b", "ab"],
  ["emoji sequences stay", "👩‍🚒 👨‍👩‍👧 ❤️‍🔥 👍🏽 🏳️‍🌈 1️⃣", "👩‍🚒 👨‍👩‍👧 ❤️‍🔥 👍🏽 🏳️‍🌈 1️⃣"],
  ["flags of tags stay", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["tags without a flag go", "Kai\u{e0068}\u{e0069}", "Kai"],
  ["zero-width spaces between Thai words stay", "ภาษา\u200bไทย", "ภาษา\u200bไทย"],
  ["variation selectors stay", "葛\u{e0100} ☎︎", "葛\u{e0100} ☎︎"],
  ["direction marks in Latin text go", "\u200e1 \u202aMay\u202c\u200f", "1 May"],
  ["direction marks that order a text stay", "قال\u200f(CNN)\u200f أمس", "قال\u200f(CNN)\u200f أمس"],
  ["direction marks at the ends go", "\u200fقال أمس\u200f", "قال أمس"],
  ["a mark that keeps signs in place stays", "لغة C++\u200e", "لغة C++\u200e"],
  ["embeddings that are closed stay", "قال \u202aCNN 2\u202c أمس", "قال \u202aCNN 2\u202c أمس"],
  ["embeddings that are not closed go", "قال \u202aCNN أمس", "قال CNN أمس"],
  ["what closes nothing goes", "قال\u202c \u2069أمس", "قال أمس"],
  ["an isolate closes the embeddings in it", "قال \u2067ب\u202aa\u2069\u202c", "قال \u2067بa\u2069"],
  ["overrides go", "قال \u202etxt.exe\u202c أمس", "قال txt.exe أمس"],
  ["spaces with a width of their own stay", "5\u00a0Jahre\u202f!\u3000", "5\u00a0Jahre\u202f!\u3000"],
  ["tabs and line feeds stay", "a\tb\r\nc\rd", "a\tb\nc\nd"],
])("cleanText(): %s", (_, written, cleaned) => {
  expect(cleanText(written)).toBe(cleaned.normalize("NFC"));
});

const letters = fc.constantFrom(..."a b ß é İ ا ب می ه ک क ष ম র ക เ ไ ក မ 語 한 א ʼ ـ ٣ 7 ۵ ० ¼".split(" "));
const marks = fc.constantFrom("\u0301", "\u064b", "\u094d", "\u09cd", "\u0e48", "\ufe0f", "\u05b8", "\u034f");
const emoji = fc.constantFrom("👩‍🚒", "👍🏽", "❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪", "1️⃣");
const blanks = fc.constantFrom(" ", "\n", "\u00a0", "\u3000", "\u000b", "\u2028");
const unseen = fc.constantFrom(
  ..."\u0000 \u0007 \u001e \u001f \u0092 \u00ad \u200b \u200c \u200d \u200e \u200f \u061c \u202a \u202c \u202e \u2067 \u2069 \ufeff \u2060 \u180e \ufffa".split(
    " ",
  ),
  "\u{e0041}",
);
const forms = fc.constantFrom("ﬁ", "ﻻ", "ﺍ", "ﹰ", "ﷺ", "\ufb2a");
const pieces = fc.array(fc.oneof(letters, marks, emoji, blanks, unseen, forms), { maxLength: 24 });
const text = fc.oneof(
  pieces.map((each) => each.join("")),
  fc.string({ unit: "binary" }),
);

const runs = isLong ? 50_000 : 2_000;

describe("cleanText()", () => {
  test("does nothing to a clean text", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(cleanText(cleanText(written))).toBe(cleanText(written));
      }),
      { numRuns: runs },
    );
  });

  test("removes no letter, mark, digit, sign or emoji, and adds none", () => {
    const seen = (written: string): string =>
      written
        .replace(/[\u0080-\u009f\u001e\u001f]/g, "")
        .replace(/[\ufb00-\ufdef\ufe70-\ufefc]/g, (form) => form.normalize("NFKC"))
        .replace(/[\s\p{Cc}\p{Cf}\ufffa]/gu, "")
        .normalize("NFC");
    const plain = text.map((written) => written.replace(/[\u0080-\u009f\u001e\u001f]/g, "").toWellFormed());
    fc.assert(
      fc.property(plain, (written) => {
        expect(seen(cleanText(written))).toBe(seen(written));
      }),
      { numRuns: runs },
    );
  });

  test("joins no two words", () => {
    const wordsOf = (written: string): string[] =>
      written
        .split(/[\s\u2028\ufffa]+/u)
        .map((word) => cleanText(word).replace(/[\p{Cf}\p{Cc}]/gu, ""))
        .filter((word) => word !== "");
    const word = fc
      .array(fc.oneof(letters, emoji), { minLength: 1, maxLength: 5 })
      .map((each) => each.join(""));
    const between = fc
      .tuple(fc.array(unseen, { maxLength: 2 }), blanks, fc.array(unseen, { maxLength: 2 }))
      .map(([before, blank, after]) => [...before, blank, ...after].join(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, between), { minLength: 2, maxLength: 8 }), (written) => {
        const cleaned = wordsOf(cleanText(written.flat().join("")).replace(/[-…’€]/g, " "));
        expect(cleaned).toEqual(written.flatMap(([each]) => wordsOf(each)));
      }),
      { numRuns: runs },
    );
  });

  test("keeps joiners between letters of the scripts that use them", () => {
    const joining = fc.constantFrom(..."ا ب م ی ک क ষ ம ക ක ក မ".split(" "));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(joining, fc.constantFrom("\u200c", "\u200d")), { minLength: 1 }),
        joining,
        (each, last) => {
          const written = `${each.flat().join("")}${last}`.normalize("NFC");
          expect(cleanText(written)).toBe(written);
        },
      ),
      { numRuns: runs },
    );
  });

  test("cleans the pieces of a text as it does the whole", () => {
    fc.assert(
      fc.property(pieces, (written) => {
        // A separator takes the blanks around it only within its piece.
        const spaced = (each: string): string => each.replace(/ +/g, " ");
        const whole = cleanTexts(written).join("");
        expect(spaced(cleanText(whole))).toBe(spaced(cleanText(written.join(""))));
      }),
      { numRuns: runs },
    );
  });

  test("takes time linear in the text", () => {
    for (const piece of [
      "\u200f",
      "ا\u200f",
      "\u202a",
      "ب\u202aa\u202c",
      "می‌",
      "\u00ad",
      "👩‍",
      "ا \u200e+",
    ]) {
      const clean = (): void => void cleanText(piece.repeat(60_000));
      expect(cpuMsOf(clean), JSON.stringify(piece)).toBeLessThan(5_000);
    }
  });
});
