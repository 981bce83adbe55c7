import { Button, Flex, Stack, Text } from "@sanity/ui";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { LoadingBlock, useClient, useTranslation } from "sanity";
import { JobProgress } from "../bulk/job-progress.tsx";
import { DeskDialog } from "../../focus/desk-dialog.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { askImporter, type RunDeed, type RunOutcome } from "../importer/ask-importer.ts";
import { commandOf } from "./command-of.ts";
import { RunResult } from "./run-result.tsx";
import type { Importer } from "../importer/use-importer.ts";

interface RunDialogProps {
  readonly kind: RunDeed["kind"];
  readonly run: string;
  readonly importer: Importer;
  readonly onClose: () => void;
}

type Stage =
  | { readonly kind: "asking" }
  | { readonly kind: "busy"; readonly finished: number; readonly all: number }
  | { readonly kind: "would" | "did"; readonly outcome: RunOutcome };

const begun: Stage = { kind: "busy", finished: 0, all: 1 };

/** Undoes a run, after saying what that would do, or tries its failed stories again; elsewhere, it says how. */
export function RunDialog({ kind, run, importer, onClose }: RunDialogProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <DeskDialog id="run-dialog" header={t(`runs.${kind}-title`)} width={1} onClose={onClose}>
      <Stack padding={4} gap={4}>
        {importer.kind === "unknown" && <LoadingBlock showText />}
        {importer.kind === "elsewhere" && <Elsewhere kind={kind} run={run} />}
        {importer.kind === "here" && <Here kind={kind} run={run} importer={importer} onClose={onClose} />}
      </Stack>
    </DeskDialog>
  );
}

function Elsewhere({ kind, run }: Pick<RunDialogProps, "kind" | "run">): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { projectId, dataset } = useClient({ apiVersion: "2025-02-19" }).config();
  return (
    <>
      <Text size={1}>{t("runs.elsewhere")}</Text>
      <pre dir="ltr" className="copydesk-runs-command">
        <code>{commandOf({ kind, run }, { projectId, dataset })}</code>
      </pre>
    </>
  );
}

interface HereProps extends RunDialogProps {
  readonly importer: Extract<Importer, { kind: "here" }>;
}

function Here({ kind, run, importer, onClose }: HereProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { origin, retriable } = importer;
  const [stage, setStage] = useState<Stage>(kind === "undo" ? begun : { kind: "asking" });
  const leaving = useRef<AbortController>(undefined);

  // What an undo would do is said as the dialog opens; whoever closes it stops what is under way.
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    const { signal } = controller;
    if (kind === "undo") void follow({ kind, run, dryRun: true }, { origin, signal, onStage: setStage });
    return () => controller.abort();
  }, [kind, run, origin]);

  function goOn(): void {
    if (!leaving.current) return;
    const { signal } = leaving.current;
    setStage(begun);
    void follow({ kind, run }, { origin, signal, onStage: setStage });
  }

  const canRetry = retriable.includes(run);
  const go = (
    <Button
      tone={kind === "undo" ? "critical" : "primary"}
      fontSize={1}
      text={t(`runs.do-${kind}`)}
      disabled={kind === "retry" && !canRetry}
      onClick={goOn}
    />
  );
  return (
    <>
      {stage.kind === "asking" && kind === "retry" && (
        <>
          <Text size={1}>{t(canRetry ? "runs.retry-what" : "runs.nothing-saved")}</Text>
          <Flex justify="flex-end">{go}</Flex>
        </>
      )}
      {stage.kind === "busy" && (
        <>
          <JobProgress finished={stage.finished} all={stage.all} />
          <Flex justify="flex-end">
            <Button mode="ghost" fontSize={1} text={t("runs.stop")} onClick={onClose} />
          </Flex>
        </>
      )}
      {(stage.kind === "would" || stage.kind === "did") && (
        <>
          <RunResult outcome={stage.outcome} isDone={stage.kind === "did"} />
          <Flex justify="flex-end" gap={2}>
            {stage.kind === "would" && canGo(stage.outcome) && go}
            <Button mode="ghost" fontSize={1} text={t("runs.close")} onClick={onClose} />
          </Flex>
        </>
      )}
    </>
  );
}

interface Following {
  readonly origin: string;
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage) => void;
}

async function follow(deed: RunDeed, { origin, signal, onStage }: Following): Promise<void> {
  const onProgress = (finished: number, all: number): void => onStage({ kind: "busy", finished, all });
  try {
    const outcome = await askImporter(deed, { origin, signal, onProgress });
    onStage({ kind: deed.dryRun ? "would" : "did", outcome });
  } catch {
    // Whoever has left sees in the list what was done by then.
  }
}

const canGo = (outcome: RunOutcome): boolean => outcome.kind === "undone" && outcome.whole + outcome.kept > 0;
