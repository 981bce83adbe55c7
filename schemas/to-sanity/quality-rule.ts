import type { CustomValidator, SanityDocument, ValidationError } from "sanity";
import { openQualityChecks } from "../quality.ts";
import type { Say } from "./say.ts";

/** Makes Studio warn, at the field to fill in, about each quality check that a document fails. */
export function qualityRule(type: string, say: Say): CustomValidator<SanityDocument | undefined> {
  return (document) =>
    document === undefined
      ? true
      : openQualityChecks({ ...document, _type: type }).map(({ message, hint, path }): ValidationError => ({
          message: `${say(message)}. ${say(hint)}`,
          path: [path],
        }));
}
