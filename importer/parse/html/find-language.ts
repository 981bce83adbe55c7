import { detectLanguage, undetermined } from "../detect-language.ts";
import type { Candidate } from "./candidate.ts";
import type { Page } from "./page.ts";
import { attribute, findElement } from "./walk-tree.ts";

/** Tells the story's language: as the page says where its words agree, else as its words are. Pure. */
export function findLanguage({ root, described, metas }: Page, text: string): Candidate<string> {
  const html = findElement(
    root,
    (element) => element.attributes.has("lang") && /^(?:html|body|article|main)$/.test(element.name),
  );
  const meta = metas.first("og:locale", "content-language", "dc.language", "dcterms.language", "language");
  const declared = [
    { value: toTag(html && attribute(html, "lang")), place: `${html?.name ?? "html"}[lang]` },
    { value: toTag(described?.language), place: `${described?.place}.inLanguage` },
    { value: toTag(meta?.value), place: meta?.place ?? "" },
  ].flatMap(({ value, place }) => (value === undefined ? [] : [{ value, place }]));
  const detected = detectLanguage(text);
  const agreed = declared.find(({ value }) => primaryOf(value) === primaryOf(detected));
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

const primaryOf = (tag: string): string => tag.split("-")[0] ?? "";

/** A BCP 47 tag in its own spelling; "ar_EG" is written for "ar-EG" often enough. */
function toTag(written: string | undefined): string | undefined {
  try {
    return written === undefined ? undefined : Intl.getCanonicalLocales(written.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
