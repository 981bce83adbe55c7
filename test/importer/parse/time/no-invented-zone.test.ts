import fc from "fast-check";
import { expect, test } from "vitest";
import { readDates } from "../../../../importer/parse/phrases/dates/read-dates.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { moment, toMoment } from "../../../../importer/parse/time/moment.ts";
import { readMoment } from "../../../../importer/parse/time/read-moment.ts";

const days = ["2026-03-04", "4 March 2026", "04.03.2026", "Wed, 04 Mar 2026", "4 mars 2026", "4 مارس 2026"];
const clocks = ["12:00", "08:05", "23:59", "00:00", "18:30:05"];
const between = [" ", ", ", " | ", " (", " at ", " à ", " الساعة "];

/** What may stand behind a clock without being its zone. */
const noZones = [
  "",
  " - ",
  " – 14:00",
  "–23:30",
  "-22:00",
  " -23:00",
  " et 19h10",
  " ET MODIFIÉ",
  " CST",
  " IST",
  " (IST)",
  ", de Lisboa e Porto",
  " PT. 5",
  " WEST HAM",
  " - 05.03.2026",
  " -05/03/2026",
  " + 3",
  " +12 °C",
  " +10 more",
  " | 5 min read",
  " XYZ",
  " (CST)",
];
/** What states the zone, and the offset that it states on that day. */
const zones: readonly (readonly [string, string])[] = [
  [" GMT", "Z"],
  [" UTC", "Z"],
  ["Z", "Z"],
  [" +0300", "+03:00"],
  ["+05:30", "+05:30"],
  [" -0500", "-05:00"],
  [" UTC+3", "+03:00"],
  [" GMT-4", "-04:00"],
  [" EST", "-05:00"],
  [" (CET)", "+01:00"],
  [" (heure de Paris)", "+01:00"],
  [" ET", "-05:00"],
  [" بتوقيت القاهرة", "+02:00"],
  [" мск", "+03:00"],
];

const piece = fc.constantFrom;
const dated = fc.tuple(piece(...days), piece(...between), piece(...clocks), fc.boolean()).map(
  ([day, joint, clock, isDayFirst]) =>
    (tail: string) =>
      isDayFirst ? `${day}${joint}${clock}${tail}` : `${clock}${tail}${joint}${day}`,
);

/** In the forms of a story's text, of a value of a record, and of a line of plain text. */
function offsetsOf(text: string): (string | undefined)[] {
  const [found] = readDates(text).dates;
  const inText = found?.date === undefined ? undefined : toMoment({ ...found, date: found.date });
  const moments = [inText, readMoment(text)];
  for (const each of moments) if (each !== undefined) expect(moment.parse(each)).toEqual(each);
  return moments.map((each) => (each?.kind === "instant" ? each.offset : undefined));
}

test("no moment has an offset that its text does not state", () => {
  fc.assert(
    fc.property(dated, piece(...noZones), (write, tail) => {
      expect(offsetsOf(write(tail)), write(tail)).toEqual([undefined, undefined]);
    }),
    { numRuns: 2_000 },
  );
});

test("an offset that a text states is the offset of its moment, and no other", () => {
  fc.assert(
    fc.property(dated, piece(...zones), (write, [tail, offset]) => {
      const [inText, alone] = offsetsOf(write(tail));
      // "12:00 ET à": what is a word too is a zone only where nothing but a day follows.
      const isSure = !/ET \p{Ll}|ET [^\p{ASCII}]/u.test(write(tail));
      expect(isSure ? [offset] : [offset, undefined], write(tail)).toContain(inText);
      expect([offset, undefined], write(tail)).toContain(alone);
    }),
    { numRuns: 2_000 },
  );
});

test("a story in plain text is published at no hour whose zone it does not state", () => {
  const sentence = "The ferry left the harbour on time on Tuesday, and nobody was surprised by that at all.";
  fc.assert(
    fc.property(dated, piece(...noZones), (write, tail) => {
      const story = parseText(`Ferry leaves harbour\n\n${write(tail)}\n\n${sentence}\n\n${sentence}\n`);
      expect(story.publishedAt ?? "2026-03-04", write(tail)).toMatch(/^2026-03-0[45]$/);
    }),
    { numRuns: 300 },
  );
});

test("whatever is read, no moment has a zone of no sign in its text", () => {
  const words = fc.array(
    piece(...days, ...clocks, "-", "–", "+", "(", ")", "et", "Uhr", "h", "03", "2026", "at", "م", "ET."),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(words, piece(" ", ""), (pieces, joint) => {
      const text = pieces.join(joint);
      const signs = new Set(
        [...text.matchAll(/[+−-]\s?(\d\d):?(\d\d)?/g)].map(([sign, hours, minutes = "00"]) =>
          `${sign.charAt(0)}${hours}:${minutes}`.replace("−", "-").replace("-00:00", "Z"),
        ),
      );
      if (text.includes("ET")) signs.add("-05:00");
      for (const offset of offsetsOf(text)) if (offset !== undefined) expect(signs, text).toContain(offset);
    }),
    { numRuns: 3_000 },
  );
});
