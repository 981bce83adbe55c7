import { type ReactElement, useMemo } from "react";
import { z } from "zod";
import type { Suggestion } from "../../schemas/index.ts";
import { type LiveQuery, useLiveQuery } from "../live/use-live-query.ts";
import { shownOf, versionsOf } from "./settle-suggestion.ts";
import { SuggestionCard } from "./suggestion-card.tsx";

const documents = z.array(z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() }));

const documentsQuery = (ids: readonly string[]): LiveQuery<typeof documents> => ({
  query: "*[_id in $ids]",
  listenTo: "*[_id in $ids]",
  params: { ids },
  schema: documents,
  perspective: "raw",
});

interface SuggestionListProps {
  readonly articleId: string;
  readonly suggestions: readonly Suggestion[];
}

/** The suggestions of a story, beside what its documents say at this moment. */
export function SuggestionList({ articleId, suggestions }: SuggestionListProps): ReactElement {
  const ids = [...new Set(suggestions.flatMap(({ documentId }) => versionsOf(documentId)))].join(" ");
  const result = useLiveQuery(useMemo(() => documentsQuery(ids.split(" ")), [ids]));
  return (
    <>
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion._key}
          articleId={articleId}
          suggestion={suggestion}
          seen={result.kind === "loaded" ? (shownOf(suggestion.documentId, result.value) ?? null) : undefined}
        />
      ))}
    </>
  );
}
