import { detectLanguage, undetermined } from "../phrases/detect-language.ts";
import { areAkin } from "../phrases/languages/are-akin.ts";
import type { Found } from "./found.ts";

/** A declared language as written in the input, and where. */
export interface DeclaredLanguage {
  readonly written: string | undefined;
  readonly place: string;
}

/** Returns a story's language: as declared if its words agree, otherwise as detected from its words. Pure. */
export function agreeLanguage(declarations: readonly DeclaredLanguage[], text: string): Found<string> {
  const declared = declarations.flatMap(({ written, place }) => {
    const value = toTag(written);
    return value === undefined ? [] : [{ value, place }];
  });
  const detected = detectLanguage(text);
  const agreed = declared.find(({ value }) => areAkin(value, detected));
  if (agreed !== undefined) return { ...agreed, rule: "declared-and-detected", confidence: 0.98 };
  if (detected !== undetermined) {
    const isAlone = declared.length === 0;
    return { value: detected, place: "text", rule: "detected", confidence: isAlone ? 0.85 : 0.6 };
  }
  const [first] = declared;
  return first === undefined
    ? { value: undetermined, place: "text", rule: "detected", confidence: 0 }
    : { ...first, rule: "declared", confidence: 0.7 };
}

/** A BCP 47 tag in its standard spelling; "ar_EG" is a common misspelling of "ar-EG". */
function toTag(written: string | undefined): string | undefined {
  try {
    return written === undefined ? undefined : Intl.getCanonicalLocales(written.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
