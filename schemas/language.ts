import { z } from "zod";

/** A BCP 47 language tag such as `ar`, `fa-IR` or `zh-Hant`. A new schema each time: metadata is kept per schema. */
export const languageTag = () =>
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Must be a language tag such as ar, he or zh-Hant");

export const textDirection = z.enum(["ltr", "rtl"]);
export type TextDirection = z.infer<typeof textDirection>;

/**
 * The direction in which a language is written (Unicode CLDR, as the runtime knows it): that of the script in the tag,
 * else that of the script in which the language is usually written, in the tag's region if it has one (`pa` runs left to
 * right, `pa-PK` right to left). Left to right for an unknown language or a text that is not a tag.
 */
export function directionOf(language: string): TextDirection {
  const locale = localeOf(language);
  return locale?.getTextInfo?.().direction ?? directionOfScript(locale?.maximize().script);
}

/** Older browsers lack `getTextInfo`: it came with Chrome 130, Firefox 153 and Safari 17. */
interface Locale extends Intl.Locale {
  getTextInfo?(): { readonly direction?: TextDirection };
}

/** As much of a tag as the runtime can read: all of it, or else its language and script, which is all that counts here. */
function localeOf(tag: string): Locale | undefined {
  const [language = "", ...subtags] = tag.split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/i.test(subtag));
  for (const readable of [tag, script === undefined ? language : `${language}-${script}`]) {
    try {
      return new Intl.Locale(readable);
    } catch {
      // Not a valid tag: `languageTag` lets more through, such as `zh-cmn-Hans`.
    }
  }
  return undefined;
}

/** The fallback without `getTextInfo`: Intl still knows the script of each language, and a script has one direction. */
export const directionOfScript = (script: string | undefined): TextDirection =>
  script !== undefined && rightToLeftScripts.has(script) ? "rtl" : "ltr";

/** The scripts that run from right to left (Unicode CLDR, `scriptMetadata`). */
const rightToLeftScripts: ReadonlySet<string> = new Set(
  (
    "Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr " +
    "Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Thaa Yezi"
  ).split(" "),
);
