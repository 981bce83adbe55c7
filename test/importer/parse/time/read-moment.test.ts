import fc from "fast-check";
import { expect, test } from "vitest";
import { readInstant } from "../../../../importer/parse/time/read-instant.ts";
import { readMoment } from "../../../../importer/parse/time/read-moment.ts";

test.each([
  ["2026-01-31T12:00:00+03:00", "2026-01-31T12:00:00+03:00"],
  ["2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"],
  ["20260131T120000+0300", "2026-01-31T12:00:00+03:00"],
  ["20260131T120000Z", "2026-01-31T12:00:00Z"],
  ["20260131T1200-05", "2026-01-31T12:00:00-05:00"],
  ["20260131T12Z", "2026-01-31T12:00:00Z"],
  ["2026-01-31 12:00:05 +0530", "2026-01-31T12:00:05+05:30"],
  ["2026-01-31t12:00:00.250z", "2026-01-31T12:00:00.250Z"],
  ["2026-01-31T12:00:00,000+00:00", "2026-01-31T12:00:00+00:00"],
  ["2026-01-31T12:00:00\u221203:30", "2026-01-31T12:00:00-03:30"],
  ["2026-W05-6T12:00Z", "2026-01-31T12:00:00Z"],
  ["2026W056T1200Z", "2026-01-31T12:00:00Z"],
  ["2026-031T12:00:00Z", "2026-01-31T12:00:00Z"],
  ["2024366T120000Z", "2024-12-31T12:00:00Z"],
  ["2026-01-31 12:00 UTC", "2026-01-31T12:00:00Z"],
  ["Sat, 31 Jan 2026 12:00:00 +0300", "2026-01-31T12:00:00+03:00"],
  ["Sat, 31 Jan 2026 12:00:00 GMT", "2026-01-31T12:00:00Z"],
  ["31 Jan 26 07:05 EST", "2026-01-31T07:05:00-05:00"],
  ["sat,31 january 2026 7:05:09 edt", "2026-01-31T07:05:09-04:00"],
  ["Sam., 31 Jan 2026 12:00:00 CET", "2026-01-31T12:00:00+01:00"],
  ["السبت, 31 Jan 2026 12:00:00 +0300", "2026-01-31T12:00:00+03:00"],
  ["Sat, 31 Jan 2026 12:00:00 -0000", "2026-01-31T12:00:00Z"],
  ["Sat, 31 Jan 2026 12:00:00 GMT+0200 (Eastern European Time)", "2026-01-31T12:00:00+02:00"],
  ["Sat, 31 Jan 2026 12:00:00 IRST", "2026-01-31T12:00:00+03:30"],
  ["Saturday, 31-Jan-26 12:00:00 UTC", "2026-01-31T12:00:00Z"],
  ["Sun, 30 Jun 2026 23:59:60 Z", "2026-06-30T23:59:59Z"],
  ["January 31, 2026 12:30 AM PST", "2026-01-31T00:30:00-08:00"],
  ["Sat Jan 31 12:00:00 UTC 2026", "2026-01-31T12:00:00Z"],
  ["٢٠٢٦-٠١-٣١T١٢:٠٠:٠٠+٠٣:٠٠", "2026-01-31T12:00:00+03:00"],
  ["31 Jan 99 12:00 GMT", "1999-01-31T12:00:00Z"],
  ["2026-01-31 12:00:00.123 UTC", "2026-01-31T12:00:00.123Z"],
])("readInstant() reads %j", (printed, iso) => {
  expect(readInstant(printed)).toEqual({ kind: "instant", iso });
});

test.each([
  ["2026-01-31", { kind: "day" }],
  ["20260131", { kind: "day" }],
  ["2026-01-31T12:00", { kind: "local", clock: "12:00:00" }],
  ["2026-01-31T12:00:00", { kind: "local", clock: "12:00:00" }],
  ["31 Jan 2026", { kind: "day" }],
  ["31 ene 2026 12:00", { kind: "local", clock: "12:00:00" }],
  ["31 gen 2026", { kind: "day" }],
  ["Sat, 31 Jan 2026 12:00:00 IST", { kind: "local", clock: "12:00:00" }],
  ["Sat Jan 31 12:00:00 2026", { kind: "local", clock: "12:00:00" }],
  ["Sat Jan 31 12:00:00 CST 2026", { kind: "local", clock: "12:00:00" }],
  ["2026-01-31 08:00-10:00", { kind: "local", clock: "08:00:00" }],
])("readMoment() makes no instant of %j, which lacks the zone", (printed, rest) => {
  expect(readMoment(printed)).toEqual({ day: "2026-01-31", ...rest });
});

test.each([
  ["2026-01-31", "has a day but no time"],
  ["2026-01-31 12:00", "has no time zone"],
  ["soon", "is not a readable date"],
])("readInstant() tells why %j is none", (printed, why) => {
  expect(readInstant(printed)).toEqual({ kind: "no-instant", why });
});

test.each([
  "",
  "yesterday",
  "0000-00-00 00:00:00",
  "2026-02-30T12:00:00Z",
  "2026-13-01",
  "2026-01-31T25:00:00Z",
  "2026-366",
  "Sat, 31 Foo 2026 12:00:00 GMT",
  "13:00 PM",
  "01/02/2026 12:00 GMT",
  "31 Janx 2026 12:00 GMT",
  "1".repeat(10_000),
  "January 31, 2026 13:00 PM EST",
  "2026-05-32",
  "2026-01-31, updated 2026-02-01",
  "Updated 4 March 2026",
  "04/03/2026",
  "4 Shaaban 1447",
  "page 4 of 31 January 2026",
  "31 January 2026, 14",
])("readMoment() leaves %.40j unread", (printed) => {
  expect(readMoment(printed)).toBeUndefined();
});

test("readMoment() reads day and month in the order of the language, and leaves them unread where it has both", () => {
  const read = (language?: string) => readMoment("06/03/2024", language)?.day;
  expect([read("es"), read("sw"), read("en-GB")]).toEqual(["2024-03-06", "2024-03-06", "2024-03-06"]);
  expect([read("en"), read("en-US"), read("und"), read()]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("readInstant() gives the very instant that was written, in either form", () => {
  const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }),
      (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        const iso = whole.toISOString();
        const [year, month, day] = iso.slice(0, 10).split("-");
        const mail = `${day} ${names[Number(month) - 1]} ${year} ${iso.slice(11, 19)} +0000`;
        for (const printed of [iso, mail, iso.replace(/[-:]|\.000/g, "")]) {
          const read = readInstant(printed);
          expect(read.kind === "instant" && new Date(read.iso).getTime()).toBe(whole.getTime());
        }
      },
    ),
  );
});
