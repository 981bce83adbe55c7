import { Box, Card, Flex, Stack, Text } from "@sanity/ui";
import { useMemo, type ReactElement } from "react";
import type { UserViewComponent } from "sanity/structure";
import { z } from "zod";
import { importRecordId, problem, publishedId, suggestion, type Problem } from "../../schemas/index.ts";
import { resolveDirection } from "../direction/text-direction.ts";
import { useLiveQuery, type LiveQuery } from "../live/use-live-query.ts";
import { SuggestionCard } from "../suggestions/suggestion-card.tsx";

const storedRecord = z
  .object({
    input: z.string(),
    sourceText: z.string(),
    importedAt: z.string(),
    problems: z.array(problem).nullish(),
    suggestions: z.array(suggestion).nullish(),
  })
  .nullable();

const recordQuery = (articleId: string): LiveQuery<typeof storedRecord> => ({
  query: `*[_id == $id][0]{
    input, sourceText, importedAt, problems, "suggestions": suggestions[state == "open"]
  }`,
  listenTo: `*[_id == $id]`,
  params: { id: importRecordId(publishedId(articleId)) },
  schema: storedRecord,
  perspective: "raw",
});

/** A view of an article: the raw story it was imported from, and what the import could not settle by itself. */
export const SourceText: UserViewComponent = ({ documentId, document }) => {
  const result = useLiveQuery(useMemo(() => recordQuery(documentId), [documentId]));
  if (result.kind === "loading") return <Notice text="Loading the source text …" />;
  if (result.kind === "failed") return <Notice text={`Cannot load the source text: ${result.message}`} />;
  if (result.value === null) return <Notice text="This article was not imported: it has no source text." />;

  const { input, sourceText, importedAt, problems, suggestions } = result.value;
  const { language, direction } = document.displayed;
  return (
    <Box height="fill" overflow="auto" data-testid="source-text">
      <Stack padding={4} gap={4}>
        <Flex gap={3} wrap="wrap">
          <Text size={1} muted>
            <bdi dir="ltr">{input}</bdi>
          </Text>
          <Text size={1} muted>
            <time dateTime={importedAt}>{new Date(importedAt).toLocaleString()}</time>
          </Text>
        </Flex>
        {suggestions?.map((item) => (
          <SuggestionCard key={item._key} articleId={publishedId(documentId)} suggestion={item} />
        ))}
        {problems?.map((item) => (
          <ProblemCard key={item._key} problem={item} />
        ))}
        <Card border radius={3} padding={4}>
          <div
            {...resolveDirection("content", { documentLanguage: language, documentDirection: direction })}
            className="copydesk-source-text"
          >
            {sourceText}
          </div>
        </Card>
      </Stack>
    </Box>
  );
};

function ProblemCard({ problem }: { problem: Problem }): ReactElement {
  return (
    <Card tone="caution" radius={2} padding={3}>
      <Stack gap={2}>
        <Text size={1} weight="medium">
          {problem.line === undefined ? problem.message : `Line ${problem.line}: ${problem.message}`}
        </Text>
        <Text size={1} muted>
          {problem.hint}
        </Text>
      </Stack>
    </Card>
  );
}

function Notice({ text }: { text: string }): ReactElement {
  return (
    <Box padding={4} role="status">
      <Text size={1} muted>
        {text}
      </Text>
    </Box>
  );
}
