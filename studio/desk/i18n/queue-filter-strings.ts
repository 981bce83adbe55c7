import { defineLocaleResourceBundle } from "sanity";
import { deskNamespace } from "./desk-namespace.ts";

const english = {
  "filter.title": "Filters",
  "filter.text": "Words of the source text",
  "filter.part.text": "Words",
  "filter.part.language": "Language",
  "filter.part.source": "Source",
  "filter.part.run": "Import run",
  "filter.part.from": "Imported from",
  "filter.part.to": "Imported until",
  "filter.part.person": "Person",
  "filter.any": "Any",
  "filter.me": "Me",
  "filter.nobody": "Nobody",
  "filter.remove": "Remove the filter {{name}}: {{value}}",
  "filter.saved": "Saved filters",
  "filter.save-as": "Save these filters as",
  "filter.save": "Save",
  "filter.forget": "Delete the saved filter {{name}}",
  "filter.failed": "The filters cannot be saved: {{reason}}",
} as const;

const arabic: Readonly<Record<keyof typeof english, string>> = {
  "filter.title": "المرشحات",
  "filter.text": "كلمات من نص المصدر",
  "filter.part.text": "كلمات",
  "filter.part.language": "اللغة",
  "filter.part.source": "المصدر",
  "filter.part.run": "عملية الاستيراد",
  "filter.part.from": "استُورد من",
  "filter.part.to": "استُورد حتى",
  "filter.part.person": "الشخص",
  "filter.any": "الكل",
  "filter.me": "أنا",
  "filter.nobody": "لا أحد",
  "filter.remove": "أزل المرشح {{name}}: {{value}}",
  "filter.saved": "مرشحات محفوظة",
  "filter.save-as": "احفظ هذه المرشحات باسم",
  "filter.save": "حفظ",
  "filter.forget": "احذف المرشح المحفوظ {{name}}",
  "filter.failed": "تعذّر حفظ المرشحات: {{reason}}",
};

/** The strings of the filters of the queue. */
export const queueFilterBundles = [
  defineLocaleResourceBundle({ locale: "en-US", namespace: deskNamespace, resources: english }),
  defineLocaleResourceBundle({ locale: "ar", namespace: deskNamespace, resources: arabic }),
];
