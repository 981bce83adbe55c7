import { useCallback, useState } from "react";
import { useTranslation } from "sanity";
import type { LineRole } from "../../../schemas/index.ts";
import { failureError, isFailure } from "../importer/ask-job.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { type Importer, useImporter } from "../importer/use-importer.ts";
import { type StoryActs, useStoryActs } from "../pane/use-story-acts.ts";
import { askToTeachLine, type OfferedRule } from "./ask-teacher.ts";
import { undoLesson } from "./undo-lesson.ts";

/** What an editor can teach beside a story. */
export interface Teaching {
  readonly importer: Importer;
  readonly acts: StoryActs;
  /** Gives a line its role, and may then offer rules. `null` takes back what was said of the line. */
  readonly tell: (line: number, text: string, role: LineRole | null) => void;
  /** The rules that would do the same to all such lines of the outlet, the widest first; empty if nothing is offered. */
  readonly offered: readonly OfferedRule[];
  readonly closeOffer: () => void;
}

/** Lets an editor say what lines of a story are. @param articleId Published id. */
export function useTeaching(articleId: string): Teaching {
  const { t } = useTranslation(deskNamespace);
  const { importer } = useImporter();
  const acts = useStoryActs();
  const [offered, setOffered] = useState<readonly OfferedRule[]>([]);
  const origin = importer.kind === "here" ? importer.origin : undefined;

  function tell(line: number, text: string, role: LineRole | null): void {
    if (origin === undefined) return;
    setOffered([]);
    const { signal } = new AbortController();
    let isSuggested = false;
    const says = (): string => {
      if (role === null) return t("teach.withdrawn", { line });
      return t(isSuggested ? "teach.told-suggested" : "teach.told", { line, role: t(`teach.role.${role}`) });
    };
    void acts.carryOut(async () => {
      const outcome = await askToTeachLine(
        { articleId, line, role },
        { origin, signal, onProgress: () => {} },
      );
      if (isFailure(outcome)) throw failureError(outcome);
      const { run, outlet, shapes } = outcome;
      ({ isSuggested } = outcome);
      if (role !== null && outlet !== undefined)
        setOffered(shapes.map((shape) => ({ outlet, shape, role, example: text })));
      return {
        kind: "done",
        undo: async () => {
          setOffered([]);
          return undoLesson(run, origin);
        },
      };
    }, says);
  }
  const closeOffer = useCallback(() => setOffered([]), []);
  return { importer, acts, tell, offered, closeOffer };
}
