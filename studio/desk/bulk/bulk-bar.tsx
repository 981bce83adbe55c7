import { Button, Card, Checkbox, Text } from "@sanity/ui";
import { useId, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import type { BulkJob, BulkStory } from "./bulk-job.ts";

interface BulkBarProps {
  /** Those that are selected. */
  readonly stories: readonly BulkStory[];
  /** Whether these are all that are listed. */
  readonly areAll: boolean;
  readonly onAll: () => void;
  readonly onNone: () => void;
  /** A user's id. */
  readonly by: string;
}

const kinds: readonly BulkJob["kind"][] = ["publish", "done", "reject", "tag", "source", "assign"];

/** What can be done to the stories of a list that are selected. */
export function BulkBar({ stories, areAll, onAll, onNone, by }: BulkBarProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  // As they were selected: while the job runs, they leave the list.
  const [job, setJob] = useState<{
    readonly kind: BulkJob["kind"];
    readonly stories: readonly BulkStory[];
  }>();
  const id = useId();
  return (
    <Card
      as="section"
      tone="primary"
      padding={2}
      className="copydesk-bulk-bar"
      aria-label={t("bulk.selected", { count: stories.length })}
      data-testid="bulk-bar"
    >
      <div>
        <Checkbox
          id={id}
          checked={areAll}
          indeterminate={!areAll}
          aria-label={t(areAll ? "bulk.clear" : "bulk.all")}
          onChange={areAll ? onNone : onAll}
        />
        <Text as="label" htmlFor={id} size={1} weight="medium">
          <span role="status">{t("bulk.selected", { count: stories.length })}</span>
        </Text>
        {kinds.map((kind) => (
          <Button
            key={kind}
            mode="ghost"
            fontSize={1}
            padding={2}
            text={t(`bulk.job.${kind}`)}
            onClick={() => setJob({ kind, stories })}
          />
        ))}
        <Button mode="bleed" fontSize={1} padding={2} text={t("bulk.clear")} onClick={onNone} />
      </div>
      {job && (
        <BulkDialog
          {...job}
          by={by}
          onClose={() => {
            setJob(undefined);
            onNone();
          }}
        />
      )}
    </Card>
  );
}
