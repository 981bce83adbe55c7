import { z } from "zod";
import { type Asking, askJob, type Failure } from "./ask-job.ts";

const retriable = z.object({ retriable: z.array(z.string()) });

/** The runs of which failed stories can be tried again here; `undefined` where there is no importer. Never rejects. */
export async function fetchRetriable(origin: string): Promise<readonly string[] | undefined> {
  try {
    const answer = await fetch(new URL("/__copydesk/runs", origin));
    return answer.ok ? retriable.parse(await answer.json()).retriable : undefined;
  } catch {
    return undefined;
  }
}

const outcome = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("undone"),
    interrupted: z.boolean(),
    whole: z.number(),
    kept: z.number(),
    named: z.array(z.object({ name: z.string(), why: z.array(z.string()) })),
  }),
  z.object({
    kind: z.literal("retried"),
    interrupted: z.boolean(),
    counts: z.object({ read: z.number(), failed: z.number() }),
  }),
]);
export type RunOutcome = Readonly<z.infer<typeof outcome>> | Failure;

/** What the importer can be asked to do to a run. */
export interface RunDeed {
  readonly kind: "undo" | "retry";
  readonly run: string;
  /** Only says what an undo would do. */
  readonly dryRun?: boolean;
}

/** Asks the importer to do something to a run, and waits until it has. Rejects only once the signal is aborted. */
export const askImporter = ({ kind, run, dryRun = false }: RunDeed, asking: Asking): Promise<RunOutcome> =>
  askJob(
    { path: `runs/${encodeURIComponent(run)}/${kind}`, body: kind === "undo" ? { dryRun } : {}, outcome },
    asking,
  );
