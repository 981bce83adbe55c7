import { detectLanguage, undetermined } from "../phrases/detect-language.ts";

/** A language and how it was determined. */
export interface ResolvedLanguage {
  /** BCP 47; `und` if undetermined. */
  readonly language: string;
  readonly rule: "language-declared" | "language-from-text" | "language-contradicted";
  readonly confidence: number;
}

/** Languages written in more than one script, so that no script contradicts them. */
const ofSeveralScripts: ReadonlySet<string> = new Set(
  "az bs ha kk ks ku ky mn ms pa sd sr tg tk tt ug uz".split(" "),
);

/**
 * Returns the language of a text: as declared, unless the text is in another script. Arabic feeds declared as "en-US"
 * are common, since that is the default of their software.
 *
 * Pure.
 */
export function resolveLanguage(declared: string | undefined, text: string): ResolvedLanguage {
  const tag = languageTagOf(declared);
  // A few lines show the script; the language needs more.
  const detected = detectLanguage(tag === undefined ? text : text.slice(0, 600));
  if (tag === undefined) {
    return {
      language: detected,
      rule: "language-from-text",
      confidence: detected === undetermined ? 0 : 0.8,
    };
  }
  const [primary = ""] = tag.split("-");
  const isContradicted =
    detected !== undetermined && !ofSeveralScripts.has(primary) && scriptOf(detected) !== scriptOf(tag);
  return isContradicted
    ? { language: detected, rule: "language-contradicted", confidence: 0.7 }
    : { language: tag, rule: "language-declared", confidence: 1 };
}

/** A declared language as a BCP 47 tag in its standard spelling; `undefined` if it is not a language. Pure. */
export function languageTagOf(declared: string | undefined): string | undefined {
  const written = declared?.trim().replaceAll("_", "-") ?? "";
  if (/^[a-z]{2}$/.test(written)) return written;
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(written)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(written);
    return tag === undefined || /^(?:und|mul|zxx|mis)\b/.test(tag) ? undefined : tag;
  } catch {
    // Well-formed letters, but not a tag: "en-x".
    return undefined;
  }
}

/** Cached: the language tables are slow, and an input uses few languages. */
const scripts = new Map<string, string | undefined>();

/** Chinese, Japanese and Korean share characters, so a short text may be any of them. */
function scriptOf(tag: string): string | undefined {
  const known = scripts.get(tag);
  if (known !== undefined) return known;
  const { script } = new Intl.Locale(tag).maximize();
  const own = script !== undefined && /^(?:Hans|Hant|Jpan|Kore)$/.test(script) ? "Hani" : script;
  if (scripts.size < 1_000) scripts.set(tag, own);
  return own;
}
