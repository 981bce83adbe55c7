import { describe, expect, test } from "vitest";
import { lexicons } from "../../../../../importer/parse/lexicons/lexicons.ts";
import { calendarNames } from "../../../../../importer/parse/phrases/dates/calendar-names.ts";
import { numberedForms, withPlainDates } from "../../../../../importer/parse/phrases/dates/numbered-dates.ts";
import { readDates } from "../../../../../importer/parse/phrases/dates/read-dates.ts";

test.each([
  ["March 4, 2024", "2024-03-04"],
  ["4 March 2024", "2024-03-04"],
  ["Mon 4th of March 2024", "2024-03-04"],
  ["2024-03-04", "2024-03-04"],
  ["04.03.2024", "2024-03-04"],
  ["13/03/2024", "2024-03-13"],
  ["03/13/2024", "2024-03-13"],
  ["الاثنين ٤ مارس ٢٠٢٤", "2024-03-04"],
  ["4 آذار/مارس 2024", "2024-03-04"],
  ["4 مارس (آذار) 2024", "2024-03-04"],
  ["4 تشرين الأول 2024", "2024-10-04"],
  ["4 غشت 2024", "2024-08-04"],
  ["4 جويلية 2024", "2024-07-04"],
  ["۱۴ اسفند ۱۴۰۲", "2024-03-04"],
  ["04 شوّال 1443 هـ", "2022-05-05"],
  ["4 марта 2024 г.", "2024-03-04"],
  ["4 de marzo de 2024", "2024-03-04"],
  ["1er mars 2024", "2024-03-01"],
  ["4. März 2024", "2024-03-04"],
  ["4 Mart 2024 Pazartesi", "2024-03-04"],
  ["ב-4 במרץ 2024", "2024-03-04"],
  ["2024年3月4日", "2024-03-04"],
  ["令和6年3月4日（月）", "2024-03-04"],
  ["2024년 3월 4일", "2024-03-04"],
  ["الخميس 11 نيسان / أبريل 2024", "2024-04-11"],
  ["११ मार्च २०२४", "2024-03-11"],
  ["১১ মার্চ ২০২৪", "2024-03-11"],
  ["၁၁ မတ် ၂၀၂၄", "2024-03-11"],
  ["11 มีนาคม 2567", "2024-03-11"],
  ["ngày 4 tháng 3 năm 2024", "2024-03-04"],
  ["2024 оны 3-р сарын 4", "2024-03-04"],
  ["2024. március 4.", "2024-03-04"],
  ["2024 m. kovo 4", "2024-03-04"],
  ["2024. gada 4. marts", "2024-03-04"],
  ["2024ko martxoaren 4a", "2024-03-04"],
  ["4 mart 2024-cü il", "2024-03-04"],
  ["2024-yil 4-mart", "2024-03-04"],
  ["2024 жылғы 4 наурыз", "2024-03-04"],
  ["2024 թ. մարտի 4", "2024-03-04"],
  ["4 Machi 2024", "2024-03-04"],
  ["4-го марта 2024 года", "2024-03-04"],
  ['ג׳ ניסן התשפ"ד', "2024-04-11"],
  ["י״ד באדר ב׳ תשפ״ד", "2024-03-24"],
  ["יום חמישי 11.04.2024 / ג׳ ניסן התשפ״ד", "2024-04-11"],
  ["061305 GMT mar 24", "2024-03-06"],
])("readDates() reads %j and finds nothing else in it", (text, date) => {
  const { dates, others } = readDates(text);
  expect([dates[0]?.date, others]).toEqual([date, 0]);
});

test.each([
  ["9 Apr 2026 19.31 BST", "19:31", "+01:00"],
  ["Jan 27, 2026, 5:42 PM EST", "17:42", "-05:00"],
  ["Jan 27, 2026, 5:42 PM ET", "17:42", "-05:00"],
  ["July 27, 2026, 5:42 PM ET", "17:42", "-04:00"],
  ["21.03.2018 | 14:22 GMT", "14:22", "Z"],
  ["4 March 2024 14:22 UTC+3", "14:22", "+03:00"],
  ["2024-03-04T14:22:05+05:30", "14:22:05", "+05:30"],
  ["Published 2024-03-04T14:22:05.250Z", "14:22:05.250", "Z"],
  ["Published 2024-03-04T01:00-05:00", "01:00", "-05:00"],
  ["4 March 2024 08:00 -1000", "08:00", "-10:00"],
  ["TUESDAY DECEMBER 15 2026 0600 GMT", "06:00", "Z"],
  ["0600 GMT TUESDAY DECEMBER 15 2026", "06:00", "Z"],
  ["4. März 2024, 17:05 Uhr (MEZ)", "17:05", "+01:00"],
  ["3 mai 2026 à 18h47", "18:47", undefined],
  ["3 mai 2026 à 18h47 (heure de Paris)", "18:47", "+02:00"],
  ["3 de enero de 2026, 18:47 (hora peninsular)", "18:47", "+01:00"],
  ["3 مايو 2026 الساعة 18:47 بتوقيت مكة المكرمة", "18:47", "+03:00"],
  ["3 مايو 2026 الساعة 18:47 بتوقيت غرينتش", "18:47", "Z"],
  ["2026年3月4日 午後3時20分", "15:20", undefined],
  ["北京时间2026年3月4日 15:20", "15:20", "+08:00"],
  ["更新北京时间 2026年3月4日 15:20", "15:20", "+08:00"],
  ["2012-07-04 12:00 MSK", "12:00", "+04:00"],
  ["4 июля 2026, 12:00 мск", "12:00", "+03:00"],
  ["sat,31 january 2026 7:05:09 edt", "07:05:09", "-04:00"],
  ["25 de mayo de 2025 16:51 h", "16:51", undefined],
  ["Stand: 11.03.2024 17:05 Uhr", "17:05", undefined],
  ["11.03.2024 kl. 17.05", "17:05", undefined],
  ["11.3.2024 klo 17.05", "17:05", undefined],
  ["11.03.2024, 17.05", "17:05", undefined],
  ["Senin, 11 Maret 2024 17.05 WIB", "17:05", "+07:00"],
  ["11 Maret 2024 17:05 WITA", "17:05", "+08:00"],
  ["11 มีนาคม 2567 17.05 น.", "17:05", undefined],
  ["17:05 11.03.2024", "17:05", undefined],
  ["Date: 11.03.2024 Time: 17:05", "17:05", undefined],
  ["Datum: 11.03.2024 Godziny: 17:05", "17:05", undefined],
  ["11 mart 2024, 17:05 Bakı vaxtı ilə", "17:05", "+04:00"],
  ["061305 GMT mar 24", "13:05:00", "Z"],
])("readDates() reads the time of %j", (text, time, offset) => {
  const [found] = readDates(text).dates;
  expect([found?.time, found?.offset]).toEqual([time, offset]);
});

test.each([
  ["a stretch of time", "7 March 2026, 10:00 – 12:00", "10:00"],
  ["a stretch without spaces", "7 March 2026, 08:00-10:00", "08:00"],
  ["a day after it", "14:05 - 04.03.2026", "14:05"],
  ["a joined day after it", "14:05 -04.03.2026", "14:05"],
  ["a French word", "Jean et Marie, 3 mai 2026 à 18h47 et 19h10", "18:47"],
  ["a French word in capitals", "3 MAI 2026 À 18H47 ET MODIFIÉ", "18:47"],
  ["a French verb", "3 mai 2026 à 18h47 est arrivé", "18:47"],
  ["a German word", "4. März 2026, 12:00 art der Sache", "12:00"],
  ["a temperature", "4 March 2026 12:00 +12 °C", "12:00"],
  ["an English word in capitals", "4 MARCH 2026 15:00 WEST HAM", "15:00"],
  ["where an author is", "Ana Reis, de Lisboa, 3 de maio de 2026, 18:47", "18:47"],
  ["the zone of another clock", "Published 4 March 2026 12:00, updated 4 March 2026 14:00 GMT", "12:00"],
  ["a name of several zones", "4 March 2026 12:00 CST", "12:00"],
  ["an hour that summer time has twice", "25 octobre 2026 à 02h30 (heure de Paris)", "02:30"],
  ["an hour that summer time leaves out", "29 mars 2026 à 02h30 (heure de Paris)", "02:30"],
])("readDates() takes %s for no zone", (_, text, time) => {
  const [found] = readDates(text).dates;
  expect([found?.time, found?.offset]).toEqual([time, undefined]);
});

test("readDates() leaves the time of an update to the update", () => {
  const [found] = readDates("Updated 14:00 GMT, published 4 March 2026").dates;
  expect([found?.label, found?.date, found?.time]).toEqual(["published", "2026-03-04", undefined]);
});

test("readDates() tells publication from update", () => {
  const { dates } = readDates("Publié le 3 mai 2026 à 18h47, mis à jour le 4 mai 2026 à 20h12");
  expect(dates.map(({ label, date }) => [label, date])).toEqual([
    ["published", "2026-05-03"],
    ["updated", "2026-05-04"],
  ]);
});

test.each([
  ["Turkish", "Giriş: 11.03.2024 17:05 Güncelleme: 12.03.2024 09:10"],
  ["Turkish, times first", "Giriş: 17:05 11.03.2024 Güncelleme: 09:10 12.03.2024"],
  ["a language without a lexicon", "Fugata: 11.03.2024 17:05 Kotenguwa: 12.03.2024 09:10"],
  ["one, the update first", "Kotenguwa: 12.03.2024 09:10 | Fugata: 11.03.2024 17:05"],
  ["one, its update in a known one", "Updated: 12.03.2024 09:10 Fugata: 11.03.2024 17:05"],
])("readDates() tells publication from update by their labels in %s", (_, text) => {
  const { dates, others } = readDates(text);
  const [updated, published] = dates.toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  expect([updated?.label, updated?.date, updated?.time]).toEqual(["updated", "2024-03-12", "09:10"]);
  expect([published?.date, published?.time]).toEqual(["2024-03-11", "17:05"]);
  expect(published?.label).not.toBe("updated");
  expect(others).toBeLessThanOrEqual(1);
});

test.each([["11.03.2024: 12.50 €"], ["11.03.2024 12.50 %"], ["11.03.2024, 12.50 euro"]])(
  "readDates() takes no number of %j for a time",
  (text) => {
    expect(readDates(text).dates).toMatchObject([{ date: "2024-03-11" }]);
    expect(readDates(text).dates[0]?.time).toBeUndefined();
  },
);

test("readDates() reads a name that is of two months in the month of the language", () => {
  const read = (language?: string) => readDates("4. listopada 2024.", language).dates[0]?.date;
  expect([read("hr"), read("pl"), read()]).toEqual(["2024-10-04", "2024-11-04", "2024-11-04"]);
});

test("readDates() counts the years of Ethiopia in Amharic, whose months have the names of others in Tigrinya", () => {
  const read = (text: string, language: string) => readDates(text, language).dates[0];
  expect(read("መጋቢት 2 ቀን 2016 ዓ.ም.", "am")).toMatchObject({ calendar: "ethiopic", date: "2024-03-11" });
  expect(read("11 መጋቢት 2024", "ti")).toMatchObject({ calendar: "gregorian", date: "2024-03-11" });
});

test("readDates() keeps a clock time or a weekday that stands alone", () => {
  expect(readDates("09:42")).toMatchObject({ dates: [], clock: { time: "09:42" }, others: 0 });
  expect(readDates("17:05 Uhr")).toMatchObject({ dates: [], clock: { time: "17:05" }, others: 0 });
  expect(readDates("Donnerstag")).toMatchObject({ dates: [], hasWeekday: true, others: 0 });
  expect(readDates("Updated 17:05").clock).toBeUndefined();
});

test.each(numberedForms.map(({ name, example, plain }) => [name, example, plain] as const))(
  "%s are read as other dates are",
  (_, example, plain) => {
    expect(withPlainDates(example).trim()).toBe(plain);
  },
);

describe.each(calendarNames)("the calendar of $language", ({ language, months, weekdays }) => {
  test("has all months and days", () => {
    expect([months.length, weekdays.length >= 7]).toEqual([12, true]);
  });

  test("has months that make dates", () => {
    for (const [index, names] of months.entries()) {
      const month = String(index + 1).padStart(2, "0");
      for (const name of names)
        expect([name, readDates(`4 ${name} 2024`, language).dates[0]?.date]).toEqual([
          name,
          `2024-${month}-04`,
        ]);
    }
  });

  test("has the names that Unicode knows", () => {
    const format = new Intl.DateTimeFormat(language, { month: "long", calendar: "gregory", timeZone: "UTC" });
    const known = months.map((_, month) => format.format(Date.UTC(2024, month, 4)));
    const read = known.map((name) => readDates(`4 ${name} 2024`, language).dates[0]?.month);
    expect(read).toEqual(months.map((_, month) => month + 1));
  });
});

test("readDates() makes up no year, and no day that the calendar lacks", () => {
  expect(readDates("4 March").dates[0]?.date).toBeUndefined();
  expect(readDates("30 February 2024").dates[0]?.date).toBeUndefined();
});

test("readDates() says when day and month could stand the other way round", () => {
  const isAmbiguous = (text: string) => readDates(text).dates[0]?.isAmbiguous;
  expect([isAmbiguous("04/03/2024"), isAmbiguous("13/03/2024"), isAmbiguous("04/04/2024")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("readDates() takes relative days for hints only", () => {
  expect(readDates("3 hours ago")).toMatchObject({ dates: [], hasHint: true, others: 0 });
  expect(readDates("منذ 5 ساعات")).toMatchObject({ dates: [], hasHint: true, others: 0 });
});

test("a date with full stops that ends in the year begins with the day, wherever it is written so", () => {
  const languages = lexicons.flatMap(({ language }) => [
    language,
    ...["US", "GB", "CH", "AT", "CA", "IN", "ZA", "PH", "MX"].map((region) => `${language}-${region}`),
  ]);
  const written = languages.map((language) => {
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: "short",
      calendar: "gregory",
      numberingSystem: "latn",
    });
    const parts = format.formatToParts(Date.UTC(2026, 10, 2, 12)).filter(({ value }) => value.trim() !== "");
    return parts.map(({ type, value }) => (type === "literal" ? value.trim() : type)).join("");
  });
  expect(written.some((order) => order.startsWith("day.month.year"))).toBe(true);
  expect(written.filter((order) => order.startsWith("month.day"))).toEqual([]);
});
