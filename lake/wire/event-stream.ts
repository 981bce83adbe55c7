import { bodyOfTexts, type TextSink } from "./body-of-texts.ts";
import { joinedWrites } from "./joined-writes.ts";

/** One server-sent event; `data` goes out as one line of JSON, which may have been written before. */
export type ServerSentEvent = { readonly event: string; readonly id?: string } & (
  { readonly data: unknown } | { readonly json: string }
);

/** An event as its readers get it, or several, written once for all of them. */
export type EventText = { readonly text: string };

/** Writes an event as it goes out. Pure. */
export function textOfEvent(sent: ServerSentEvent): string {
  const { event, id } = sent;
  const json = "json" in sent ? sent.json : JSON.stringify(sent.data);
  return `event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${json}\n\n`;
}

/** Clients give up a stream that is silent for 45 s (event-source-polyfill). */
const heartbeatMs = 10_000;

/** What may wait for a reader, over HTTP and over the shared connection, before it is given up. */
export const maxUnreadBytes = 16_000_000;

/** A reader that leaves something unread for so many heartbeats in a row has stopped reading. */
const maxStalls = 6;

/** How to read the event streams whose bodies nobody has begun to read. */
const directly = new WeakMap<Response, (sink: TextSink) => () => void>();

/**
 * Reads an event stream in place of its body: each event costs a call, where the body costs every reader some promises.
 *
 * @returns `undefined` when the answer is no event stream; or else a function that has its text, from the first event on, go to
 * a sink, and that returns one to call when the reader has gone.
 */
export function eventsOf(answer: Response): ((sink: TextSink) => () => void) | undefined {
  return directly.get(answer);
}

/**
 * Answers with a stream of server-sent events.
 *
 * Events that follow one another closely leave together, within 2 ms (`joined-writes.ts`).
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
  start: (send: (event: ServerSentEvent | EventText) => void) => () => void,
): Response {
  const { body, sink: bodySink } = bodyOfTexts(() => end());
  let sink: TextSink = bodySink;
  let isOver = false;
  let stalls = 0;
  let unsubscribe = (): void => {};

  const giveUp = (): void => {
    end();
    sink.fail(new Error("The reader of an event stream stopped reading"));
  };
  const write = (text: string): void => {
    if (isOver) return;
    if (sink.unread() >= maxUnreadBytes) giveUp();
    else sink.write(text);
  };
  const beat = (): void => {
    stalls = sink.unread() > 0 ? stalls + 1 : 0;
    if (stalls > maxStalls) giveUp();
    else write(":\n\n");
  };
  const events = joinedWrites(write);
  const close = (): void => {
    events.flush();
    end();
    sink.close();
  };
  const end = (): void => {
    isOver = true;
    events.drop();
    clearInterval(heartbeat);
    closing.removeEventListener("abort", close);
    unsubscribe();
  };

  // At once, so that the answer's head leaves before the first event does.
  write(":\n\n");
  const heartbeat = setInterval(beat, heartbeatMs).unref();
  closing.addEventListener("abort", close);
  try {
    unsubscribe = start((sent) => {
      if (!isOver) events.write("text" in sent ? sent.text : textOfEvent(sent));
    });
  } catch (error) {
    end();
    throw error;
  }
  // Given up while it was being started: only now there is a subscription to end.
  if (isOver) unsubscribe();

  const answer = new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
  directly.set(answer, (reader) => {
    bodySink.handOver(reader);
    sink = reader;
    return end;
  });
  return answer;
}
