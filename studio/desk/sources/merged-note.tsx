import { Button, Card, Flex, Text } from "@sanity/ui";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import type { MergeOutcome } from "./carry-out-merge.ts";
import { isolated } from "./isolated.ts";

/** Two sources that were merged, and what takes that back. */
export interface Merged {
  /** Tells this merge from the one before. */
  readonly id: number;
  readonly survivor: string;
  readonly loser: string;
  readonly undo: (MergeOutcome & { readonly kind: "merged" })["undo"];
}

type Stage = "done" | "busy" | { readonly left: number } | { readonly failed: unknown };

/** Says which sources were merged, and takes it back. */
export function MergedNote({ merged: { survivor, loser, undo } }: { readonly merged: Merged }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [stage, setStage] = useState<Stage>("done");
  // What had the focus went with the dialog, or with the source.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const names = { survivor: isolated(survivor), loser: isolated(loser) };

  async function takeBack(): Promise<void> {
    setStage("busy");
    try {
      setStage({ left: (await undo()).length });
    } catch (error) {
      setStage({ failed: error });
    }
  }

  const isUndone = typeof stage === "object" && "left" in stage;
  return (
    <Card tone="positive" padding={3} radius={2} data-testid="merged">
      <Flex align="center" gap={3}>
        <Text size={1}>
          <span role="status">
            {t(isUndone ? "merge.undid" : "merge.did", names)}
            {isUndone && stage.left > 0 && ` ${t("merge.left", { count: stage.left })}`}
            {typeof stage === "object" &&
              "failed" in stage &&
              ` ${t("merge.undo-failed", { reason: reasonOf(stage.failed, t) })}`}
          </span>
        </Text>
        {!isUndone && (
          <Button
            ref={button}
            mode="ghost"
            fontSize={1}
            padding={2}
            text={t("merge.undo")}
            disabled={stage === "busy"}
            onClick={() => void takeBack()}
          />
        )}
      </Flex>
    </Card>
  );
}
