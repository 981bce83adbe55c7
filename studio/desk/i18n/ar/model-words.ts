import { qualityChecks } from "../../../../schemas/index.ts";
import { problemWords } from "../arabic-problems.ts";

/** A check of a document is a problem, too, and says the same. */
const checks = qualityChecks.flatMap(({ code, message, hint }) => {
  const words = problemWords[code];
  return words === undefined ? [] : [[message, words[0]] as const, [hint, words[1]] as const];
});

/** What the content model says to editors, in Arabic, under its English words: titles, explanations, options and rules. */
export const modelWords: Readonly<Record<string, string>> = {
  // Kinds of content and their parts
  Article: "خبر",
  Articles: "كل الأخبار",
  Image: "صورة",
  Images: "كل الصور",
  Source: "مصدر",
  Figure: "صورة في الخبر",
  Table: "جدول",
  Row: "صف",
  Embed: "محتوى مضمّن",
  Person: "شخص",
  Place: "مكان",
  Dateline: "سطر المكان والتاريخ",
  "Information source": "مصدر المعلومات",
  "Text with language": "نص ولغته",
  "Name with language": "اسم ولغته",
  Desk: "مكتب التحرير",
  Structure: "التحرير",
  Vision: "الاستعلامات",

  // Groups of fields
  Story: "الخبر",
  About: "حول الخبر",
  Origin: "المنشأ",
  Publication: "النشر",
  Picture: "الصورة",
  "Credit and rights": "صاحب الصورة والحقوق",
  Identity: "الهوية",
  Rights: "الحقوق",

  // Fields of an article
  Kicker: "العنوان التمهيدي",
  Headline: "العنوان",
  "Sub-headline": "العنوان الفرعي",
  Slug: "اسم الصفحة في العنوان",
  Summary: "الملخص",
  "Lead image": "الصورة الرئيسية",
  Body: "النص",
  Language: "اللغة",
  "Language tag, for example ar, he or en.": "رمز اللغة، مثل ar أو he أو en.",
  Direction: "اتجاه الكتابة",
  "Left to right": "من اليسار إلى اليمين",
  "Right to left": "من اليمين إلى اليسار",
  Keywords: "كلمات مفتاحية",
  Byline: "سطر الكاتب",
  "As printed.": "كما ورد مطبوعًا.",
  "As printed": "كما ورد مطبوعًا",
  Creators: "المؤلفون والمصورون",
  "Source line": "سطر المصدر",
  "Information sources": "مصادر المعلومات",
  Role: "الدور",
  Originator: "صاحب الخبر",
  Contributor: "مساهم",
  Distributor: "موزّع",
  Aggregator: "جامع أخبار",
  "Canonical URL": "الرابط الأصلي للخبر",
  "Published at": "وقت النشر",
  "When the story first appeared: a day, or a day and a time. Leave empty if unknown.":
    "متى ظهر الخبر أول مرة: يوم، أو يوم ووقت. اترك الحقل فارغًا إن لم يُعرف.",
  "Publication date": "تاريخ النشر",
  "Publication status": "حالة النشر",
  Usable: "صالح للاستعمال",
  Withheld: "محجوب",
  Canceled: "مسحوب",
  "Embargoed until": "محظور النشر حتى",
  Correction: "تصحيح",
  "What was wrong and has been corrected, for readers.": "ما كان خطأً وصُحّح، للقراء.",
  "Note to editors": "ملاحظة إلى المحررين",
  "Never shown to readers.": "لا تظهر للقراء أبدًا.",
  Date: "التاريخ",
  Name: "الاسم",
  "Job title": "الوظيفة",

  // The text of an article
  Paragraph: "فقرة",
  Heading: "عنوان",
  "Sub-heading": "عنوان فرعي",
  Quotation: "اقتباس",
  Bullets: "نقاط",
  Numbers: "أرقام",
  Strong: "غليظ",
  Emphasis: "مائل",
  Subscript: "أسفل السطر",
  Superscript: "أعلى السطر",
  Link: "رابط",
  URL: "الرابط",
  "Captions in this article": "شروح الصورة في هذا الخبر",
  "Fill in only if this article needs a caption that differs from the image's own.":
    "املأه فقط إن احتاج هذا الخبر شرحًا غير شرح الصورة نفسها.",
  Caption: "الشرح",
  "The first row is a header": "الصف الأول رؤوس أعمدة",
  Rows: "الصفوف",
  Cells: "الخلايا",
  "What readers open when they click.": "ما يفتحه القراء حين ينقرون.",
  Provider: "الموقع",
  "The site's name, such as YouTube.": "اسم الموقع، مثل YouTube.",
  Title: "العنوان",
  Text: "النص",
  "What readers see instead of it, such as the words of a quoted post.":
    "ما يراه القراء مكانه، مثل كلمات منشور مقتبس.",

  // Fields of an image
  "The picture file. Empty until it is uploaded.": "ملف الصورة. فارغ إلى أن يُرفع.",
  Captions: "الشروح",
  "Alternative texts": "النصوص البديلة",
  "What the picture shows, for readers who cannot see it.": "ما يظهر في الصورة، لمن لا يستطيع رؤيتها.",
  "Credit line": "سطر صاحب الصورة",
  "The credit as printed.": "اسم صاحب الصورة كما ورد مطبوعًا.",
  "Copyright notice": "إشعار حقوق النشر",
  "Usage terms": "شروط الاستعمال",
  "Date taken": "تاريخ الالتقاط",
  "Place taken": "مكان الالتقاط",
  City: "المدينة",
  Country: "البلد",
  "Original URL": "الرابط الأصلي",
  "File name": "اسم الملف",
  "The file that the story names, where it has no address on the web.":
    "الملف الذي يذكره الخبر إن لم يكن له رابط.",

  // Fields of a source
  "The name shown in lists and credits.": "الاسم الذي يظهر في القوائم وعند ذكر المصدر.",
  "Names by language": "الأسماء بحسب اللغة",
  Value: "القيمة",
  Kind: "النوع",
  "News agency": "وكالة أنباء",
  Publisher: "ناشر",
  Broadcaster: "إذاعة أو تلفزيون",
  Government: "جهة حكومية",
  Organisation: "منظمة",
  "Unnamed agencies": "وكالات غير مسماة",
  Aliases: "أسماء أخرى",
  "Spellings that the importer recognises as this source.":
    "صيغ الاسم التي يتعرف بها المستورِد على هذا المصدر.",
  "Wikidata item": "عنصر Wikidata",
  "Default language": "اللغة المعتادة",
  "How this source asks to be credited.": "كيف يطلب هذا المصدر أن يُذكر.",
  "The original address is the canonical one": "الرابط الأصلي هو المعتمد",
  "Its terms of use ask that pages and feeds name the address of the original.":
    "تطلب شروط استعماله أن تذكر الصفحات والخلاصات رابط الأصل.",

  // What rules say
  Required: "مطلوب",
  "Must be at most {{max}} characters long": "يجب ألا يزيد على {{max}} حرفًا",
  "Must be one of the listed values": "يجب أن يكون من القيم المذكورة",
  "This kind of item is not allowed here": "هذا النوع غير مسموح به هنا",
  "Must be a full web address, such as https://example.org/story":
    "يجب أن يكون رابطًا كاملًا، مثل https://example.org/story",
  "Must be a date": "يجب أن يكون تاريخًا",
  "Must be a date and time": "يجب أن يكون تاريخًا ووقتًا",
  "Must be a date, or a date and time": "يجب أن يكون تاريخًا، أو تاريخًا ووقتًا",
  "Must be a Wikidata item such as Q130879": "يجب أن يكون عنصر Wikidata، مثل Q130879",
  "Must be a language tag such as ar, he or zh-Hant": "يجب أن يكون رمز لغة، مثل ar أو he أو zh-Hant",
  "Choose a document, or clear the field": "اختر مستندًا، أو أفرغ الحقل",
  "Not published yet: it is published along with this document": "لم يُنشر بعد: سيُنشر مع هذا المستند",
  "What this leads to is gone. Choose another one, or take it out":
    "ما يؤدي إليه هذا لم يعد موجودًا. اختر غيره، أو احذفه",
  ...Object.fromEntries(checks),
};
