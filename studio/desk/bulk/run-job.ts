import pLimit from "p-limit";
import type { Refusal } from "../acts/act.ts";
import type { PictureRefusal } from "../acts/edit-picture.ts";

/** One of many things that something is done to. */
export interface BulkSubject {
  readonly id: string;
  readonly title: string;
}

/** What became of one of them, or would. */
export interface BulkResult {
  readonly subject: BulkSubject;
  readonly outcome: BulkOutcome;
}

export type BulkOutcome =
  Undoable | Refusal | PictureRefusal | { readonly kind: "failed"; readonly reason: string };

interface Undoable {
  readonly kind: "done";
  readonly undo?: () => Promise<{ readonly kind: "done" } | Refusal | PictureRefusal>;
}

/** Something that can be done to many, each by itself. */
export interface BulkWork<Subject extends BulkSubject> {
  /** How many are worked on at a time. */
  readonly atATime: number;
  /** Finds out what it would come to, and writes nothing; absent where that was said already. */
  readonly rehearse?: (subject: Subject) => Promise<BulkOutcome>;
  /** @param onPart Hears how much of this one is done, from 0 to 1; not every work tells. */
  readonly run: (subject: Subject, onPart: (part: number) => void) => Promise<BulkOutcome>;
}

/** Hears how many are finished; with what of others is done, that is no whole number. */
type OnProgress = (finished: number) => void;

/** Finds out what would become of each. The results come in the order of the subjects. Never rejects. */
export const rehearseJob = <Subject extends BulkSubject>(
  { atATime, rehearse }: Pick<Required<BulkWork<Subject>>, "atATime" | "rehearse">,
  subjects: readonly Subject[],
  onProgress: OnProgress,
): Promise<readonly BulkResult[]> => forEach({ atATime, subjects, onProgress }, rehearse);

/** Does it to each, whatever becomes of the others. The results come in the order of the subjects. Never rejects. */
export const runJob = <Subject extends BulkSubject>(
  { atATime, run }: BulkWork<Subject>,
  subjects: readonly Subject[],
  onProgress: OnProgress,
): Promise<readonly BulkResult[]> => forEach({ atATime, subjects, onProgress }, run);

/** Takes back what was done, the last first, one after the other: what one has published along, another may need. */
export async function undoJob(
  results: readonly BulkResult[],
  onProgress: OnProgress,
): Promise<readonly BulkResult[]> {
  const undone: BulkResult[] = [];
  for (const { subject, outcome } of results.toReversed()) {
    if (outcome.kind !== "done" || outcome.undo === undefined) continue;
    undone.unshift({ subject, outcome: await orFailed(outcome.undo) });
    onProgress(undone.length);
  }
  return undone;
}

async function forEach<Subject extends BulkSubject>(
  {
    atATime,
    subjects,
    onProgress,
  }: { readonly atATime: number; readonly subjects: readonly Subject[]; readonly onProgress: OnProgress },
  what: (subject: Subject, onPart: (part: number) => void) => Promise<BulkOutcome>,
): Promise<readonly BulkResult[]> {
  const limit = pLimit(atATime);
  const parts = new Map<Subject, number>();
  const tell = (subject: Subject, part: number): void => {
    parts.set(subject, part);
    onProgress(parts.values().reduce((sum, each) => sum + each, 0));
  };
  return Promise.all(
    subjects.map((subject) =>
      limit(async () => {
        const outcome = await orFailed(() => what(subject, (part) => tell(subject, part)));
        tell(subject, 1);
        return { subject, outcome };
      }),
    ),
  );
}

async function orFailed(what: () => Promise<BulkOutcome>): Promise<BulkOutcome> {
  try {
    return await what();
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}
