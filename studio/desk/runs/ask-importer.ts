import { z } from "zod";

/** Paths below `/__copydesk/` are those of `copydesk start`, which has the importer. */
const runsPath = "/__copydesk/runs";

const retriable = z.object({ retriable: z.array(z.string()) });

/** The runs of which failed stories can be tried again here; `undefined` where there is no importer. Never rejects. */
export async function fetchRetriable(origin: string): Promise<readonly string[] | undefined> {
  try {
    const answer = await fetch(new URL(runsPath, origin));
    return answer.ok ? retriable.parse(await answer.json()).retriable : undefined;
  } catch {
    return undefined;
  }
}

const progress = z.object({ kind: z.literal("progress"), done: z.number(), all: z.number() });

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
  z.object({ kind: z.literal("failed"), message: z.string(), hint: z.string().default("") }),
]);
/** `lost` when the importer cannot be reached any more, or says what is not understood here. */
export type RunOutcome = Readonly<z.infer<typeof outcome>> | { readonly kind: "lost" };

const line = z.union([progress, outcome]);

/** What the importer can be asked to do to a run. */
export interface RunDeed {
  readonly kind: "undo" | "retry";
  readonly run: string;
  /** Only says what an undo would do. */
  readonly dryRun?: boolean;
}

interface Asking {
  readonly origin: string;
  /** Aborted, it makes the importer stop: what it has done stays done. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

/** Asks the importer to do something to a run, and waits until it has. Rejects only once the signal is aborted. */
export async function askImporter(
  { kind, run, dryRun = false }: RunDeed,
  { origin, signal, onProgress }: Asking,
): Promise<RunOutcome> {
  try {
    const answer = await fetch(new URL(`${runsPath}/${encodeURIComponent(run)}/${kind}`, origin), {
      method: "POST",
      body: JSON.stringify(kind === "undo" ? { dryRun } : {}),
      headers: { "content-type": "application/json" },
      signal,
    });
    if (!answer.ok || !answer.body) return failed((await answer.text()) || answer.statusText);
    for await (const text of linesOf(answer.body)) {
      const said = line.parse(JSON.parse(text));
      if (said.kind !== "progress") return said;
      onProgress(said.done, said.all);
    }
    return { kind: "lost" };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: "lost" };
  }
}

const failed = (message: string): RunOutcome => ({ kind: "failed", message, hint: "" });

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
