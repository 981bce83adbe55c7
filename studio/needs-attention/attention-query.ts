import { z } from "zod";
import { contentSchemas, problem, qualityChecks } from "../../schemas/index.ts";
import type { LiveQuery } from "../live/use-live-query.ts";

/** How many documents are checked, newest first. */
export const documentLimit = 2000;

const checkedFields = [...new Set(qualityChecks.map(({ path }) => path))];

const attentionResult = z.object({
  documents: z.array(z.looseObject({ _id: z.string(), _type: z.string(), title: z.string().nullable() })),
  records: z.array(
    z.object({
      article: z.string(),
      problems: z.array(problem).nullish(),
      openSuggestions: z.number().nullish(),
    }),
  ),
  total: z.number(),
});
export type AttentionResult = z.infer<typeof attentionResult>;

/**
 * What the pane needs: the title of each document and the fields that quality checks read, and the problems of each
 * import record with the number of its open suggestions.
 */
export const attentionQuery: LiveQuery<typeof attentionResult> = {
  query: `{
    "documents": *[_type in $types] | order(_updatedAt desc) [0...$limit] {
      _id, _type,
      "title": coalesce(headline, name, captions[0].text, altTexts[0].text),
      ${checkedFields.join(", ")}
    },
    "records": *[_type == "importRecord" && (count(problems) > 0 || count(suggestions[state == "open"]) > 0)]
      | order(importedAt desc) [0...$limit] {
        "article": article._ref, problems, "openSuggestions": count(suggestions[state == "open"])
      },
    "total": count(*[_type in $types])
  }`,
  listenTo: `*[_type in $types || _type == "importRecord"]`,
  params: { types: Object.keys(contentSchemas), limit: documentLimit },
  schema: attentionResult,
  perspective: "drafts",
};
