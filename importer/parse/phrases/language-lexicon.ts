import { arabic } from "./languages/arabic.ts";
import { cyrillic } from "./languages/cyrillic.ts";
import { devanagari } from "./languages/devanagari.ts";
import { han } from "./languages/han.ts";
import type { LanguageSigns, LanguagesOfScript } from "./languages/language-signs.ts";
import { latin } from "./languages/latin.ts";
import type { Script } from "./scripts.ts";

const only = (language: string): LanguagesOfScript => ({ usual: language, languages: [{ language }] });

const several = (usual: string | undefined, ...languages: readonly LanguageSigns[]): LanguagesOfScript => ({
  ...(usual === undefined ? {} : { usual }),
  languages,
});

/** The languages that are told apart, by script; of equally likely ones the first. */
export const languagesOf: Readonly<Record<Script, LanguagesOfScript>> = {
  Latin: latin,
  Arabic: arabic,
  Cyrillic: cyrillic,
  Han: han,
  Devanagari: devanagari,
  Hebrew: several(
    "he",
    { language: "he", words: "של את על לא הוא עם זה כי גם או אל אמר היא" },
    {
      language: "yi",
      letters: "װױײ",
      words: "און די דער די פון אז איז אין צו מיט האט ניט נישט זיך וואס אויף פאר",
    },
  ),
  Bengali: several(
    "bn",
    { language: "bn", letters: "র", words: "এবং এই করে থেকে না জন্য একটি হয়েছে সঙ্গে বলেন যে ও" },
    { language: "as", letters: "ৰৱ", words: "আৰু এই কৰা যে হৈছে পৰা কৰিছে বাবে" },
  ),
  Ethiopic: several(
    undefined,
    {
      language: "am",
      letters: "አኧ",
      words: "ነው እና ላይ ውስጥ ጋር ወደ ግን ነበር እንደ ሲሆን ይህ ያለ ናቸው አንድ ስለ ደግሞ ጊዜ ነገር",
    },
    {
      language: "ti",
      letters: "ኣቐኸዀ",
      words: "እዩ ከም ናይ ምስ ኣብ ካብ ግን እቲ እዚ ድማ ኣሎ ነቲ ዘሎ ኢሉ እዮም ዓመት",
    },
  ),
  Tibetan: only("bo"),
  Greek: only("el"),
  Hangul: only("ko"),
  Gurmukhi: only("pa"),
  Gujarati: only("gu"),
  Oriya: only("or"),
  Tamil: only("ta"),
  Telugu: only("te"),
  Kannada: only("kn"),
  Malayalam: only("ml"),
  Sinhala: only("si"),
  Thai: only("th"),
  Lao: only("lo"),
  Khmer: only("km"),
  Myanmar: only("my"),
  Georgian: only("ka"),
  Armenian: only("hy"),
  Thaana: only("dv"),
  Syriac: only("syr"),
  Mongolian: only("mn-Mong"),
  Tifinagh: only("zgh"),
  Cherokee: only("chr"),
  "Canadian Syllabics": only("iu"),
  Nko: only("nqo"),
  "Ol Chiki": only("sat"),
  "Meetei Mayek": only("mni-Mtei"),
};
