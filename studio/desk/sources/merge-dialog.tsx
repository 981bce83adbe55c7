import { Button, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useDeferredValue, useId, useMemo, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { DeskDialog } from "../../focus/desk-dialog.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { isolated } from "./isolated.ts";
import { MergeChoice } from "./merge-choice.tsx";
import type { Merged } from "./merged-note.tsx";
import type { NamedSource } from "./named-source.ts";
import { sourcesQuery } from "./source-queries.ts";

/** The source that somebody wants to merge, and the one to merge it with, once that is known. */
export interface Merging {
  readonly one: NamedSource;
  readonly other?: NamedSource;
}

interface MergeDialogProps {
  readonly merging: Merging;
  readonly onClose: () => void;
  readonly onMerged: (merged: Merged) => void;
}

/** Merges two sources: asks which, and which one stays, and says first what that would do. */
export function MergeDialog({ merging, onClose, onMerged }: MergeDialogProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [other, setOther] = useState(merging.other);
  const [isBusy, setIsBusy] = useState(false);
  return (
    <DeskDialog
      id="merge-dialog"
      header={t("merge.title")}
      width={1}
      // What is half done goes on, and would be out of sight.
      {...(!isBusy && { onClose })}
    >
      <Stack padding={4} gap={4}>
        {other === undefined ? (
          <SourceSearch one={merging.one} onChosen={setOther} />
        ) : (
          <MergeChoice
            pair={[merging.one, other]}
            onBusy={setIsBusy}
            onMerged={onMerged}
            {...(merging.other === undefined && { onBack: () => setOther(undefined) })}
          />
        )}
      </Stack>
    </DeskDialog>
  );
}

/** How many sources are offered; who looks for another one writes more of its name. */
const mostOffered = 10;

interface SourceSearchProps {
  readonly one: NamedSource;
  readonly onChosen: (other: NamedSource) => void;
}

function SourceSearch({ one, onChosen }: SourceSearchProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const id = useId();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words);
  const result = useLiveQuery(useMemo(() => sourcesQuery(asked, 0), [asked]));
  const found = result.kind === "loaded" ? result.value.rows.filter(({ _id }) => _id !== one._id) : [];
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {t("merge.with", { name: isolated(one.name ?? one._id) })}
      </Text>
      <TextInput
        id={id}
        type="search"
        dir="auto"
        autoFocus
        value={words}
        placeholder={t("sources.search")}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Flex direction="column" gap={1}>
        {found.slice(0, mostOffered).map((source) => (
          <Button
            key={source._id}
            mode="bleed"
            fontSize={1}
            justify="flex-start"
            text={<bdi>{source.name ?? source._id}</bdi>}
            onClick={() => onChosen(source)}
          />
        ))}
      </Flex>
    </Stack>
  );
}
