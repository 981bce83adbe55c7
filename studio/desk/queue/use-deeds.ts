import { useToast } from "@sanity/ui/toast";
import { useCallback, useRef, useState } from "react";
import { useClient, useTranslation } from "sanity";
import type { Refusal, Warning } from "../acts/act.ts";
import { carryOut, type Outcome } from "../acts/carry-out.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { actOnRow, type Deed } from "./act-on-row.ts";
import type { QueueRow } from "./queue-row.ts";

/** What was done last, for whoever does not see it. */
export interface Said {
  readonly kind: Deed["kind"] | "undo";
  readonly story: string;
}

interface Deeds {
  readonly said: Said | undefined;
  readonly isBusy: boolean;
  readonly canUndo: boolean;
  /** Does something to a story, and says what came of it. @returns Whether it was done, or what speaks against it. */
  readonly carryOutOn: (deed: Deed, row: QueueRow) => Promise<boolean | Warning>;
  /** Takes back the last act that was not taken back. @returns The id of its article, if it was. */
  readonly undoLast: () => Promise<string | undefined>;
}

interface Undoable {
  readonly row: QueueRow;
  readonly undo: () => Promise<Outcome>;
}

/** What one editor does to stories, one after the other, and can undo. */
export function useDeeds(me: string): Deeds {
  const client = useClient({ apiVersion: "2025-02-19" });
  const { t } = useTranslation(deskNamespace);
  const toast = useToast();
  const [said, setSaid] = useState<Said>();
  const [undoable, setUndoable] = useState<readonly Undoable[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  // A key that is held down does nothing twice.
  const isAtWork = useRef(false);

  const attempt = useCallback(
    async (
      row: QueueRow,
      what: () => Promise<Outcome>,
    ): Promise<Exclude<Outcome, Refusal> | Warning | undefined> => {
      if (isAtWork.current) return undefined;
      isAtWork.current = true;
      setIsBusy(true);
      const refuse = (description: string): undefined => {
        const title = t("queue.refused", { story: row.article?.headline ?? t("queue.untitled") });
        toast.push({ status: "warning", title, description });
      };
      try {
        const outcome = await what();
        if (outcome.kind === "warned") return outcome.warning;
        return outcome.kind === "done" ? outcome : refuse(t(`queue.refused.${outcome.kind}`));
      } catch (error) {
        return refuse(t("queue.refused.failed", { reason: reasonOf(error, t) }));
      } finally {
        isAtWork.current = false;
        setIsBusy(false);
      }
    },
    [t, toast],
  );

  const carryOutOn = useCallback<Deeds["carryOutOn"]>(
    async (deed, row) => {
      const { articleId } = row;
      const outcome = await attempt(row, () => carryOut(client, actOnRow(deed, row), { articleId, by: me }));
      if (outcome === undefined) return false;
      if ("order" in outcome) return outcome;
      setSaid({ kind: deed.kind, story: row.article?.headline ?? "" });
      setUndoable((all) => [...all, { row, undo: () => outcome.undo() }]);
      return true;
    },
    [attempt, client, me],
  );

  const undoLast = useCallback<Deeds["undoLast"]>(async () => {
    const last = undoable.at(-1);
    if (last === undefined) return undefined;
    const outcome = await attempt(last.row, last.undo);
    // What cannot be undone now never can: something stands on it.
    setUndoable((all) => all.filter((one) => one !== last));
    if (outcome === undefined) return undefined;
    setSaid({ kind: "undo", story: last.row.article?.headline ?? "" });
    return last.row.articleId;
  }, [attempt, undoable]);

  return { said, isBusy, canUndo: undoable.length > 0, carryOutOn, undoLast };
}
