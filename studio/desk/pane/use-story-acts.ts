import { useToast } from "@sanity/ui/toast";
import { useRef, useState } from "react";
import { useCurrentUser, useTranslation } from "sanity";
import type { Refusal } from "../acts/act.ts";
import type { PictureRefusal } from "../acts/edit-picture.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";

/** What became of something that was done to a story, or to a picture of it. */
type Outcome<Done extends { readonly kind: "done" }> = Done | Refusal | PictureRefusal;

/** Something that was done, and how it is taken back, if it can be. */
interface Undoable {
  readonly kind: "done";
  readonly undo: (() => Promise<Outcome<{ readonly kind: "done" }>>) | undefined;
}

/** What an editor does to the story that is open. */
export interface StoryActs {
  readonly isBusy: boolean;
  /** What was done last, in words, and how to undo it as long as it is. */
  readonly last: { readonly said: string; readonly undo: (() => void) | undefined } | undefined;
  /**
   * Does something, and says so, or why not.
   *
   * @param what Given the editor: a user's id.
   * @param said What was done, in words; a function is asked once it is done.
   * @returns Whether it was done.
   */
  carryOut(what: (by: string) => Promise<Outcome<Undoable>>, said: string | (() => string)): Promise<boolean>;
}

/** Lets an editor do one thing after the other to the story that is open, and undo the last. */
export function useStoryActs(): StoryActs {
  const { t } = useTranslation(deskNamespace);
  const toast = useToast();
  const by = useCurrentUser()?.id;
  const [isBusy, setIsBusy] = useState(false);
  const [last, setLast] = useState<StoryActs["last"]>();
  // A button that is pressed twice does nothing twice.
  const isAtWork = useRef(false);

  async function attempt<Done extends { readonly kind: "done" }>(
    what: (by: string) => Promise<Outcome<Done>>,
  ): Promise<Outcome<Done> | undefined> {
    if (by === undefined || isAtWork.current) return undefined;
    isAtWork.current = true;
    setIsBusy(true);
    const refuse = (title: string): void => void toast.push({ status: "warning", title });
    try {
      const outcome = await what(by);
      if (outcome.kind !== "done" && outcome.kind !== "warned") refuse(t(`queue.refused.${outcome.kind}`));
      return outcome;
    } catch (error) {
      refuse(t("queue.refused.failed", { reason: reasonOf(error, t) }));
      return undefined;
    } finally {
      isAtWork.current = false;
      setIsBusy(false);
    }
  }

  async function carryOut(
    what: (by: string) => Promise<Outcome<Undoable>>,
    says: string | (() => string),
  ): Promise<boolean> {
    const outcome = await attempt(what);
    if (outcome?.kind !== "done") return false;
    const takeBack = outcome.undo;
    const said = typeof says === "string" ? says : says();
    const undo = async (): Promise<void> => {
      const undone = takeBack && (await attempt(takeBack));
      if (undone?.kind === "done") setLast({ said: t("story.undone"), undo: undefined });
    };
    setLast({ said, undo: takeBack && (() => void undo()) });
    return true;
  }

  return { isBusy, last, carryOut };
}
