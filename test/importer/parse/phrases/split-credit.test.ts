import { expect, test } from "vitest";
import { splitCredit } from "../../../../importer/parse/phrases/split-credit.ts";

test.each([
  [
    "A man waits in Moscow, October 6, 2016. REUTERS/Jane Doe",
    "certain",
    "REUTERS/Jane Doe",
    ["REUTERS"],
    ["Jane Doe"],
  ],
  ["A bridge in the rain. Photo: Jane Doe/AP", "certain", "Photo: Jane Doe/AP", ["AP"], ["Jane Doe"]],
  [
    "People walk (AP Photo/John A. Smith)",
    "certain",
    "AP Photo/John A. Smith",
    ["AP Photo"],
    ["John A. Smith"],
  ],
  [
    "A meeting. Sputnik/Kremlin/Pool via REUTERS",
    "certain",
    "Sputnik/Kremlin/Pool via REUTERS",
    ["Sputnik", "REUTERS"],
    [],
  ],
  ["REUTERS/Jane Doe", "certain", "REUTERS/Jane Doe", ["REUTERS"], ["Jane Doe"]],
  ["جانب من المدينة (رويترز)", "likely", "رويترز", ["رويترز"], []],
  ["جانب من المدينة (الجزيرة-أرشيف)", "certain", "الجزيرة-أرشيف", ["الجزيرة"], []],
  ["قال إنه سيغادر. (رويترز)", "possible", "رويترز", ["رويترز"], []],
  ["ילדים בפארק צילום: רויטרס", "certain", "צילום: רויטרס", ["רויטרס"], []],
  ["观众参观展品。新华社记者 李明 摄", "certain", "新华社记者 李明 摄", ["新华社"], ["李明"]],
  ["Wachuuzi sokoni (Picha: Jane Doe/AP)", "certain", "Jane Doe/AP", ["AP"], ["Jane Doe"]],
  ["Wachuuzi wakiwa sokoni asubuhi | Picha: Jane Doe/AP", "certain", "Jane Doe/AP", ["AP"], ["Jane Doe"]],
  ["રાત્રે વર્ગમાં કારીગરો (તસવીર: જયેશ પરમાર)", "unproven", "જયેશ પરમાર", ["જયેશ પરમાર"], []],
  ["A man walks (Jane Doe)", "unproven", "Jane Doe", ["Jane Doe"], []],
])("splitCredit() takes the credit off %j", (line, strength, printed, sources, people) => {
  const split = splitCredit(line);
  expect(split).toMatchObject({ strength, credit: { printed, sources, people } });
  expect(line.startsWith(split?.text ?? "-")).toBe(true);
});

test.each([
  "قال ملاحفجي لرويترز إن المعارضة ترفض الخروج",
  "He told Reuters.",
  "The minister, who spoke to Reuters, left the town",
  "Officials said he and/or she may go",
  "He wrote in The Guardian (2016)",
  "Picture: what we saw, and what it means for all of us in town",
])("splitCredit() finds no credit in %j", (line) => {
  expect(splitCredit(line)).toBeUndefined();
});
