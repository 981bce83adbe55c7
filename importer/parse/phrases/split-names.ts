import { bylinePrefixes, joiningWords } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";

/** Labels that pages print before a name, in addition to those of plain copy. */
const labels = [
  ...bylinePrefixes,
  ...[
    "Written by",
    "Story by",
    "Words by",
    "Reported by",
    "Reporting by",
    "Author",
    "Autor",
    "Autorin",
    "Auteur",
  ],
  ...[
    "Texte",
    "Text",
    "Texto",
    "Texto de",
    "Di",
    "De",
    "Publié par",
    "Par",
    "Escrito por",
    "Yazar",
    "Haber",
    "Muhabir",
  ],
  ...["Текст", "Автор текста", "Корреспондент", "Авторы"],
  ...[
    "كتب",
    "كتبت",
    "إعداد",
    "الكاتب",
    "بقلم",
    "تقرير",
    "بواسطة",
    "مصنف",
    "نویسنده",
    "گزارش",
    "خبرنگار",
    "כתב",
    "כתבת",
    "מאת",
  ],
  ...["文", "作者", "记者", "記者", "本报记者", "撰文", "文字", "取材・文", "글"],
];
// In scripts without spaces, a word ends at its colon or blank.
const label = new RegExp(String.raw`^(?:${anyOf(labels)})(?:\s*[:：/|,،]\s*|\s+)`, "iu");

/** What may follow the names: a date, a time, a role, a social media handle. */
const end =
  /\s*(?:[|•·]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d|\s[–—-]\s|\n|\d|@|\b(?:Published|Updated|Posted|Follow|Publié|Veröffentlicht|Stand|Publicado|Опубликовано|Обновлено)\b|(?:نشر|نُشر|تاريخ|آخر تحديث|עודכן|פורסם)).*$/su;

/** A byline without its label ("By") and the date and buttons after it; empty if no name is left. Pure. */
export function bylineIn(text: string): string {
  const unlabelled = text.replace(/^[\s|•·–—-]+/u, "").replace(label, "");
  return unlabelled
    .replace(end, "")
    .replace(/^[\s,،:;]+|[\s,،:;|•·–—-]+$/gu, "")
    .trim();
}

const joint = new RegExp(
  String.raw`\s*[,،、;/&]\s*|\s+(?:${anyOf(joiningWords)})\s+|\s+و(?=\p{Script=Arabic}{2})`,
  "iu",
);
/** "in Beirut" is where the author wrote, as are its equivalents in other languages. */
const place = /\s+(?:in|à|en|em|a|aus|из|в|في|من|در|ב)\s+\p{Lu}?[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?$/u;

/** The names in a byline, as printed. Pure. */
export function splitNames(byline: string): string[] {
  return byline
    .split(joint)
    .map((name) => name.replace(place, "").trim())
    .filter((name) => isName(name));
}

/** Letters, few words, and no sentence. */
const isName = (text: string): boolean =>
  /^[\p{L}\p{M}][\p{L}\p{M}\s.'’·״׳\u200c-]*$/u.test(text) &&
  text.length <= 60 &&
  text.split(/\s+/).length <= 5;
