/** One server-sent event; `data` goes out as one line of JSON, which may have been written before, for others. */
export type ServerSentEvent = { readonly event: string; readonly id?: string } & (
  { readonly data: unknown } | { readonly json: string }
);

/** Clients give up a stream that is silent for 45 s (event-source-polyfill). */
const heartbeatMs = 10_000;

/** What may wait for a reader, over HTTP and over the shared connection, before it is given up. */
export const maxUnreadBytes = 16_000_000;

/** A reader that leaves something unread for so many heartbeats in a row has stopped reading. */
const maxStalls = 6;

/**
 * Answers with a stream of server-sent events.
 *
 * A reader that stops reading is given up, and its stream fails, rather than buffered for: after a minute, or as soon as
 * {@link maxUnreadBytes} wait for it. Clients then open the stream again and say where they were.
 *
 * @param start Subscribes, and may send at once; what it returns ends the subscription. Nothing that happens
 * after `start` began is missed, and what it sends first arrives first. What it throws is thrown.
 * @param closing Ends the stream from the side of the lake.
 */
export function eventStream(
  closing: AbortSignal,
  start: (send: (event: ServerSentEvent) => void) => () => void,
): Response {
  const encoder = new TextEncoder();
  let end = (): void => {};
  const source = {
    start(controller: ReadableStreamDefaultController<Uint8Array>): void {
      let isOver = false;
      let stalls = 0;
      let unsubscribe = (): void => {};

      const unread = (): number => maxUnreadBytes - (controller.desiredSize ?? 0);
      const giveUp = (): void => {
        end();
        controller.error(new Error("The reader of an event stream stopped reading"));
      };
      const write = (text: string): void => {
        if (isOver) return;
        if (unread() >= maxUnreadBytes) giveUp();
        else controller.enqueue(encoder.encode(text));
      };
      const beat = (): void => {
        stalls = unread() > 0 ? stalls + 1 : 0;
        if (stalls > maxStalls) giveUp();
        else write(":\n\n");
      };
      const close = (): void => {
        end();
        controller.close();
      };

      // At once, so that the answer's head leaves before the first event does.
      write(":\n\n");
      const heartbeat = setInterval(beat, heartbeatMs).unref();
      closing.addEventListener("abort", close);
      end = () => {
        isOver = true;
        clearInterval(heartbeat);
        closing.removeEventListener("abort", close);
        unsubscribe();
      };
      try {
        unsubscribe = start((sent) => {
          const { event, id } = sent;
          const json = "json" in sent ? sent.json : JSON.stringify(sent.data);
          write(`event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${json}\n\n`);
        });
      } catch (error) {
        end();
        throw error;
      }
      // Given up while it was being started: only now there is a subscription to end.
      if (isOver) unsubscribe();
    },
    cancel: (): void => end(),
  };
  const body = new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: maxUnreadBytes }));
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
