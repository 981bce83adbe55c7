import { expect, test } from "vitest";
import { pictureFactsOf } from "../../../importer/transform/picture-facts.ts";

const place = (city: string, country?: string) => ({ _type: "place", city, ...(country ? { country } : {}) });

test.each([
  ["A meeting in Moscow, Russia, October 6, 2016.", "2016-10-06", place("Moscow", "Russia")],
  ["A man in his house in Austin, Texas, U.S., May 1, 2016", "2016-05-01", place("Austin", "U.S.")],
  [
    "People walk in Rio de Janeiro, Brazil on Thursday, Sept. 8, 2022.",
    "2022-09-08",
    place("Rio de Janeiro", "Brazil"),
  ],
  ["A fire in Athens, 6 October 2016", "2016-10-06", place("Athens")],
  ["اجتماع في موسكو 6 أكتوبر/تشرين الأول 2016", "2016-10-06", undefined],
  ["اجتماع في موسكو ٦ تشرين الأول ٢٠١٦.", "2016-10-06", undefined],
  ["Ein Treffen in Bremen am 6. Oktober 2016.", "2016-10-06", place("Bremen")],
  ["Une réunion à Lyon, le 6 octobre 2016", "2016-10-06", undefined],
])("pictureFactsOf() reads date and place of %j", (text, dateCreated, locationCreated) => {
  expect(pictureFactsOf(text)).toEqual({ dateCreated, ...(locationCreated ? { locationCreated } : {}) });
});

test.each([
  "After the vote of October 6, 2016, people went home.",
  "A meeting in Moscow, February 30, 2016.",
  "A meeting in Athens, 04/03/2016",
  "A crowd of 6,000 in Athens",
  "Nothing",
])("pictureFactsOf() makes up nothing from %j", (text) => expect(pictureFactsOf(text)).toEqual({}));
