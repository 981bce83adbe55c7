import type { ContentType } from "./documents.ts";
import type { Problem } from "./problem.ts";

/**
 * A check for something that a document may lack and still be valid. The one definition behind Studio's warnings, the
 * problems of an import report and what the desk calls open.
 */
export interface QualityCheck {
  /** Permanent kebab-case name. */
  readonly code: string;
  readonly documentType: ContentType;
  /** The field to fill. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
  /** Whether the document passes; it may be incomplete, as an editor's draft is. */
  passes(document: Readonly<Record<string, unknown>>): boolean;
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === "string" ? value.trim() !== "" : value != null;

const hasAsset = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "asset" in value && value.asset != null;

export const qualityChecks: readonly QualityCheck[] = [
  {
    code: "publication-date-unknown",
    documentType: "article",
    path: "publishedAt",
    message: "The publication date is unknown",
    hint: "Set the date if you can find it; otherwise leave it empty.",
    passes: (document) => isFilled(document.publishedAt),
  },
  {
    code: "missing-asset",
    documentType: "newsImage",
    path: "asset",
    message: "The picture file is missing",
    hint: "Upload the picture, or remove the figure from the article.",
    passes: (document) => hasAsset(document.asset),
  },
  {
    code: "missing-alt-text",
    documentType: "newsImage",
    path: "altTexts",
    message: "The image has no alternative text",
    hint: "Describe what the picture shows.",
    passes: (document) => isFilled(document.altTexts),
  },
  {
    code: "missing-credit",
    documentType: "newsImage",
    path: "creditLine",
    message: "The image has no credit",
    hint: "Name the photographer or the agency.",
    passes: (document) => isFilled(document.creditLine),
  },
];

/** Codes of the checks: a problem with one of them is told by the document, whatever an import noted. */
export const qualityCodes: ReadonlySet<string> = new Set(qualityChecks.map(({ code }) => code));

/** The checks that a document does not pass, in the order of the list above. */
export function openQualityChecks(
  document: Readonly<Record<string, unknown> & { _type: string }>,
): QualityCheck[] {
  return qualityChecks.filter((check) => check.documentType === document._type && !check.passes(document));
}

/**
 * The problem of a document that does not pass a check. What is lacking has no value, so the document and the check alone
 * make the key: an import and the desk give it the same one. Pure.
 *
 * @param documentId Published id.
 */
export const problemOfCheck = ({ code, message, hint, path }: QualityCheck, documentId: string): Problem => ({
  _type: "problem",
  _key: `${code}.${documentId}`,
  code,
  message,
  hint,
  documentId,
  path,
});
