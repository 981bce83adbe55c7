import { z } from "zod";

/** A BCP 47 language tag such as `ar`, `fa-IR` or `zh-Hant`. A new schema each time: metadata is kept per schema. */
export const languageTag = () =>
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Must be a language tag such as ar, he or zh-Hant");

export const textDirection = z.enum(["ltr", "rtl"]);
export type TextDirection = z.infer<typeof textDirection>;

/** Languages whose usual script runs right to left (Unicode CLDR, characterOrder). */
const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"]);

/** Scripts that run right to left whatever the language, for tags such as `az-Arab`. */
const rightToLeftScripts = new Set(["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]);

/** The direction in which a language is written; an explicit script in the tag beats the language. */
export function directionOf(language: string): TextDirection {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script !== undefined) return rightToLeftScripts.has(script) ? "rtl" : "ltr";
  return rightToLeft.has(primary) ? "rtl" : "ltr";
}
