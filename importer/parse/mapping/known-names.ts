import type { MappedField } from "./mapping.ts";

/**
 * Names that exports use for our fields, in lower case without signs; the usual ones first. Fields listed first claim
 * a name before others.
 */
export const knownNames: readonly (readonly [field: MappedField, names: string])[] = [
  [
    "headline",
    "headline title head hed heading titel titre titulo título titolo başlık заголовок العنوان عنوان כותרת 标题 標題 タイトル 제목",
  ],
  [
    "body",
    "body content text articlebody bodytext fulltext maintext contenthtml bodyhtml html articletext story article texte texto testo inhalt metin текст النص المحتوى متن טקסט תוכן 正文 内容 本文 본문",
  ],
  ["url", "url link canonicalurl permalink href weburl sourceurl articleurl guid رابط الرابط ссылка"],
  ["id", "id uuid guid articleid storyid docid documentid externalid uri slug معرف"],
  [
    "publishedAt",
    "publishedat datepublished published publishdate pubdate publicationdate date datetime timestamp datum fecha data tarih дата التاريخ تاريخ תאריך 日期 日付 날짜",
  ],
  ["version", "version revision versionnumber revisionid"],
  [
    "versionCreated",
    "versioncreated datemodified modified modifiedat modifieddate lastmodified updated updatedat updateddate dateupdated lastupdated",
  ],
  ["pubStatus", "pubstatus publicationstatus publishstatus poststatus articlestatus storystatus status"],
  ["embargoedUntil", "embargoeduntil embargo embargoed embargodate"],
  ["summary", "summary description abstract standfirst excerpt deck lead lede teaser الملخص خلاصه аннотация"],
  ["kicker", "kicker overline eyebrow"],
  ["subHeadline", "subheadline subtitle subhead subheading"],
  [
    "byline",
    "byline author authors creator writer autor auteur autore yazar автор الكاتب الكاتبة نویسنده כותב 作者 記者 저자",
  ],
  ["dateline", "dateline"],
  [
    "language",
    "language lang locale inlanguage languagecode sprache langue idioma lingua dil язык اللغة زبان שפה",
  ],
  [
    "keywords",
    "keywords tags categories category section topics subjects schlagwörter schlagworte motsclés palabrasclave parolechiave palavraschave etiquetas etiketler теги ключевыеслова الوسوم برچسبها תגיות 关键词 關鍵字 キーワード 키워드",
  ],
  ["source", "source publisher outlet provider agency site publication المصدر منبع источник"],
  ["edNote", "ednote editornote editorsnote"],
  ["image.url", "image imageurl topimage thumbnail photo picture imagelink featuredimage leadimage img"],
  ["image.caption", "imagecaption caption photocaption imagedescription"],
  ["image.alt", "imagealt alttext alt"],
  ["image.credit", "imagecredit credit photocredit"],
];
