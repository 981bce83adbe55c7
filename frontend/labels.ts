/** The few words that a page adds to a story, in the languages below; English for all others. */
export interface Labels {
  /** The language of these words themselves, for `lang`. */
  readonly language: string;
  readonly pictureMissing: string;
  readonly published: string;
  readonly sources: string;
}

const english: Labels = {
  language: "en",
  pictureMissing: "The picture is not available",
  published: "Published",
  sources: "Sources",
};

const labels: Readonly<Record<string, Labels>> = {
  ar: {
    language: "ar",
    pictureMissing: "الصورة غير متاحة",
    published: "نُشر",
    sources: "المصادر",
  },
  de: {
    language: "de",
    pictureMissing: "Das Bild ist nicht verfügbar",
    published: "Veröffentlicht",
    sources: "Quellen",
  },
  en: english,
  es: {
    language: "es",
    pictureMissing: "La imagen no está disponible",
    published: "Publicado",
    sources: "Fuentes",
  },
  fa: {
    language: "fa",
    pictureMissing: "تصویر در دسترس نیست",
    published: "انتشار",
    sources: "منابع",
  },
  fr: {
    language: "fr",
    pictureMissing: "L’image n’est pas disponible",
    published: "Publié",
    sources: "Sources",
  },
  he: {
    language: "he",
    pictureMissing: "התמונה אינה זמינה",
    published: "פורסם",
    sources: "מקורות",
  },
  zh: {
    language: "zh",
    pictureMissing: "图片不可用",
    published: "发布于",
    sources: "来源",
  },
};

/** The labels for a page in a language. */
export const labelsFor = (language: string): Labels => labels[language.split("-", 1)[0] ?? ""] ?? english;
