import { defineLocaleResourceBundle } from "sanity";
import type { ArabicKey } from "./arabic-key.ts";
import { deskNamespace } from "./desk-namespace.ts";

const english = {
  "banner.label": "What the source has ordered",
  "banner.withdrawn": "The source has withdrawn this story",
  "banner.withdraws-another": "With this, the source withdraws another story",
  "banner.withheld": "The source asks to hold this story back",
  "banner.embargoed": "Under an embargo that ends {{left}}: {{time}}",
  "banner.unclear": "The source's order about this story is unclear",
  "banner.new-version": "The source has sent a new version since somebody decided about this story",
  "banner.published": "It is published.",
  "banner.unpublish": "Unpublish now",
  "banner.did.unpublish": "Unpublished",
  "publish.with-references": "Publish with references",
  "publish.publishing": "Publishing …",
  "publish.did_one": "Published with {{count}} referenced document",
  "publish.did_other": "Published with {{count}} referenced documents",
  "publish.nothing": "Nothing was published",
  "publish.correct-first": "Correct the errors first",
  "publish.correct-reference": "Correct what the story refers to first, it has errors: {{id}}",
} as const;

const arabic: Readonly<Record<ArabicKey<keyof typeof english>, string>> = {
  "banner.label": "ما أمر به المصدر",
  "banner.withdrawn": "سحب المصدر هذا الخبر",
  "banner.withdraws-another": "بهذا يسحب المصدر خبرًا آخر",
  "banner.withheld": "يطلب المصدر عدم نشر هذا الخبر الآن",
  "banner.embargoed": "محظور النشر، وينتهي الحظر {{left}}: {{time}}",
  "banner.unclear": "أمر المصدر بشأن هذا الخبر غير واضح",
  "banner.new-version": "أرسل المصدر نسخة جديدة بعد أن بُتّ في هذا الخبر",
  "banner.published": "الخبر منشور.",
  "banner.unpublish": "ألغِ النشر الآن",
  "banner.did.unpublish": "أُلغي النشر",
  "publish.with-references": "انشره مع مراجعه",
  "publish.publishing": "يجري النشر…",
  "publish.did_zero": "نُشر وحده ({{count}})",
  "publish.did_one": "نُشر مع مرجع واحد",
  "publish.did_two": "نُشر مع مرجعين",
  "publish.did_few": "نُشر مع {{count}} مراجع",
  "publish.did_many": "نُشر مع {{count}} مرجعًا",
  "publish.did_other": "نُشر مع {{count}} مرجع",
  "publish.nothing": "لم يُنشر شيء",
  "publish.correct-first": "صحّح الأخطاء أولًا",
  "publish.correct-reference": "صحّح ما يشير إليه الخبر أولًا، ففيه أخطاء: {{id}}",
};

/** The strings of the banner above an article's form, and of the publish action beneath it. */
export const bannerBundles = [
  defineLocaleResourceBundle({ locale: "en-US", namespace: deskNamespace, resources: english }),
  defineLocaleResourceBundle({ locale: "ar", namespace: deskNamespace, resources: arabic }),
];
