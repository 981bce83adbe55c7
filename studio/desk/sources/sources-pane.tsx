import { SearchIcon } from "@sanity/icons/Search";
import { Button, Card, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useDeferredValue, useMemo, useState, type ReactElement } from "react";
import { useNumberFormat, useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { DoublesList } from "./doubles-list.tsx";
import { MergeDialog, type Merging } from "./merge-dialog.tsx";
import { MergedNote, type Merged } from "./merged-note.tsx";
import { pageSize, sourcesQuery } from "./source-queries.ts";
import { SourceRows } from "./source-rows.tsx";

import "./sources.css";

/** The pane of the sources: who texts and pictures come from, how much of each there is, and which may be the same. */
export function SourcesPane(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words);
  const [at, setAt] = useState(0);
  const [merging, setMerging] = useState<Merging>();
  const [merged, setMerged] = useState<Merged>();
  const result = useLiveQuery(useMemo(() => sourcesQuery(asked, at), [asked, at]));
  const count = result.kind === "loaded" ? result.value.count : undefined;
  return (
    <div className="copydesk-sources" data-testid="sources">
      <Stack gap={4} padding={3}>
        <TextInput
          type="search"
          dir="auto"
          icon={SearchIcon}
          fontSize={1}
          aria-label={t("sources.search")}
          placeholder={t("sources.search")}
          value={words}
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value);
            setAt(0);
          }}
        />
        {merged && <MergedNote key={merged.id} merged={merged} />}
        {asked === "" && <DoublesList onMerge={setMerging} />}
        <Text size={1} muted>
          <span role="status">
            {result.kind === "failed"
              ? t("sources.failed", { reason: reasonOf(result.error, t) })
              : count === undefined
                ? t("sources.loading")
                : count === 0
                  ? t("sources.none")
                  : t("sources.count", { count })}
          </span>
        </Text>
        {result.kind === "loaded" && <SourceRows rows={result.value.rows} onMerge={setMerging} />}
        {count !== undefined && count > pageSize && (
          <Pages at={at} pages={Math.ceil(count / pageSize)} onGo={setAt} />
        )}
      </Stack>
      {merging && (
        <MergeDialog
          merging={merging}
          onClose={() => setMerging(undefined)}
          onMerged={(done) => {
            setMerging(undefined);
            setMerged(done);
          }}
        />
      )}
    </div>
  );
}

interface PagesProps {
  readonly at: number;
  readonly pages: number;
  readonly onGo: (page: number) => void;
}

function Pages({ at, pages, onGo }: PagesProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const format = useNumberFormat();
  const button = (says: "sources.previous" | "sources.next", to: number): ReactElement => (
    <Button
      mode="ghost"
      fontSize={1}
      padding={2}
      text={t(says)}
      disabled={to < 0 || to >= pages}
      onClick={() => onGo(to)}
    />
  );
  return (
    <Card>
      <Flex align="center" gap={3}>
        {button("sources.previous", at - 1)}
        <Text size={1} muted>
          {t("sources.page", { page: format.format(at + 1), pages: format.format(pages) })}
        </Text>
        {button("sources.next", at + 1)}
      </Flex>
    </Card>
  );
}
