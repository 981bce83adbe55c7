import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { type ReactElement, useState } from "react";
import { useClient, useTranslation } from "sanity";
import { type Suggestion, readDocumentId, valueAt } from "../../schemas/index.ts";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";
import type { StoryActs } from "../desk/pane/use-story-acts.ts";
import type { DirectionAttributes } from "../direction/text-direction.ts";
import type { SeenDocument } from "../seen/seen-document.ts";
import { DiffView } from "./diff-view.tsx";
import { isMoved } from "./is-moved.ts";
import { OwnVersion } from "./own-version.tsx";
import { readableValue } from "./readable-value.ts";
import { type Choice, settleSuggestion } from "./settle-suggestion.ts";

export interface SuggestionCardProps {
  readonly articleId: string;
  readonly suggestion: Suggestion;
  /** The document as it is now; `undefined` while it is loaded, `null` where it is gone. */
  readonly seen: SeenDocument | null | undefined;
  /** What the form calls the place. */
  readonly field: string;
  readonly direction: DirectionAttributes;
  readonly acts: StoryActs;
}

const done = {
  accepted: "story.did.taken",
  rejected: "story.did.kept",
  edited: "story.did.edited",
} as const satisfies Readonly<Record<Choice["kind"], string>>;

/** What the document says now and what the source says, in one text, and the choice between them. */
export function SuggestionCard(props: SuggestionCardProps): ReactElement {
  const { articleId, suggestion, seen, field, direction, acts } = props;
  const client = useClient({ apiVersion: "2025-02-19" });
  const { t } = useTranslation(deskNamespace);
  const [isEdited, setIsEdited] = useState(false);
  const { _key, path, incoming } = suggestion;
  const id = readDocumentId(suggestion.documentId);
  const [here, there] = [readableValue(jsonOf(valueAt(seen, path))), readableValue(incoming)];

  const settle = (choice: Choice): void =>
    void acts.carryOut(
      (by) => settleSuggestion(client, articleId, suggestion, choice, { seen: seen ?? undefined, by }),
      t(done[choice.kind], { field }),
    );

  return (
    <Card as="li" tone="primary" radius={2} padding={3} data-testid={`suggestion-${_key}`}>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="medium">
          {t("story.suggestion.about", { field })}
        </Text>
        {id.kind === "version" && (
          <Text size={1} muted>
            {t("story.suggestion.release", { release: id.release })}
          </Text>
        )}
        {isMoved(suggestion, seen) && (
          <Text size={1} muted>
            {t("story.suggestion.moved")}
          </Text>
        )}
        {seen !== undefined && <Difference here={here} there={there} direction={direction} />}
        {isEdited ? (
          <OwnVersion
            text={there}
            direction={direction}
            isBusy={acts.isBusy}
            onSave={(text) => settle({ kind: "edited", text })}
            onCancel={() => setIsEdited(false)}
          />
        ) : (
          <Flex gap={2} wrap="wrap">
            <Button
              text={t("story.suggestion.take")}
              tone="primary"
              fontSize={1}
              padding={2}
              disabled={acts.isBusy || !seen}
              onClick={() => settle({ kind: "accepted" })}
            />
            <Button
              text={t("story.suggestion.keep")}
              mode="ghost"
              fontSize={1}
              padding={2}
              disabled={acts.isBusy || seen === undefined}
              onClick={() => settle({ kind: "rejected" })}
            />
            {isText(incoming) && (
              <Button
                text={t("story.suggestion.edit")}
                mode="ghost"
                fontSize={1}
                padding={2}
                disabled={acts.isBusy || !seen}
                onClick={() => setIsEdited(true)}
              />
            )}
          </Flex>
        )}
      </Stack>
    </Card>
  );
}

interface DifferenceProps {
  readonly here: string;
  readonly there: string;
  readonly direction: DirectionAttributes;
}

function Difference({ here, there, direction }: DifferenceProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  if (here === "" && there === "") return <Text size={1}>{t("story.suggestion.nothing")}</Text>;
  return <DiffView before={here} after={there} direction={direction} />;
}

const jsonOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

/** Whether the source says a plain text, which can be written otherwise here; a paragraph is edited in the form. */
const isText = (incoming: string | undefined): boolean => incoming?.startsWith('"') === true;
