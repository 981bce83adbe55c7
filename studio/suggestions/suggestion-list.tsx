import { Stack } from "@sanity/ui";
import { type ReactElement, useMemo } from "react";
import type { Suggestion } from "../../schemas/index.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { shownOf, versionsOf } from "../seen/seen-document.ts";
import { seenDocumentsQuery } from "../seen/seen-documents-query.ts";
import { SuggestionCard, type SuggestionCardProps } from "./suggestion-card.tsx";

interface SuggestionListProps extends Pick<SuggestionCardProps, "articleId" | "direction" | "acts"> {
  readonly suggestions: readonly Suggestion[];
  /** What the form calls a place. */
  readonly titleOf: (path: string) => string;
}

/** The suggestions of a story, beside what its documents say at this moment. */
export function SuggestionList({ suggestions, titleOf, ...rest }: SuggestionListProps): ReactElement {
  const ids = [...new Set(suggestions.flatMap(({ documentId }) => versionsOf(documentId)))].join(" ");
  const result = useLiveQuery(useMemo(() => seenDocumentsQuery(ids.split(" ")), [ids]));
  return (
    <Stack as="ul" gap={2} padding={0} margin={0}>
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion._key}
          {...rest}
          suggestion={suggestion}
          field={titleOf(suggestion.path)}
          seen={result.kind === "loaded" ? (shownOf(suggestion.documentId, result.value) ?? null) : undefined}
        />
      ))}
    </Stack>
  );
}
