import type { CustomValidator, SanityDocument, ValidationError } from "sanity";
import type { z } from "zod";
import { valueAt } from "../path.ts";
import type { Say } from "./say.ts";
import { toStudioPath } from "./studio-path.ts";

/**
 * Makes Studio enforce a document's Zod schema, with each error at the exact field.
 *
 * What Sanity's own rules already report is left to them: a missing field (`required()`), an empty slug and an empty
 * reference.
 */
export function zodRule(schema: z.ZodObject, say: Say): CustomValidator<SanityDocument | undefined> {
  return (document) => {
    const result = schema.safeParse(document);
    if (document === undefined || result.success) return true;
    return result.error.issues
      .filter((issue) => !isToldBySanity(issue, document))
      .map((issue): ValidationError => ({
        message: messageOf(issue, say),
        path: toStudioPath(document, issue.path),
      }));
  };
}

function isToldBySanity(issue: z.core.$ZodIssue, document: unknown): boolean {
  const field = issue.path.at(-1);
  const value = valueAt(
    document,
    issue.path.filter((step) => typeof step !== "symbol"),
  );
  if (field === "_ref" || field === "current") return !value;
  const isAboutType = issue.code === "invalid_type" || issue.code === "invalid_value";
  return isAboutType && !String(field).startsWith("_") && value === undefined;
}

/** Zod's messages are for developers; the common ones are replaced by messages for editors. */
function messageOf(issue: z.core.$ZodIssue, say: Say): string {
  switch (issue.code) {
    case "too_small":
      return say(issue.origin === "string" && issue.minimum === 1 ? "Required" : issue.message);
    case "too_big":
      return issue.origin === "string"
        ? say("Must be at most {{max}} characters long", { max: Number(issue.maximum) })
        : say(issue.message);
    case "invalid_format":
      return say(formatMessages[issue.format] ?? issue.message);
    case "invalid_value":
      return say("Must be one of the listed values");
    case "invalid_union":
      return say(formatsOf(issue) ?? "This kind of item is not allowed here");
    default:
      return say(issue.message);
  }
}

/** The message for a union of formats; `undefined` for a union of anything else. */
function formatsOf({ errors }: z.core.$ZodIssueInvalidUnion): string | undefined {
  const formats = errors.map(([issue]) => (issue?.code === "invalid_format" ? issue.format : undefined));
  return formatMessages[formats.toSorted((a = "", b = "") => (a < b ? -1 : 1)).join(" or ")];
}

const formatMessages: Readonly<Record<string, string>> = {
  url: "Must be a full web address, such as https://example.org/story",
  date: "Must be a date",
  datetime: "Must be a date and time",
  "date or datetime": "Must be a date, or a date and time",
};
