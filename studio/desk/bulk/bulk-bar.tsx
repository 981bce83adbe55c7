import { Button } from "@sanity/ui";
import { useState, type ReactElement } from "react";
import { useClient, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import type { BulkJob, BulkStory } from "./bulk-job.ts";
import { JobValue } from "./job-value.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { storyWork } from "./story-work.ts";

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
  const client = useClient({ apiVersion: "2025-02-19" });
  // As they were selected: while the job runs, they leave the list.
  const [job, setJob] = useState<{
    readonly kind: BulkJob["kind"];
    readonly stories: readonly BulkStory[];
  }>();
  return (
    <>
      <SelectionBar things="story" count={stories.length} areAll={areAll} onAll={onAll} onNone={onNone}>
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
      </SelectionBar>
      {job && (
        <BulkDialog<BulkStory>
          things="story"
          header={`${t(`bulk.job.${job.kind}`)}: ${t("bulk.selected", { count: job.stories.length })}`}
          ask={(onChosen) => (
            <JobValue
              kind={job.kind}
              onChosen={(chosen) => onChosen(storyWork(client, chosen, by), job.stories)}
            />
          )}
          onClose={() => {
            setJob(undefined);
            onNone();
          }}
        />
      )}
    </>
  );
}
