import { expect, test } from "vitest";
import { isInOtherLanguage } from "../../../../importer/parse/phrases/is-in-other-language.ts";

const english =
  "Workers stand on the bridge over the river in the morning, after it was closed to all of the traffic.";

test.each([
  ["es", english],
  ["vi", english],
  [
    "tr",
    "Arbeiter stehen auf der Brücke über den Fluss, die für ein Jahr nicht mit dem Auto zu befahren ist.",
  ],
  ["en", "Les ouvriers sont sur le pont de la ville, qui est fermé pour une année par le conseil."],
  ["uk", "Рабочие и их дети были в городе, и это при том, что из города его не было видно, как и с моста."],
])("in a story in %s, isInOtherLanguage() tells %j", (language, text) => {
  expect(isInOtherLanguage(text, language)).toBe(true);
});

test.each([
  ["en", english],
  ["es", "Los obreros están en el puente sobre el río, que se cerró por la mañana."],
  // Relatives share most of their short words.
  ["da", "Arbeiderne står på broen over elven, som er stengt for all trafikk i et år fra og med mandag."],
  ["gl", "Os obreiros están na ponte sobre o río, que pechou pola mañá."],
  // A name in another language.
  ["es", "El puente «The Bridge of the Sea» en Lisboa"],
  ["und", english],
  ["en", "1, 2, 3"],
])("in a story in %s, isInOtherLanguage() does not tell %j", (language, text) => {
  expect(isInOtherLanguage(text, language)).toBe(false);
});
