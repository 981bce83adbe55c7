/** One server-sent event; `data` goes out as one line of JSON. */
export interface ServerSentEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

/** Clients give up a stream that is silent for 45 s (event-source-polyfill). */
const heartbeatMs = 10_000;

/**
 * Answers with a stream of server-sent events.
 *
 * @param start Subscribes, and may send at once; what it returns ends the subscription. Nothing that happens
 * after `start` began is missed, and what it sends first arrives first.
 * @param closing Ends the stream from the side of the lake.
 */
export function eventStream(
  closing: AbortSignal,
  start: (send: (event: ServerSentEvent) => void) => () => void,
): Response {
  const encoder = new TextEncoder();
  let end = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      // At once, so that the answer's head leaves before the first event does.
      write(":\n\n");
      const heartbeat = setInterval(() => write(":\n\n"), heartbeatMs).unref();
      const unsubscribe = start(({ event, id, data }) => {
        write(`event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
      });
      const close = (): void => {
        end();
        controller.close();
      };
      end = () => {
        clearInterval(heartbeat);
        closing.removeEventListener("abort", close);
        unsubscribe();
      };
      closing.addEventListener("abort", close);
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
