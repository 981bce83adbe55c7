import { z } from "zod";

/** What is needed to ask the importer of the server that the Studio came from. */
export interface Asking {
  readonly origin: string;
  /** Aborted, it makes the importer stop: what it has done stays done. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

const failure = z.object({
  kind: z.literal("failed"),
  message: z.string(),
  hint: z.string().default(""),
});
/** `lost` when the importer cannot be reached any more, or says what is not understood here. */
export type Failure = Readonly<z.infer<typeof failure>> | { readonly kind: "lost" };

/** Whether the importer has not done what it was asked to. */
export const isFailure = (outcome: { readonly kind: string }): outcome is Failure =>
  outcome.kind === "failed" || outcome.kind === "lost";

/** Why, for whoever handles it as an error. Pure. */
export const failureError = (failure: Failure): Error =>
  new Error(failure.kind === "lost" ? "The connection to the importer was lost" : failure.message);

const progress = z.object({ kind: z.literal("progress"), done: z.number(), all: z.number() });

/**
 * Asks the importer to do something, and waits until it has. What it has done, or why it has not. Rejects only once the
 * signal is aborted.
 *
 * @param path Below `/__copydesk/`, which `copydesk start` serves.
 */
export async function askJob<Outcome>(
  {
    path,
    body,
    outcome,
  }: { readonly path: string; readonly body: object; readonly outcome: z.ZodType<Outcome> },
  { origin, signal, onProgress }: Asking,
): Promise<Outcome | Failure> {
  const line = z.union([progress, failure, outcome]);
  try {
    const answer = await fetch(new URL(`/__copydesk/${path}`, origin), {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
      signal,
    });
    if (!answer.ok || !answer.body) return failed((await answer.text()) || answer.statusText);
    for await (const text of linesOf(answer.body)) {
      const said = line.parse(JSON.parse(text));
      const step = progress.safeParse(said).data;
      if (step === undefined) return failure.safeParse(said).data ?? outcome.parse(said);
      onProgress(step.done, step.all);
    }
    return { kind: "lost" };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: "lost" };
  }
}

const failed = (message: string): Failure => ({ kind: "failed", message, hint: "" });

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
