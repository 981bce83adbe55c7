import { expect, test } from "vitest";
import { detectLanguage, undetermined } from "../../../../importer/parse/phrases/detect-language.ts";
import { languagesOf } from "../../../../importer/parse/phrases/language-lexicon.ts";
import texts from "./texts-by-language.json" with { type: "json" };

test.each([
  ["ar", "أعلن الوزير أن الجسر مغلق حتى نهاية الأسبوع"],
  ["ar", "زار مدير شركة غوگل المدينة وقال إن المشروع في مراحله الأولى"],
  ["fa", "وزیر گفت که این پل تا پایان هفته بسته است"],
  ["ur", "وزیر نے کہا ہے کہ پل ہفتے کے آخر تک بند رہے گا"],
  ["he", "השר הודיע היום כי הגשר יהיה סגור"],
  ["zh", "部长说这座桥将关闭到周末"],
  ["zh-Hant", "部長說這座橋將關閉到週末"],
  ["ja", "大臣は橋が週末まで閉鎖されると述べた"],
  ["ko", "장관은 다리가 폐쇄된다고 말했다"],
  ["ru", "Министр заявил, что мост закрыт до конца недели"],
  ["uk", "Міністр заявив, що міст закрито до кінця тижня"],
  ["el", "Ο υπουργός είπε ότι η γέφυρα είναι κλειστή"],
  ["en", "The minister said that the bridge is closed"],
  ["de", "Der Minister sagte, dass die Brücke nicht offen ist"],
  ["fr", "Le ministre a dit que le pont est fermé pour les travaux"],
  ["es", "El ministro dijo que el puente está cerrado por las obras"],
  ["tr", "Bakan köprünün bu hafta kapalı olduğunu ve daha sonra açılacağını söyledi"],
  ["hi", "मंत्री ने कहा कि पुल बंद है"],
  ["und", "Lavrov"],
  ["und", "12:30 – 14:00"],
])("detectLanguage() tells %s from %j", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each(Object.entries(texts))("detectLanguage() tells texts in %s", (language, own) => {
  expect(own.length).toBeGreaterThanOrEqual(2);
  expect(own.map(detectLanguage)).toEqual(own.map(() => language));
});

/** Scripts of one language each, and the few that are never wrong about it. */
const untested = new Set(["syr", "mn-Mong", "zgh", "chr", "iu", "nqo", "sat", "mni-Mtei"]);

test("every language that is told has texts that prove it", () => {
  const told = Object.values(languagesOf).flatMap(({ languages }) =>
    languages.map(({ language }) => language),
  );
  expect(told.filter((language) => !untested.has(language)).toSorted()).toEqual(
    Object.keys(texts).toSorted(),
  );
});

/** In languages that are not told, among them neighbours of those that are. */
const unknown: Readonly<Record<string, string>> = {
  Maori:
    "Kua katia te piriti tawhito i runga i te awa mai i te Mane. Ka haere ngā pahi mā tētahi atu huarahi.",
  Hawaiian:
    "Ua pani ʻia ke alahaka kahiko ma luna o ka muliwai mai ka Pōʻakahi. Hele nā kaʻa ʻōhua ma ke ala ʻē aʻe.",
  Lingala:
    "Gbagba ya kala likolo ya ebale ekangami banda mokolo ya liboso. Babisi ezali koleka na nzela mosusu.",
  Samoan:
    "Ua tapunia le alalaupapa tuai i luga o le vaitafe talu mai le Aso Gafua. O pasi e ui atu i se isi ala.",
  Chechen: "Хи тӀехула йолу шира тӀай оршотан дийнахь дуьйна дӀакъевлина ду. Автобусаш кхечу новкъа оьху.",
  Chuvash: "Ҫырма урлӑ каҫакан кивӗ кӗпер тунтикунтанпа хупӑ. Автобуссем урӑх ҫулпа ҫӳреҫҫӗ.",
  Ossetian: "Цæугæдоны сæрты зæронд хид æхгæд у къуырисæрæй. Автобустæ æндæр фæндагыл цæуынц.",
};

test.each(Object.entries(unknown))("detectLanguage() takes %s for no other language", (_, text) => {
  expect(detectLanguage(text)).toBe(undetermined);
});

test("detectLanguage() seldom tells a single sentence wrong", () => {
  const sentences = Object.entries(texts).flatMap(([language, own]) =>
    own.flatMap((text) =>
      text.split(/(?<=[.。।።۔؟]) ?/u).flatMap((each) => (each.length > 20 ? { language, each } : [])),
    ),
  );
  const told = sentences.map(({ language, each }) => ({ language, told: detectLanguage(each) }));
  const right = told.filter((each) => each.told === each.language).length;
  const wrong = told.filter((each) => each.told !== each.language && each.told !== undetermined);
  console.log(
    `${right} of ${told.length} sentences told, ${wrong.length} wrong`,
    wrong.map((w) => `${w.language}>${w.told}`).join(" "),
  );
  expect(wrong.length / told.length).toBeLessThan(0.05);
});
