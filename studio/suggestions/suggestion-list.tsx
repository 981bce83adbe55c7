import { Stack } from "@sanity/ui";
import { type ReactElement, useMemo, useRef } from "react";
import type { Suggestion } from "../../schemas/index.ts";
import { useLeadToFirstTask } from "../desk/pane/first-task.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { shownOf, versionsOf } from "../seen/seen-document.ts";
import { seenDocumentsQuery } from "../seen/seen-documents-query.ts";
import { SuggestionCard, type SuggestionCardProps } from "./suggestion-card.tsx";

interface SuggestionListProps extends Pick<SuggestionCardProps, "articleId" | "direction" | "acts"> {
  readonly suggestions: readonly Suggestion[];
  /** Whether they are the first thing to be done about the story. */
  readonly isFirst: boolean;
  /** What the form calls a place. */
  readonly titleOf: (path: string) => string;
}

/** The suggestions of a story, beside what its documents say at this moment. */
export function SuggestionList({
  suggestions,
  isFirst,
  titleOf,
  ...rest
}: SuggestionListProps): ReactElement {
  const ids = [...new Set(suggestions.flatMap(({ documentId }) => versionsOf(documentId)))].join(" ");
  const result = useLiveQuery(useMemo(() => seenDocumentsQuery(ids.split(" ")), [ids]));
  const list = useRef<HTMLUListElement>(null);
  useLeadToFirstTask(
    rest.articleId,
    isFirst && result.kind === "loaded" ? () => list.current?.querySelector("button")?.focus() : undefined,
  );
  return (
    <Stack as="ul" gap={2} padding={0} margin={0} ref={list}>
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
