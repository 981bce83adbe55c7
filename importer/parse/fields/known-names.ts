/** A field, and the names that exports and front matter have for it, in lower case without signs; the usual ones first. */
interface KnownField {
  readonly names: string;
  /** Names that mean the field only among the columns of a table or the properties of a record. */
  readonly inRecords?: string;
  /** Names that mean the field only in front matter. */
  readonly inFrontMatter?: string;
}

/** Fields listed first claim a name before others. */
const knownFields = {
  headline: {
    names:
      "headline title head hed heading titel titre titulo título titolo başlık заголовок العنوان عنوان כותרת 标题 標題 タイトル 제목",
    inFrontMatter: "name",
  },
  body: {
    names: "",
    inRecords:
      "body content text articlebody bodytext fulltext maintext contenthtml bodyhtml html articletext story article texte texto testo inhalt metin текст النص المحتوى متن טקסט תוכן 正文 内容 本文 본문",
  },
  url: {
    names: "canonicalurl canonical url link permalink href weburl sourceurl articleurl رابط الرابط ссылка",
    inRecords: "guid",
  },
  // In front matter an id is taken as it is, so it must be one.
  id: {
    names: "uuid guid id",
    inRecords: "articleid storyid docid documentid externalid uri slug معرف",
  },
  /** Whether it is published; under the same name as the date. */
  published: { names: "published ispublished" },
  /** Whether it is a draft. */
  draft: { names: "draft isdraft unpublished isunpublished" },
  publishedAt: {
    names:
      "publishedat datepublished published publishdate pubdate publicationdate date datetime timestamp datum fecha data tarih дата التاريخ تاريخ תאריך 日期 日付 날짜",
  },
  version: { names: "version revision versionnumber revisionid" },
  versionCreated: {
    names:
      "versioncreated datemodified modified modifiedat modifieddate lastmodified updated updatedat updateddate dateupdated lastupdated",
  },
  pubStatus: {
    names: "pubstatus publicationstatus publishstatus poststatus articlestatus storystatus status",
  },
  embargoedUntil: { names: "embargoeduntil embargo embargoed embargodate" },
  summary: { names: "summary description abstract excerpt teaser lead lede الملخص خلاصه аннотация" },
  kicker: { names: "kicker overline eyebrow" },
  subHeadline: { names: "subheadline subtitle subhead subheading standfirst deck dek" },
  byline: {
    names:
      "byline author authors creator creators writer autor auteur autore yazar автор الكاتب الكاتبة نویسنده כותב 作者 記者 저자",
    inFrontMatter: "by",
  },
  dateline: { names: "dateline" },
  language: {
    names:
      "language lang locale inlanguage languagecode sprache langue idioma lingua dil язык اللغة زبان שפה",
  },
  keywords: {
    names:
      "keywords tags tag categories category section topics subjects schlagwörter schlagworte motsclés palabrasclave parolechiave palavraschave etiquetas etiketler теги ключевыеслова الوسوم برچسبها תגיות 关键词 關鍵字 キーワード 키워드",
  },
  source: {
    names: "source sources publisher outlet provider agency wire publication المصدر منبع источник",
    inRecords: "site",
  },
  edNote: { names: "ednote editornote editorsnote" },
  "image.url": {
    names:
      "image imageurl urltoimage topimage coverimage heroimage featuredimage featureimage leadimage cover hero thumbnail photo picture imagelink banner img",
  },
  "image.caption": { names: "imagecaption caption photocaption imagedescription" },
  "image.alt": { names: "imagealt alttext alt" },
  "image.credit": { names: "imagecredit credit photocredit" },
} as const satisfies Readonly<Record<string, KnownField>>;

export type KnownFieldName = keyof typeof knownFields;

const isKnown = (name: string): name is KnownFieldName => name in knownFields;

/** The fields that are known by their names, in the order in which they claim them. */
export const knownFieldNames: readonly KnownFieldName[] = Object.keys(knownFields).filter(isKnown);

/** The names of a field, most certain first, in lower case without signs. Pure. */
export function namesOfField(field: KnownFieldName, where: "records" | "front matter"): readonly string[] {
  const { names, inRecords = "", inFrontMatter = "" }: KnownField = knownFields[field];
  return `${names} ${where === "records" ? inRecords : inFrontMatter}`
    .split(" ")
    .filter((name) => name !== "");
}
