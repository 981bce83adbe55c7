import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { useToast } from "@sanity/ui/toast";
import { type ReactElement, useState } from "react";
import { useClient, useCurrentUser } from "sanity";
import { type Suggestion, readDocumentId, valueAt } from "../../schemas/index.ts";
import type { Refusal } from "../desk/acts/act.ts";
import type { SeenDocument } from "../seen/seen-document.ts";
import { isMoved } from "./is-moved.ts";
import { readableValue } from "./readable-value.ts";
import { settleSuggestion } from "./settle-suggestion.ts";

interface SuggestionCardProps {
  readonly articleId: string;
  readonly suggestion: Suggestion;
  /** The document as it is now; `undefined` while it is loaded, `null` where it is gone. */
  readonly seen: SeenDocument | null | undefined;
}

/** Why nothing was written, as editors read it. */
const notices: Readonly<Record<Refusal["kind"], string>> = {
  moved: "The document has changed. Look at it again and decide.",
  gone: "The place is gone, or the suggestion has been settled",
  "in-use": "Other documents refer to what would go.",
  shown: "Readers can see it: unpublish it first.",
  invalid: "The document breaks a rule of the content model.",
  warned: "An order of the source speaks against it.",
};

/** What the document says now and what the source says, side by side, and the choice between them. */
export function SuggestionCard({ articleId, suggestion, seen }: SuggestionCardProps): ReactElement {
  const client = useClient({ apiVersion: "2025-02-19" });
  const toast = useToast();
  const user = useCurrentUser();
  const [isSettling, setIsSettling] = useState(false);
  const { _key, path, incoming } = suggestion;
  const id = readDocumentId(suggestion.documentId);

  const settle = async (state: "accepted" | "rejected"): Promise<void> => {
    if (user === null) return;
    setIsSettling(true);
    try {
      const by = { seen: seen ?? undefined, by: user.id };
      const { kind } = await settleSuggestion(client, articleId, suggestion, state, by);
      if (kind !== "done") toast.push({ status: "warning", title: notices[kind] });
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
          {id.kind === "version" && (
            <>
              {" in the release "}
              <bdi>{id.release}</bdi>
            </>
          )}
        </Text>
        {isMoved(suggestion, seen) && (
          <Text size={1} muted>
            It has been edited again since the import
          </Text>
        )}
        <Version title="Current" value={readableValue(jsonOf(valueAt(seen, path)))} />
        <Version title="Source" value={readableValue(incoming)} />
        <Flex gap={2}>
          <Button
            text="Use the source's version"
            tone="primary"
            disabled={isSettling || !seen}
            onClick={() => void settle("accepted")}
          />
          <Button
            text="Keep the current version"
            mode="ghost"
            disabled={isSettling || seen === undefined}
            onClick={() => void settle("rejected")}
          />
        </Flex>
      </Stack>
    </Card>
  );
}

const jsonOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

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
