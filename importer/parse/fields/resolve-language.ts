import { detectLanguage, undetermined } from "../phrases/detect-language.ts";

/** A language, and how it is known. */
export interface ResolvedLanguage {
  /** BCP 47; `und` if nobody can tell. */
  readonly language: string;
  readonly rule: "language-declared" | "language-from-text" | "language-contradicted";
  readonly confidence: number;
}

/** Languages that are written in more than one script, so that a script contradicts nothing. */
const ofSeveralScripts: ReadonlySet<string> = new Set(
  "az bs ha kk ks ku ky mn ms pa sd sr tg tk tt ug uz".split(" "),
);

/**
 * The language of a text: as declared, unless the text is in another script. Feeds in Arabic that call themselves
 * "en-US" are common, since that is what their software is delivered with.
 *
 * Pure.
 */
export function resolveLanguage(declared: string | undefined, text: string): ResolvedLanguage {
  const tag = languageTagOf(declared);
  // A script shows in a few lines; a language needs more.
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

/** A declared language as a BCP 47 tag in its usual spelling; `undefined` if it is none. Pure. */
export function languageTagOf(declared: string | undefined): string | undefined {
  const written = declared?.trim().replaceAll("_", "-") ?? "";
  if (/^[a-z]{2}$/.test(written)) return written;
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(written)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(written);
    return tag === undefined || /^(?:und|mul|zxx|mis)\b/.test(tag) ? undefined : tag;
  } catch {
    // Well-formed by its letters, and still no tag: "en-x".
    return undefined;
  }
}

/** Looked up once: the tables of languages are slow, and an input has few. */
const scripts = new Map<string, string | undefined>();

/** Chinese, Japanese and Korean share characters, so that a short text may pass for any of them. */
function scriptOf(tag: string): string | undefined {
  const known = scripts.get(tag);
  if (known !== undefined) return known;
  const { script } = new Intl.Locale(tag).maximize();
  const own = script !== undefined && /^(?:Hans|Hant|Jpan|Kore)$/.test(script) ? "Hani" : script;
  if (scripts.size < 1_000) scripts.set(tag, own);
  return own;
}
