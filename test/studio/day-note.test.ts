import { expect, test } from "vitest";
import { dayNote } from "../../studio/dates/day-note.ts";

test("dayNote() says of a day in an input of times that the time shown is not stored", () => {
  expect(dayNote("datetime", "2026-03-04")).toMatch(/^Only the day is known: .*4.*2026\./);
});

test.each([
  ["a point in time", "datetime", "2026-03-04T12:00:00+03:00"],
  ["nothing", "datetime", undefined],
  ["a day in a field of days", "date", "2026-03-04"],
  ["a text", "string", "2026-03-04"],
  ["what is no date", "datetime", "soon"],
])("dayNote() says nothing of %s", (_, type, value) => {
  expect(dayNote(type, value)).toBeUndefined();
});
