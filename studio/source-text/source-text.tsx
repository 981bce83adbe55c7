import { Box, Text } from "@sanity/ui";
import { useMemo, type ReactElement } from "react";
import type { UserViewComponent } from "sanity/structure";
import { importRecordId, publishedId } from "../../schemas/index.ts";
import { resolveDirection } from "../direction/text-direction.ts";
import { useLiveQuery, type LiveQuery } from "../live/use-live-query.ts";
import { ImportedStory } from "./imported-story.tsx";
import { storedRecord } from "./stored-record.ts";

const recordQuery = (articleId: string): LiveQuery<typeof storedRecord> => ({
  query: `*[_id == $id][0]{
    input, sourceText, importedAt, evidence, leftOut, problems,
    "snapshot": select(defined(leftOut) => snapshot), "suggestions": suggestions[state == "open"]
  }`,
  listenTo: `*[_id == $id]`,
  params: { id: importRecordId(publishedId(articleId)) },
  schema: storedRecord,
  perspective: "raw",
});

/**
 * A view of an article: the raw story it was imported from, where in it each value was found, and what the import
 * could not resolve by itself.
 */
export const SourceText: UserViewComponent = ({ documentId, document }) => {
  const result = useLiveQuery(useMemo(() => recordQuery(documentId), [documentId]));
  if (result.kind === "loading") return <Notice text="Loading the source text …" />;
  if (result.kind === "failed") return <Notice text={`Cannot load the source text: ${result.message}`} />;
  if (result.value === null)
    return <Notice text="This article was not imported, so it has no source text." />;

  const { language, direction } = document.displayed;
  return (
    <ImportedStory
      articleId={publishedId(documentId)}
      record={result.value}
      direction={resolveDirection("content", { documentLanguage: language, documentDirection: direction })}
    />
  );
};

function Notice({ text }: { text: string }): ReactElement {
  return (
    <Box padding={4} role="status">
      <Text size={1} muted>
        {text}
      </Text>
    </Box>
  );
}
