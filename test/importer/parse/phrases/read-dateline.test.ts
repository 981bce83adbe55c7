import { expect, test } from "vitest";
import { readDateline } from "../../../../importer/parse/phrases/read-dateline.ts";

test.each([
  ["BEIRUT (Reuters) - The port reopened", "BEIRUT (Reuters)", "BEIRUT", ["Reuters"], undefined],
  ["VALDERRA, March 3 (Xinhua) -- Diggers", "VALDERRA, March 3 (Xinhua)", "VALDERRA", ["Xinhua"], 3],
  ["LELAND, Mich. -- Deputies asked", "LELAND, Mich.", "LELAND, Mich.", [], undefined],
  ["Thalpur, Jul 5 (PTI) A footbridge", "Thalpur, Jul 5 (PTI)", "Thalpur", ["PTI"], 7],
  ["Skarr (nwa) - The ferry", "Skarr (nwa)", "Skarr", ["nwa"], undefined],
  ["Skarr /nwa/ - The ferry", "Skarr /nwa/", "Skarr", ["nwa"], undefined],
  ["أثينا - رويترز - قال الوزير", "أثينا - رويترز", "أثينا", ["رويترز"], undefined],
  ["القاهرة (د ب أ) – قالت الجمعية", "القاهرة (د ب أ)", "القاهرة", ["د ب أ"], undefined],
  ["МОСКВА, 6 окт – Министр заявил", "МОСКВА, 6 окт", "МОСКВА", [], 10],
  ["МУРМАНСК, 6 октября. /ТАСС/. Ледокол", "МУРМАНСК, 6 октября. /ТАСС/", "МУРМАНСК", ["ТАСС"], 10],
  ["VALMONT, 12 fév 2026 (AFP) - La grève", "VALMONT, 12 fév 2026 (AFP)", "VALMONT", ["AFP"], 2],
  ["新华社北京3月4日电（记者张三）当天", "新华社北京3月4日电", "北京", ["新华社"], 3],
  ["【ロンドン共同】英政府は", "【ロンドン共同】", "ロンドン", ["共同"], undefined],
  ["(ANSA) - ROMA, 04 MAR - Il governo", "(ANSA) - ROMA, 04 MAR", "ROMA", ["ANSA"], 3],
])("readDateline() parts %j", (text, printed, place, sources, month) => {
  const found = readDateline(text);
  expect([found?.printed, found?.place, found?.sources, found?.date?.month]).toEqual([
    printed,
    place,
    sources,
    month,
  ]);
});

test.each([
  "The minister said - and meant it - that the bridge is closed",
  "وخلال مؤتمر صحفي في أثينا، قال الوزير إن الجسر مغلق",
  "“I blame him,” said the defendant.",
  "Yes – but only on Mondays, he said.",
])("readDateline() finds none in %j", (text) => {
  expect(readDateline(text)).toBeUndefined();
});
