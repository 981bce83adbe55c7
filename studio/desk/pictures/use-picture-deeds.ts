import { useToast } from "@sanity/ui/toast";
import { useCallback, useRef, useState } from "react";
import { useClient, useTranslation } from "sanity";
import { editPicture, type PictureOutcome, type PictureRefusal } from "../acts/edit-picture.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { setText } from "../acts/picture-edits.ts";
import { titleOfPicture } from "./picture-row.ts";
import type { Pictures } from "./pictures-context.ts";

interface PictureDeeds extends Pick<Pictures, "setText"> {
  /** What was done last, for whoever does not see it. */
  readonly said: string;
  readonly canUndo: boolean;
  /** Takes back the last edit that was not taken back. */
  readonly undo: () => void;
}

interface Undoable {
  readonly title: string;
  readonly undo: () => Promise<{ readonly kind: "done" } | PictureRefusal>;
}

/** What one editor writes beside pictures, one after the other, and can undo. */
export function usePictureDeeds(): PictureDeeds {
  const client = useClient({ apiVersion: "2025-02-19" });
  const { t } = useTranslation(deskNamespace);
  const toast = useToast();
  const [said, setSaid] = useState("");
  const [undoable, setUndoable] = useState<readonly Undoable[]>([]);
  // What is typed into two fields one after the other is stored one after the other.
  const work = useRef<Promise<unknown>>(Promise.resolve());

  const attempt = useCallback(
    <Done extends { readonly kind: "done" }>(
      title: string,
      what: () => Promise<Done | PictureRefusal>,
      onDone: (done: Done) => void,
    ): Promise<boolean> => {
      const refuse = (reason: string): void => {
        toast.push({
          status: "warning",
          title: t("pictures.refused", { picture: title }),
          description: reason,
        });
      };
      const isStored = work.current.then(what).then(
        (outcome) => {
          if (isDone(outcome)) onDone(outcome);
          else if (outcome.kind !== "gone") refuse(t(`bulk.why.${outcome.kind}`));
          return isDone(outcome);
        },
        (error: unknown) => {
          refuse(reasonOf(error, t));
          return false;
        },
      );
      work.current = isStored;
      return isStored;
    },
    [t, toast],
  );

  const set = useCallback<Pictures["setText"]>(
    (row, field, text, seen) => {
      const title = titleOfPicture(row) ?? t("pictures.untitled");
      const edit = (): Promise<PictureOutcome> => editPicture(client, row.id, setText(field, text, seen));
      return attempt(title, edit, ({ undo }) => {
        setSaid(t("pictures.saved", { field: t(`pictures.text.${field}`), picture: title }));
        setUndoable((all) => [...all, { title, undo }]);
      });
    },
    [attempt, client, t],
  );

  const undo = useCallback((): void => {
    const last = undoable.at(-1);
    if (last === undefined) return;
    // What cannot be undone now never can: something stands on it.
    setUndoable((all) => all.filter((one) => one !== last));
    void attempt(last.title, last.undo, () => setSaid(t("pictures.undone", { picture: last.title })));
  }, [attempt, undoable, t]);

  return { said, canUndo: undoable.length > 0, undo, setText: set };
}

const isDone = <Done extends { readonly kind: "done" }>(outcome: Done | PictureRefusal): outcome is Done =>
  outcome.kind === "done";
