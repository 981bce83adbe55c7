import { defineLocaleResourceBundle } from "sanity";
import type { ArabicKey } from "./arabic-key.ts";
import { deskNamespace } from "./desk-namespace.ts";

const english = {
  "compare.title": "One story, or two?",
  "compare.loading": "Loading …",
  "compare.failed": "The stories could not be read: {{reason}}",
  "compare.none": "Nothing asks about another story any more.",
  "compare.which": "Compare with",
  "compare.mine": "This story",
  "compare.theirs": "The other story",
  "compare.gone": "This story is no longer there.",
  "compare.untitled": "Without a headline",
  "compare.asks.near-duplicate": "The texts are nearly the same.",
  "compare.asks.identity-contested": "The source gives one story the names of both.",
  "compare.asks.path-reused": "The file held the other story before.",
  "compare.asks.address-reused": "Both have the same address.",
  "compare.asks.other": "They may be the same.",
  "compare.field.headline": "Headline",
  "compare.field.kicker": "Kicker",
  "compare.field.subHeadline": "Subheadline",
  "compare.field.summary": "Summary",
  "compare.field.byline": "Byline",
  "compare.field.dateline": "Dateline",
  "compare.field.sourceLine": "Source line",
  "compare.field.publishedAt": "Published at",
  "compare.field.pubStatus": "Publication status",
  "compare.field.embargoedUntil": "Embargoed until",
  "compare.field.edNote": "Note to editors",
  "compare.field.keywords": "Keywords",
  "compare.field.body": "Text",
  "compare.same": "the same in both",
  "compare.nothing": "nothing",
  "compare.only-here": "only here:",
  "compare.take": "Use in the other",
  "compare.take-field": "Use in the other story: {{field}}",
  "compare.keep": "Keep this one",
  "compare.keep-what": "Keep this one: {{story}}. The other one is rejected as the same",
  "compare.two": "They are two stories",
  "compare.did.keep": "{{story}} is kept. The other one is rejected as the same; nothing is deleted.",
  "compare.did.two": "They are two stories: neither asks about the other again.",
  "compare.did.take": "Taken over into the draft.",
  "compare.did.undo": "It was undone.",
  "compare.undo": "Undo",
  "compare.close": "Close",
} as const;

const arabic: Readonly<Record<ArabicKey<keyof typeof english>, string>> = {
  "compare.title": "خبر واحد أم خبران؟",
  "compare.loading": "جارٍ التحميل …",
  "compare.failed": "تعذرت قراءة الخبرين: {{reason}}",
  "compare.none": "لم يعد هناك سؤال عن خبر آخر.",
  "compare.which": "قارن بـ",
  "compare.mine": "هذا الخبر",
  "compare.theirs": "الخبر الآخر",
  "compare.gone": "لم يعد هذا الخبر موجودًا.",
  "compare.untitled": "بلا عنوان",
  "compare.asks.near-duplicate": "النصان متطابقان تقريبًا.",
  "compare.asks.identity-contested": "يعطي المصدر خبرًا واحدًا اسمي الخبرين.",
  "compare.asks.path-reused": "كان الملف يحوي الخبر الآخر من قبل.",
  "compare.asks.address-reused": "للخبرين العنوان الشبكي نفسه.",
  "compare.asks.other": "قد يكونان خبرًا واحدًا.",
  "compare.field.headline": "العنوان",
  "compare.field.kicker": "العنوان التمهيدي",
  "compare.field.subHeadline": "العنوان الفرعي",
  "compare.field.summary": "الملخص",
  "compare.field.byline": "اسم الكاتب",
  "compare.field.dateline": "مكان الخبر وتاريخه",
  "compare.field.sourceLine": "سطر المصدر",
  "compare.field.publishedAt": "تاريخ النشر",
  "compare.field.pubStatus": "حالة النشر",
  "compare.field.embargoedUntil": "محظور حتى",
  "compare.field.edNote": "ملاحظة للمحررين",
  "compare.field.keywords": "الكلمات المفتاحية",
  "compare.field.body": "النص",
  "compare.same": "نفسه في الخبرين",
  "compare.nothing": "لا شيء",
  "compare.only-here": "هنا فقط:",
  "compare.take": "إلى الآخر",
  "compare.take-field": "إلى الآخر: {{field}}",
  "compare.keep": "أبقِ هذا",
  "compare.keep-what": "أبقِ هذا: {{story}}، ويُرفض الآخر لأنه هو نفسه",
  "compare.two": "هما خبران",
  "compare.did.keep": "بقي {{story}}، ورُفض الآخر لأنه هو نفسه، ولم يُحذف شيء.",
  "compare.did.two": "هما خبران، ولن يُسأل عنهما مرة أخرى.",
  "compare.did.take": "نُقل إلى المسودة.",
  "compare.did.undo": "تم التراجع.",
  "compare.undo": "تراجع",
  "compare.close": "إغلاق",
};

/** The name of a string that says what is compared. */
export type ComparedFieldName = keyof typeof english extends infer Key
  ? Key extends `compare.field.${infer Name}`
    ? Name
    : never
  : never;

/** The strings of the comparison of two stories. */
export const duplicatesBundles = [
  defineLocaleResourceBundle({ locale: "en-US", namespace: deskNamespace, resources: english }),
  defineLocaleResourceBundle({ locale: "ar", namespace: deskNamespace, resources: arabic }),
];
