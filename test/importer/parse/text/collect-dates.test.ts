import { expect, test } from "vitest";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";

interface Row {
  readonly name: string;
  readonly head: readonly string[];
  readonly text: string;
  readonly publishedAt: string | undefined;
  /** What the evidence keeps of a clock time without a zone. */
  readonly printed?: string;
}

const rows: readonly Row[] = [
  {
    name: "a date bar above the headline with a Hebrew date, and a clock time below it",
    head: ["מבזקים - יום חמישי 11.04.2024 / ג׳ ניסן התשפ״ד", "09:42", "הספרייה העירונית תיפתח גם בשבתות"],
    text: "הספרייה העירונית תיפתח מעתה גם בשבתות, לאחר שנים של דיונים במועצה ובקרב התושבים בשכונות הסמוכות לה.",
    publishedAt: "2024-04-11",
    printed: "מבזקים - יום חמישי 11.04.2024 / ג׳ ניסן התשפ״ד 09:42",
  },
  {
    name: "a Hebrew date alone above the headline",
    head: ["ג׳ ניסן התשפ״ד", "הספרייה העירונית תיפתח גם בשבתות"],
    text: "הספרייה העירונית תיפתח מעתה גם בשבתות, לאחר שנים של דיונים במועצה ובקרב התושבים בשכונות הסמוכות לה.",
    publishedAt: "2024-04-11",
  },
  {
    name: "a clock time above the date",
    head: ["La biblioteca abrirá también los sábados", "17:05", "6/3/2024"],
    text: "La biblioteca municipal abrirá desde ahora también los sábados, después de años de debates en el concejo y en los barrios.",
    publishedAt: "2024-03-06",
    printed: "6/3/2024 17:05",
  },
  {
    name: "a day of the week above the headline",
    head: ["Donnerstag", "Bücherei öffnet auch am Samstag", "11. April 2024"],
    text: "Die städtische Bücherei öffnet von nun an auch am Samstag, nachdem der Rat und die Stadtteile jahrelang darüber gestritten hatten.",
    publishedAt: "2024-04-11",
  },
  {
    name: "publication and update in one line",
    head: ["Kütüphane cumartesi günleri de açılacak", "Giriş: 11.03.2024 17:05 Güncelleme: 12.03.2024 09:10"],
    text: "Şehir kütüphanesi artık cumartesi günleri de açık olacak; belediye meclisi bu konuyu yıllardır tartışıyordu ve sonunda karar verdi.",
    publishedAt: "2024-03-11",
    printed: "Giriş: 11.03.2024 17:05 Güncelleme: 12.03.2024 09:10",
  },
  {
    name: "a month whose name is another month's elsewhere",
    head: ["Knjižnica otvorena i subotom", "4. listopada 2024. 17:05"],
    text: "Gradska knjižnica od sada će biti otvorena i subotom, nakon što su se vijeće i kvartovi godinama sporili oko toga tko će platiti.",
    publishedAt: "2024-10-04",
    printed: "4. listopada 2024. 17:05",
  },
  {
    name: "a day without its year",
    head: ["Библиотека будет работать и по субботам", "8 января, 17:46"],
    text: "Городская библиотека теперь будет работать и по субботам, после того как совет и жители районов спорили об этом несколько лет.",
    publishedAt: undefined,
  },
  {
    name: "a clock time with its zone below the date",
    head: ["Library to open on Saturdays too", "11 March 2024", "17:05 GMT"],
    text: "The city library will open on Saturdays too from now on, after the council and the neighbourhoods had argued about it for years.",
    publishedAt: "2024-03-11T17:05:00Z",
  },
];

test.each(rows)("parseText() reads $name", ({ head, text, publishedAt, printed }) => {
  const story = parseText([...head, "", text, "", text].join("\n"));
  const evidence = story.evidence.find(({ path }) => path === "publishedAt");
  expect(story.publishedAt).toBe(publishedAt);
  expect(evidence?.printed).toBe(printed);
  expect(head).toContain(story.headline);
  expect(story.headline).toMatch(/\p{L}{4}.*\s/u);
  expect(story.headline).not.toMatch(/\d|״/u);
  expect(story.subHeadline).toBeUndefined();
});
