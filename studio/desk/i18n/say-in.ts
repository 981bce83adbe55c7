import { type Say, sayInEnglish, withValues } from "../../../schemas/to-sanity/say.ts";
import { modelWords } from "./ar/model-words.ts";

const sayInArabic: Say = (english, values) => withValues(modelWords[english] ?? english, values);

/** Says what the content model says in English, in a language: what there are no words for stays as it is. */
export const sayIn = (language: string): Say => (language === "ar" ? sayInArabic : sayInEnglish);
