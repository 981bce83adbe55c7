import { type ReactElement, useMemo } from "react";
import type { Suggestion } from "../../schemas/index.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { shownOf, versionsOf } from "../seen/seen-document.ts";
import { seenDocumentsQuery } from "../seen/seen-documents-query.ts";
import { SuggestionCard } from "./suggestion-card.tsx";

interface SuggestionListProps {
  readonly articleId: string;
  readonly suggestions: readonly Suggestion[];
}

/** The suggestions of a story, beside what its documents say at this moment. */
export function SuggestionList({ articleId, suggestions }: SuggestionListProps): ReactElement {
  const ids = [...new Set(suggestions.flatMap(({ documentId }) => versionsOf(documentId)))].join(" ");
  const result = useLiveQuery(useMemo(() => seenDocumentsQuery(ids.split(" ")), [ids]));
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
