/** Words of many languages by which source lines and credits are told. Data only; all matched without case. */

/** What a source line starts with, before its colon. */
export const sourcePrefixes: readonly string[] = [
  "source",
  "sources", // en, fr
  "quelle",
  "quellen", // de
  "fuente",
  "fuentes", // es
  "fonte",
  "fontes",
  "fonti", // pt, it
  "bron",
  "bronnen", // nl
  "kaynak",
  "kaynaklar", // tr
  "źródło",
  "źródła", // pl
  "zdroj",
  "zdroje", // cs, sk
  "källa",
  "källor",
  "kilde",
  "kilder",
  "lähde",
  "lähteet", // sv, da, no, fi
  "sursa",
  "surse", // ro
  "forrás", // hu
  "sumber", // id, ms
  "nguồn", // vi
  "πηγή",
  "πηγές", // el
  "источник",
  "источники",
  "джерело",
  "джерела",
  "крыніца",
  "извор", // ru, uk, be, bg, sr
  "المصدر",
  "المصادر",
  "مصدر",
  "مصادر", // ar
  "منبع",
  "منابع", // fa
  "ماخذ",
  "ذریعہ",
  "ذرائع", // ur
  "מקור",
  "מקורות",
  "המקור", // he
  "来源",
  "來源",
  "消息来源",
  "消息來源",
  "资料来源",
  "稿源", // zh
  "出典",
  "ソース",
  "情報源", // ja
  "출처", // ko
  "स्रोत",
  "সূত্র",
  "ที่มา",
  "แหล่งที่มา", // hi, bn, th
];

/** What joins the names of a source line besides punctuation; with spaces around, in languages that have them. */
export const joiningWords: readonly string[] = [
  "and",
  "und",
  "et",
  "y",
  "e",
  "en",
  "ve",
  "i",
  "och",
  "og",
  "ja",
  "dan",
  "и",
  "та",
  "і",
  "و",
  "اور",
  "και",
];

/** What a picture credit starts with, before a colon (or, for a phrase that ends in "by", before the name). */
export const creditPrefixes: readonly string[] = [
  "photo",
  "photos",
  "photo by",
  "photograph",
  "photograph by",
  "photographer",
  "picture",
  "picture by",
  "pictures",
  "image",
  "images",
  "image credit",
  "photo credit",
  "credit",
  "image source", // en
  "crédit",
  "crédits",
  "crédit photo",
  "photographie",
  "foto",
  "fotos",
  "fotografía",
  "fotografia",
  "bild",
  "bilder",
  "billede",
  "kuva",
  "zdjęcie",
  "zdjęcia",
  "fot",
  "fotó",
  "fotoğraf",
  "ảnh",
  "φωτογραφία",
  "φωτο",
  "φωτό",
  "фото",
  "снимка",
  "фотография",
  "світлина",
  "صورة",
  "الصورة",
  "صور",
  "تصوير",
  "المصور",
  "عکس",
  "عکاس",
  "تصویر",
  "צילום",
  "צילומים",
  "תמונה",
  "קרדיט",
  "图",
  "圖",
  "图片",
  "圖片",
  "照片",
  "摄影",
  "攝影",
  "图源",
  "圖源",
  "图片来源",
  "圖片來源",
  "写真",
  "撮影",
  "画像",
  "사진",
  "फोटो",
  "ภาพ",
];

/** What a Chinese or Japanese credit ends in: "photographed", "picture". */
export const creditSuffixes: readonly string[] = ["摄", "攝", "撮影", "图", "圖", "供图", "供圖", "提供"];

/** What stands in credits and names nobody: file pictures, hand-outs, pools. */
export const creditNoise: readonly string[] = [
  "file",
  "file photo",
  "archive",
  "archives",
  "archiv",
  "archivo",
  "arquivo",
  "archivio",
  "handout",
  "pool",
  "stringer",
  "screenshot",
  "illustration",
  "courtesy",
  "staff",
  "video",
  "collage",
  "reporter",
  "أرشيف",
  "الأرشيف",
  "أرشيفية",
  "صورة أرشيفية",
  "خاص",
  "مواقع التواصل",
  "مواقع التواصل الاجتماعي",
  "ناشطون",
  "فيديو",
  "آرشیو",
  "ארכיון",
  "архив",
  "资料图",
  "資料圖",
  "资料图片",
  "档案",
  "记者",
  "記者",
  "资料",
];

/** What a byline starts with, before the name; these with their capitals. */
export const bylinePrefixes: readonly string[] = [
  "By",
  "BY",
  "Von",
  "Par",
  "Por",
  "Door",
  "Yazan",
  "Автор",
  "بقلم",
  "نوشته",
  "מאת",
  "作者",
];
