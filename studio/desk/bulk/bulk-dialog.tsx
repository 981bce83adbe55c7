import { Button, Dialog, Flex, Stack } from "@sanity/ui";
import { useState, type ReactElement } from "react";
import { useClient, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { BulkJob, BulkStory } from "./bulk-job.ts";
import { BulkResults } from "./bulk-results.tsx";
import { JobProgress } from "./job-progress.tsx";
import { JobValue } from "./job-value.tsx";
import { rehearseJob, runJob, undoJob, type BulkResult } from "./run-job.ts";

interface BulkDialogProps {
  readonly kind: BulkJob["kind"];
  readonly stories: readonly BulkStory[];
  /** A user's id. */
  readonly by: string;
  readonly onClose: () => void;
}

type Stage =
  | { readonly kind: "choosing" }
  | { readonly kind: "busy"; readonly finished: number; readonly all: number }
  | { readonly kind: "rehearsed"; readonly job: BulkJob; readonly results: readonly BulkResult[] }
  | { readonly kind: "did" | "undid"; readonly results: readonly BulkResult[] };

/** Does something to many stories: says first what it would do, then what it has done, and takes it back. */
export function BulkDialog({ kind, stories, by, onClose }: BulkDialogProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const [stage, setStage] = useState<Stage>({ kind: "choosing" });

  const watch =
    (all: number) =>
    (finished: number): void =>
      setStage({ kind: "busy", finished, all });

  async function rehearse(job: BulkJob): Promise<void> {
    const onProgress = watch(stories.length);
    onProgress(0);
    setStage({
      kind: "rehearsed",
      job,
      results: await rehearseJob(client, { job, stories, by, onProgress }),
    });
  }

  async function run(job: BulkJob, results: readonly BulkResult[]): Promise<void> {
    const able = results.flatMap(({ story, outcome }) => (outcome.kind === "done" ? [story] : []));
    const onProgress = watch(able.length);
    onProgress(0);
    setStage({ kind: "did", results: await runJob(client, { job, stories: able, by, onProgress }) });
  }

  async function undo(results: readonly BulkResult[]): Promise<void> {
    const onProgress = watch(results.filter(({ outcome }) => outcome.kind === "done").length);
    onProgress(0);
    setStage({ kind: "undid", results: await undoJob(results, onProgress) });
  }

  // What is half done goes on, and would be out of sight.
  const close = stage.kind === "busy" ? undefined : onClose;
  return (
    <Dialog
      id="bulk-dialog"
      header={`${t(`bulk.job.${kind}`)}: ${t("bulk.selected", { count: stories.length })}`}
      width={1}
      zOffset={1000}
      {...(close && { onClose: close })}
    >
      <Stack padding={4} gap={4}>
        {stage.kind === "choosing" && <JobValue kind={kind} onChosen={(job) => void rehearse(job)} />}
        {stage.kind === "busy" && <JobProgress finished={stage.finished} all={stage.all} />}
        {stage.kind === "rehearsed" && (
          <BulkResults
            results={stage.results}
            says="would"
            onGo={(count) => (
              <Button
                tone="primary"
                fontSize={1}
                text={t("bulk.run", { count })}
                disabled={count === 0}
                onClick={() => void run(stage.job, stage.results)}
              />
            )}
          />
        )}
        {(stage.kind === "did" || stage.kind === "undid") && (
          <BulkResults
            results={stage.results}
            says={stage.kind}
            onGo={(count) => (
              <Flex gap={2}>
                {stage.kind === "did" && count > 0 && (
                  <Button
                    mode="ghost"
                    fontSize={1}
                    text={t("bulk.undo")}
                    onClick={() => void undo(stage.results)}
                  />
                )}
                <Button fontSize={1} text={t("bulk.close")} onClick={onClose} />
              </Flex>
            )}
          />
        )}
      </Stack>
    </Dialog>
  );
}
