import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { useToast } from "@sanity/ui/toast";
import { useState, type ReactElement } from "react";
import { useClient } from "sanity";
import { draftId, formatPath, importRecordId, type Suggestion } from "../../schemas/index.ts";
import { readableValue } from "./readable-value.ts";
import { acceptSuggestion } from "./settle-suggestion.ts";

/** An editor's version and the source's, side by side, and the choice between them. */
export function SuggestionCard({
  articleId,
  suggestion,
}: {
  articleId: string;
  suggestion: Suggestion;
}): ReactElement {
  const client = useClient({ apiVersion: "2025-02-19" });
  const toast = useToast();
  const [isSettling, setIsSettling] = useState(false);
  const { _key, documentId, path, current, incoming } = suggestion;

  const settle = async (state: "accepted" | "rejected"): Promise<void> => {
    setIsSettling(true);
    try {
      if (state === "accepted") {
        const document = await client.fetch<Record<string, unknown> | null>(
          "coalesce(*[_id == $draft][0], *[_id == $published][0])",
          { draft: draftId(documentId), published: documentId },
          { perspective: "raw" },
        );
        await client.action({
          actionType: "sanity.action.document.edit",
          draftId: draftId(documentId),
          publishedId: documentId,
          patch: acceptSuggestion(suggestion, document ?? {}),
        });
      }
      // Only now: a suggestion that could not be applied stays open.
      await client
        .patch(importRecordId(articleId))
        .set({ [formatPath(["suggestions", { _key }, "state"])]: state })
        .commit();
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error);
      toast.push({ status: "error", title: "The suggestion is still open", description });
    } finally {
      setIsSettling(false);
    }
  };

  return (
    <Card tone="primary" radius={2} padding={3} data-testid={`suggestion-${_key}`}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          The source and an editor both changed <bdi dir="ltr">{path}</bdi>
        </Text>
        <Version title="Current" value={readableValue(current)} />
        <Version title="Source" value={readableValue(incoming)} />
        <Flex gap={2}>
          <Button
            text="Use the source's version"
            tone="primary"
            disabled={isSettling}
            onClick={() => void settle("accepted")}
          />
          <Button
            text="Keep the current version"
            mode="ghost"
            disabled={isSettling}
            onClick={() => void settle("rejected")}
          />
        </Flex>
      </Stack>
    </Card>
  );
}

function Version({ title, value }: { title: string; value: string }): ReactElement {
  return (
    <Stack gap={2}>
      <Text size={0} muted>
        {title}
      </Text>
      <div dir="auto" className="copydesk-source-text">
        {value === "" ? "(nothing)" : value}
      </div>
    </Stack>
  );
}
