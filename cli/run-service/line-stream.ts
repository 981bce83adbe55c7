/** What a job says while it is under way; the next line comes when there is something to say. */
export type TellLine = (line: object) => void;

/** Something that takes a while. What it returns is the last thing that it says. */
export type Job = (tell: TellLine, signal: AbortSignal) => Promise<object>;

/** Progress is told no more often than this: a page draws each. */
const leastMs = 200;

/**
 * Answers with what a job says, one JSON object per line. Whoever stops reading ends the job.
 *
 * @param job Its signal is aborted when the reader leaves, or `stopping` is. What it returns is the last line.
 */
export function lineStream(job: Job, stopping: AbortSignal): Response {
  const leaving = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(controller) {
      const tell: TellLine = (line) => {
        if (!leaving.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      tell(await job(tell, AbortSignal.any([leaving.signal, stopping])));
      if (!leaving.signal.aborted) controller.close();
    },
    cancel: () => leaving.abort(),
  });
  return new Response(body, {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  });
}

/** Makes a teller of progress that says the last step, and of the others no more than a page can draw. */
export function tellSteps(tell: TellLine): (done: number, all: number) => void {
  let last = -Infinity;
  return (done, all) => {
    const now = performance.now();
    if (done < all && now - last < leastMs) return;
    last = now;
    tell({ kind: "progress", done, all });
  };
}
