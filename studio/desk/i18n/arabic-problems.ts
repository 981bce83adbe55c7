import { defineLocaleResourceBundle } from "sanity";
import { deskNamespace } from "./desk-namespace.ts";

/**
 * What is wrong and what to do about it, in Arabic, for each problem of a story. In English the problem itself says both:
 * its words are in the import record, and name what it has found.
 */
export const problemWords: Readonly<Record<string, readonly [says: string, hint: string]>> = {
  "story-canceled": [
    "سحب المصدر هذا الخبر",
    "ألغِ نشر الخبر إن كان منشورًا، واقرأ الأمر في الملاحظة الموجهة إلى المحررين.",
  ],
  "withdraws-another": ["يسحب المصدر بهذا خبرًا آخر", "ابحث عن الخبر المذكور، واسحبه إن كان منشورًا."],
  "unknown-status": [
    "حالة الخبر عند مصدره غير مفهومة",
    "تحقق من معنى الحالة ثم حدد حالة نشر الخبر: هو محجوب إلى ذلك الحين.",
  ],
  "embargo-without-end": [
    "لا يُعرف متى ينتهي حظر النشر",
    "اسأل المصدر متى ينتهي الحظر، وأدخل الوقت، ثم اجعل حالة النشر صالحة للاستعمال.",
  ],
  "low-confidence": ["قراءة قيمة غير مؤكدة", "قارن القيمة بنص المصدر، وصححها إن كانت خطأ."],
  "damaged-characters": ["في الخبر أحرف تالفة", "قارن الخبر بمصدره، وأعد الأحرف التي ضاعت."],
  "bad-front-matter": [
    "تعذّرت قراءة الحقول التي فوق النص",
    "صحح ما فوق النص بصيغة YAML أو TOML، ثم استورد مرة أخرى.",
  ],
  "no-body": ["للخبر عنوان بلا نص", "تحقق هل ضاع نص الخبر."],
  "language-unknown": ["لم تُعرف لغة الخبر", "حدد لغة الخبر."],
  "source-unknown": ["لا يقول الخبر من أين جاء", "اذكر المصادر إن كنت تعرفها."],
  "date-unreadable": ["تعذّرت قراءة تاريخ", "أدخل التاريخ إن كنت تعرفه."],
  "publication-date-unknown": ["تاريخ النشر غير معروف", "أدخل التاريخ إن وجدته، وإلا فاترك الحقل فارغًا."],
  "near-duplicate": ["ربما كان خبرًا موجودًا من قبل", "قارن بين الخبرين، وأبقِ واحدًا إن كانا سواء."],
  "identity-contested": [
    "للخبر اسما خبرين",
    "قارن بين الخبرين: احذف أحدهما إن كانا خبرًا واحدًا، وإلا فاطلب من المصدر تصحيح الأسماء.",
  ],
  "path-reused": [
    "كان في هذا المكان خبر آخر، وقد أُبقي عليه",
    "تأكد من أنهما خبران، واحذف أحدهما إن كانا خبرًا واحدًا.",
  ],
  "address-reused": [
    "لخبر آخر العنوان نفسه ونص مختلف، وقد أُبقي عليهما",
    "تأكد من أنهما خبران، واحذف أحدهما إن كانا خبرًا واحدًا.",
  ],
  "missing-asset": ["ملف الصورة ناقص", "ارفع الصورة، أو احذفها من الخبر."],
  "missing-alt-text": ["ليس للصورة نص بديل", "صف ما يظهر في الصورة."],
  "missing-credit": ["لا يُذكر لمن الصورة", "اذكر المصور أو الوكالة."],
  "image-not-read": [
    "تعذّرت قراءة ملف صورة",
    "ضع الملف حيث يشير إليه الخبر داخل المجلد المستورد، بصيغة JPEG أو PNG.",
  ],
  "image-not-fetched": ["لم تُجلب صورة", "ارفع الصورة هنا، أو استورد مرة أخرى لاحقًا."],
  "image-not-uploaded": ["لم تُرفع صورة", "اقرأ ردّ مستودع المحتوى، ثم استورد مرة أخرى."],
  "new-source": ["مصدر جديد", "تحقق من اسم المصدر الجديد ونوعه، وادمجه إن كان موجودًا باسم آخر."],
  "not-published": ["بقي مسوّدة", "انشره من هنا حين يصبح جاهزًا."],
};

const resources = Object.fromEntries(
  Object.entries(problemWords).flatMap(([code, [says, hint]]) => [
    [`problem.says.${code}`, says],
    [`problem.hint.${code}`, hint],
  ]),
);

/** The words of problems in Arabic. */
export const arabicProblems = defineLocaleResourceBundle({
  locale: "ar",
  namespace: deskNamespace,
  resources,
});
