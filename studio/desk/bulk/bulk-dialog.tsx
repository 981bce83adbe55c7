import { Button, Flex, Stack } from "@sanity/ui";
import { useRef, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { DeskDialog } from "../../focus/desk-dialog.tsx";
import { useKeptFocus } from "../../focus/use-kept-focus.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { BulkResults } from "./bulk-results.tsx";
import { contextOf, type BulkThing } from "./bulk-thing.ts";
import { JobProgress } from "./job-progress.tsx";
import { rehearseJob, runJob, undoJob, type BulkResult, type BulkSubject, type BulkWork } from "./run-job.ts";

interface BulkDialogProps<Subject extends BulkSubject> {
  readonly things: BulkThing;
  /** What is done. */
  readonly header: string;
  /** Asks for what has to be known first. */
  readonly ask: (onChosen: (work: BulkWork<Subject>, subjects: readonly Subject[]) => void) => ReactElement;
  readonly onClose: () => void;
}

type Stage<Subject extends BulkSubject> =
  | { readonly kind: "choosing" }
  | { readonly kind: "busy"; readonly finished: number; readonly all: number }
  | {
      readonly kind: "rehearsed";
      readonly work: BulkWork<Subject>;
      /** Those to which it can be done. */
      readonly able: readonly Subject[];
      readonly results: readonly BulkResult[];
    }
  | { readonly kind: "did" | "undid"; readonly results: readonly BulkResult[] };

/** Does something to many things: says first what it would do, then what it has done, and takes it back. */
export function BulkDialog<Subject extends BulkSubject>({
  things,
  header,
  ask,
  onClose,
}: BulkDialogProps<Subject>): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [stage, setStage] = useState<Stage<Subject>>({ kind: "choosing" });
  const content = useRef<HTMLDivElement>(null);
  useKeptFocus(content, stage.kind);
  const ofThings = contextOf(things);

  const watch =
    (all: number) =>
    (finished: number): void =>
      setStage({ kind: "busy", finished, all });

  async function begin(work: BulkWork<Subject>, subjects: readonly Subject[]): Promise<void> {
    const { atATime, rehearse } = work;
    if (rehearse === undefined) return run(work, subjects);
    const onProgress = watch(subjects.length);
    onProgress(0);
    const results = await rehearseJob({ atATime, rehearse }, subjects, onProgress);
    const able = subjects.filter((_, index) => results[index]?.outcome.kind === "done");
    setStage({ kind: "rehearsed", work, able, results });
  }

  async function run(work: BulkWork<Subject>, able: readonly Subject[]): Promise<void> {
    const onProgress = watch(able.length);
    onProgress(0);
    setStage({ kind: "did", results: await runJob(work, able, onProgress) });
  }

  async function undo(results: readonly BulkResult[]): Promise<void> {
    const onProgress = watch(results.filter(({ outcome }) => outcome.kind === "done").length);
    onProgress(0);
    setStage({ kind: "undid", results: await undoJob(results, onProgress) });
  }

  // What is half done goes on, and would be out of sight.
  const close = stage.kind === "busy" ? undefined : onClose;
  return (
    <DeskDialog id="bulk-dialog" header={header} width={1} {...(close && { onClose: close })}>
      <Stack padding={4} gap={4} ref={content} tabIndex={-1}>
        {stage.kind === "choosing" && ask((work, subjects) => void begin(work, subjects))}
        {stage.kind === "busy" && <JobProgress finished={stage.finished} all={stage.all} />}
        {stage.kind === "rehearsed" && (
          <BulkResults
            results={stage.results}
            things={things}
            says="would"
            onGo={(count) => (
              <Button
                tone="primary"
                fontSize={1}
                text={t("bulk.run", { count, ...ofThings })}
                disabled={count === 0}
                onClick={() => void run(stage.work, stage.able)}
              />
            )}
          />
        )}
        {(stage.kind === "did" || stage.kind === "undid") && (
          <BulkResults
            results={stage.results}
            things={things}
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
    </DeskDialog>
  );
}
