import { expect, test } from "vitest";
import { detectLanguage } from "../../../../importer/parse/phrases/detect-language.ts";

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
