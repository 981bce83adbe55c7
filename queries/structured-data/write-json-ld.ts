import type { JsonLd } from "./json-ld.ts";

/**
 * JSON-LD as a text for `<script type="application/ld+json">`: what is not known is left out, and no text in it can end the
 * script.
 */
export const writeJsonLd = (object: JsonLd): string =>
  JSON.stringify(object, (_, value: unknown) => (isKnown(value) ? value : undefined)).replaceAll(
    "<",
    "\\u003c",
  );

const isKnown = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);
