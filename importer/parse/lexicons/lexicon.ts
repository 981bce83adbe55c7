import { z } from "zod";

const words = z.array(z.string().min(1)).default([]);

/**
 * The words of one language that mark the parts of a news story. Case, accents, vowel marks and punctuation do not
 * count, so one spelling of a word is enough. `README.md` in this folder explains every list for editors.
 */
export const lexicon = z.strictObject({
  language: z.string(),
  labels: z
    .strictObject({
      source: words,
      byline: words,
      credit: words,
      caption: words,
      published: words,
      updated: words,
      tags: words,
      related: words,
    })
    .partial()
    .default({}),
  bylineWords: words,
  titles: words,
  placeWords: words,
  creditWords: words,
  creditEndings: words,
  creditNoise: words,
  captionWords: words,
  desk: words,
  joining: words,
  endMarks: words,
  notesToEditors: words,
  months: z
    .array(z.array(z.string().min(1)).min(1))
    .length(12)
    .optional(),
  jalaliMonths: z
    .array(z.array(z.string().min(1)).min(1))
    .length(12)
    .optional(),
  hijriMonths: z
    .array(z.array(z.string().min(1)).min(1))
    .length(12)
    .optional(),
  weekdays: words,
  relativeDays: words,
  dateWords: words,
  control: z
    .strictObject({
      corrected: words,
      updated: words,
      withheld: words,
      canceled: words,
      embargoed: words,
    })
    .partial()
    .default({}),
  boilerplate: z.strictObject({ lines: words, starts: words, contains: words }).partial().default({}),
});
export type Lexicon = z.infer<typeof lexicon>;
