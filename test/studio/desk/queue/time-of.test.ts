import { expect, test } from "vitest";
import { timeOf } from "../../../../studio/desk/queue/time-of.ts";

test.each([
  ["en-US", /Dec 3, 2026/],
  ["ar", /3 ديسمبر/],
])("timeOf() names the month in %s, the minute and the zone", (locale, day) => {
  const said = timeOf("2026-12-03T10:00:00Z", locale);
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: "short" })
    .formatToParts(new Date("2026-12-03T10:00:00Z"))
    .find(({ type }) => type === "timeZoneName")?.value;
  expect(said).toMatch(day);
  expect(said).toMatch(/\d:00/);
  expect(said).not.toMatch(/:00:00/);
  expect(said).toContain(zone);
});
