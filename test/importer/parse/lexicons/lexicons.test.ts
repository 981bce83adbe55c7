import { describe, expect, test } from "vitest";
import { matchKey } from "../../../../importer/parse/lexicons/match-key.ts";
import { boilerplateSignOf } from "../../../../importer/parse/lexicons/boilerplate.ts";
import { readControlWord } from "../../../../importer/parse/lexicons/control-words.ts";
import { readLabel } from "../../../../importer/parse/lexicons/labels.ts";
import { lexicons } from "../../../../importer/parse/lexicons/lexicons.ts";
import { indexPhrases } from "../../../../importer/parse/lexicons/phrase-index.ts";
import { readDates } from "../../../../importer/parse/phrases/dates/read-dates.ts";

test("each lexicon has a language of its own", () => {
  const languages = lexicons.map(({ language }) => language);
  expect(new Set(languages).size).toBe(languages.length);
  expect(languages).toEqual(
    expect.arrayContaining([
      "ar",
      "fa",
      "ur",
      "he",
      "en",
      "fr",
      "de",
      "es",
      "pt",
      "it",
      "ru",
      "tr",
      "zh",
      "ja",
    ]),
  );
});

describe.each(lexicons)(
  "the lexicon of $language",
  ({ labels, months, jalaliMonths, hijriMonths, control, boilerplate }) => {
    test("has labels that are found before a colon", () => {
      for (const label of [...(labels.source ?? []), ...(labels.credit ?? []), ...(labels.published ?? [])]) {
        expect(readLabel(`${label}: X`)?.kinds.size ?? 0, label).toBeGreaterThan(0);
      }
    });

    test("names no month twice within a calendar", () => {
      for (const calendar of [months, jalaliMonths, hijriMonths]) {
        const keys = (calendar ?? []).flatMap((names) => [...new Set(names.map((name) => matchKey(name)))]);
        expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
      }
    });

    test("has months that make dates", () => {
      for (const [index, names] of (months ?? []).entries()) {
        for (const name of names.filter((each) => !/^\d|月/u.test(each))) {
          const month = String(index + 1).padStart(2, "0");
          expect([name, readDates(`4 ${name} 2024`).dates[0]?.date]).toEqual([name, `2024-${month}-04`]);
        }
      }
    });

    test.each(["canceled", "withheld", "embargoed", "corrected", "updated"] as const)(
      "has words for a story that is %s",
      (kind) => {
        expect(control[kind] ?? []).not.toEqual([]);
      },
    );

    test("has orders to the desk that are read as such", () => {
      for (const kind of ["canceled", "withheld", "corrected"] as const) {
        for (const word of control[kind] ?? [])
          expect([word, readControlWord(word)?.isWhole]).toEqual([word, true]);
      }
    });

    test("has lines of the page that are known again", () => {
      for (const line of boilerplate.lines ?? []) {
        expect([line, boilerplateSignOf(matchKey(line))]).toEqual([line, "known-line"]);
      }
    });
  },
);

test.each([
  ["Source: Reuters", "source"],
  ["المصدر : الجزيرة", "source"],
  ["منبع: ایسنا", "source"],
  ["来源：新华社", "source"],
  ["Publié : 3 mai 2026", "published"],
  ["Etiquetas: puente", "tags"],
  ["צילום: דנה כהן", "credit"],
  ["图像来源，Getty Images", "credit"],
  ["Nguồn hình ảnh, Getty Images", "credit"],
  ["ที่มาของภาพ, Getty Images", "credit"],
  ["Keterangan gambar, Nelayan di pasar", "caption"],
  ["،تصویر کا ذریعہGetty Images", "credit"],
  ["،تصویر کا کیپشنپل پر مزدور", "caption"],
  ["Читайте также: мост", "related"],
] as const)("readLabel() knows what %j begins with", (line, kind) => {
  expect([...(readLabel(line)?.kinds ?? [])]).toContain(kind);
});

test.each(["He said: no", "The bridge: a story", "12:30"])("readLabel() finds no label in %j", (line) => {
  expect(readLabel(line)).toBeUndefined();
});

test.each([
  ["KILL", "canceled", true],
  ["إلغاء - إلغاء - إلغاء", "canceled", true],
  ["UPDATE 2", "updated", true],
  ["CORRECTED: spelling of name", "corrected", false],
  ["EMBARGOED UNTIL 00:01 GMT", "embargoed", false],
  ["SPERRFRIST: 5. März", "embargoed", false],
] as const)("readControlWord() reads %j", (line, kind, isWhole) => {
  expect(readControlWord(line)).toMatchObject({ kind, isWhole });
});

test("readControlWord() reads nothing in a headline", () => {
  expect(readControlWord("Mayor kills the plan")).toBeUndefined();
});

test("indexPhrases() finds whole words only, and anything in scripts without spaces", () => {
  const index = indexPhrases(["read more", "更多", "ad"]);
  expect([index.find("please read more here"), index.find("bread moreover"), index.find("advice")]).toEqual([
    7, -1, -1,
  ]);
  expect(index.find("看更多新闻")).toBe(1);
});
