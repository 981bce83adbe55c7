import { expect, test } from "vitest";
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
])("readDates() reads %j and finds nothing else in it", (text, date) => {
  const { dates, others } = readDates(text);
  expect([dates[0]?.date, others]).toEqual([date, 0]);
});

test.each([
  ["9 Apr 2026 19.31 BST", "19:31", 60],
  ["Jan 27, 2026, 5:42 PM EST", "17:42", -300],
  ["21.03.2018 | 14:22 GMT", "14:22", 0],
  ["4 March 2024 14:22 UTC+3", "14:22", 180],
  ["2024-03-04T14:22:05+05:30", "14:22:05", 330],
  ["3 mai 2026 à 18h47", "18:47", undefined],
  ["3 mai 2026 à 18h47 (heure de Paris)", "18:47", 120],
  ["3 de enero de 2026, 18:47 (hora peninsular)", "18:47", 60],
  ["3 مايو 2026 الساعة 18:47 بتوقيت مكة المكرمة", "18:47", 180],
  ["2026年3月4日 午後3時20分", "15:20", undefined],
])("readDates() reads the time of %j", (text, time, offset) => {
  expect(readDates(text).dates[0]).toMatchObject({ time, ...(offset === undefined ? {} : { offset }) });
});

test("readDates() tells publication from update", () => {
  const { dates } = readDates("Publié le 3 mai 2026 à 18h47, mis à jour le 4 mai 2026 à 20h12");
  expect(dates.map(({ label, date }) => [label, date])).toEqual([
    ["published", "2026-05-03"],
    ["updated", "2026-05-04"],
  ]);
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
