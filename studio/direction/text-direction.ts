import { directionOf, textDirection, type TextDirection } from "../../schemas/index.ts";

/** What is known about the language of a text, from the object that holds it and from its document. */
export interface LanguageScope {
  /** The language of the object that holds the field, such as a caption's own. */
  readonly ownLanguage?: unknown;
  readonly documentLanguage?: unknown;
  /** The document's direction, where an editor has set one. */
  readonly documentDirection?: unknown;
}

/** The HTML attributes of an element that shows a text. */
export interface DirectionAttributes {
  readonly dir: TextDirection | "auto";
  readonly lang?: string;
}

/**
 * Decides the direction of a field's text. The nearest language wins: the object's own, then the document's, where
 * an explicit direction beats the language. A text of unknown language takes the direction of its first letter.
 *
 * @param field `ltr` is for slugs, addresses and codes, which run left to right in every language.
 */
export function resolveDirection(field: "content" | "ltr", scope: LanguageScope): DirectionAttributes {
  if (field === "ltr") return { dir: "ltr" };
  if (isTag(scope.ownLanguage)) return { dir: directionOf(scope.ownLanguage), lang: scope.ownLanguage };
  const lang = isTag(scope.documentLanguage) ? scope.documentLanguage : undefined;
  const chosen = textDirection.safeParse(scope.documentDirection).data;
  const dir = chosen ?? (lang === undefined ? "auto" : directionOf(lang));
  return lang === undefined ? { dir } : { dir, lang };
}

const isTag = (value: unknown): value is string => typeof value === "string" && value !== "";
