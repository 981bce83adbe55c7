/** Words of many languages by which source lines and credits are told. Data only; all matched without case. */

/** Reads a list that is written as lines of `language: word, word`. */
const wordsOf = (lines: string): readonly string[] =>
  lines
    .trim()
    .split("\n")
    .flatMap((line) => line.slice(line.indexOf(":") + 1).split(","))
    .map((word) => word.trim());

/** What a source line starts with, before its colon. */
export const sourcePrefixes = wordsOf(`
  en, fr: source, sources
  de: quelle, quellen
  es: fuente, fuentes
  pt, it: fonte, fontes, fonti
  nl: bron, bronnen
  tr: kaynak, kaynaklar
  pl: źródło, źródła
  cs, sk: zdroj, zdroje
  sv, da, no, fi: källa, källor, kilde, kilder, lähde, lähteet
  ro: sursa, surse
  hu: forrás
  id, ms: sumber
  vi: nguồn
  el: πηγή, πηγές
  ru, uk, be, bg: источник, источники, джерело, джерела, крыніца, извор
  ar: المصدر, المصادر, مصدر, مصادر
  fa: منبع, منابع
  ur: ماخذ, ذریعہ, ذرائع
  he: מקור, מקורות, המקור
  zh: 来源, 來源, 消息来源, 消息來源, 资料来源, 稿源
  ja: 出典, ソース, 情報源
  ko: 출처
  hi, bn, th: स्रोत, সূত্র, ที่มา, แหล่งที่มา
`);

/** What joins the names of a source line besides punctuation; with spaces around, in languages that have them. */
export const joiningWords = wordsOf(`
  Latin: and, und, et, y, e, en, ve, i, och, og, ja, dan
  other: и, та, і, و, اور, και
`);

/** What a picture credit starts with, before a colon (or, for a phrase that ends in "by", before the name). */
export const creditPrefixes = wordsOf(`
  en: photo, photos, photo by, photograph, photograph by, photographer, photo credit, credit
  en: picture, picture by, pictures, image, images, image credit, image source
  fr: crédit, crédits, crédit photo, photographie
  es, pt, it, de, nl: foto, fotos, fotografía, fotografia, bild, bilder
  da, fi, pl, hu, tr, vi: billede, kuva, zdjęcie, zdjęcia, fot, fotó, fotoğraf, ảnh
  el: φωτογραφία, φωτο, φωτό
  ru, bg, uk: фото, снимка, фотография, світлина
  ar: صورة, الصورة, صور, تصوير, المصور
  fa, ur: عکس, عکاس, تصویر
  he: צילום, צילומים, תמונה, קרדיט
  zh: 图, 圖, 图片, 圖片, 照片, 摄影, 攝影, 图源, 圖源, 图片来源, 圖片來源
  ja, ko: 写真, 撮影, 画像, 사진
  hi, th: फोटो, ภาพ
`);

/** What a Chinese or Japanese credit ends in: "photographed", "picture", "provided". */
export const creditSuffixes = wordsOf("zh, ja: 摄, 攝, 撮影, 图, 圖, 供图, 供圖, 提供");

/** What stands in credits and names nobody: file pictures, hand-outs, pools. */
export const creditNoise = wordsOf(`
  en: file, file photo, archive, archives, handout, pool, stringer, screenshot, illustration, courtesy, staff
  en: video, collage, reporter
  de, es, pt, it: archiv, archivo, arquivo, archivio
  ar: أرشيف, الأرشيف, أرشيفية, صورة أرشيفية, خاص, مواقع التواصل, مواقع التواصل الاجتماعي, ناشطون, فيديو
  fa, he, ru: آرشیو, ארכיון, архив
  zh: 资料图, 資料圖, 资料图片, 资料, 档案, 记者, 記者
`);

/** What a byline starts with, before the name; these with their capitals. */
export const bylinePrefixes = wordsOf(`
  en, de, fr, es, nl, tr: By, BY, Von, Par, Por, Door, Yazan
  ru, ar, fa, he, zh: Автор, بقلم, نوشته, מאת, 作者
`);
