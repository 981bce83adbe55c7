/** The few words that a page adds to a story, in the languages we have them in; English elsewhere. */
export interface Labels {
  /** What these words themselves are in, for `lang`. */
  readonly language: string;
  readonly photo: string;
  readonly pictureMissing: string;
  readonly published: string;
  readonly sources: string;
  readonly allStories: string;
}

const english: Labels = {
  language: "en",
  photo: "Photo",
  pictureMissing: "The picture is not available",
  published: "Published",
  sources: "Sources",
  allStories: "All stories",
};

const labels: Readonly<Record<string, Labels>> = {
  ar: {
    language: "ar",
    photo: "الصورة",
    pictureMissing: "الصورة غير متاحة",
    published: "نُشر",
    sources: "المصادر",
    allStories: "كل الأخبار",
  },
  de: {
    language: "de",
    photo: "Foto",
    pictureMissing: "Das Bild ist nicht verfügbar",
    published: "Veröffentlicht",
    sources: "Quellen",
    allStories: "Alle Meldungen",
  },
  en: english,
  es: {
    language: "es",
    photo: "Foto",
    pictureMissing: "La imagen no está disponible",
    published: "Publicado",
    sources: "Fuentes",
    allStories: "Todas las noticias",
  },
  fa: {
    language: "fa",
    photo: "عکس",
    pictureMissing: "تصویر در دسترس نیست",
    published: "انتشار",
    sources: "منابع",
    allStories: "همهٔ خبرها",
  },
  fr: {
    language: "fr",
    photo: "Photo",
    pictureMissing: "L’image n’est pas disponible",
    published: "Publié",
    sources: "Sources",
    allStories: "Toutes les informations",
  },
  he: {
    language: "he",
    photo: "צילום",
    pictureMissing: "התמונה אינה זמינה",
    published: "פורסם",
    sources: "מקורות",
    allStories: "כל הידיעות",
  },
  zh: {
    language: "zh",
    photo: "图片",
    pictureMissing: "图片不可用",
    published: "发布于",
    sources: "来源",
    allStories: "全部新闻",
  },
};

/** The labels for a page in a language. */
export const labelsFor = (language: string): Labels => labels[language.split("-", 1)[0] ?? ""] ?? english;
