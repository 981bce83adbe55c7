import { WebSocket } from "ws";
import { z } from "zod";
import { readApiPath } from "../wire/api-path.ts";
import { eventsOf, maxUnreadBytes } from "../wire/event-stream.ts";
import { onMessage } from "../wire/on-message.ts";

/** What a page sends: open an event stream, or close it. */
const message = z.discriminatedUnion("t", [
  z.object({
    t: z.literal("open"),
    id: z.number(),
    path: z.string().startsWith("/"),
    headers: z.record(z.string(), z.string()).default({}).refine(areHeaders, "no headers"),
  }),
  z.object({ t: z.literal("close"), id: z.number() }),
]);

const streamed = /^\/data\/(?:listen|live\/events)\//;

/** Studio holds seven or more; a tab that opens far more than that has lost count. */
const maxStreams = 200;

/**
 * Serves event streams over one WebSocket: each `open` is an ordinary request to the lake, whose answer comes back in
 * pieces under the id that the page gave it. A page that does not read is cut off rather than buffered for.
 *
 * @param origin The origin of the requests' URLs, for example `http://127.0.0.1:3333`.
 */
export function serveMux(
  socket: WebSocket,
  origin: string,
  fetch: (request: Request) => Promise<Response>,
  log: (line: string) => void,
): void {
  const open = new Map<number, AbortController>();
  const send = (
    id: number,
    t: "head" | "data" | "end",
    more: Readonly<Record<string, unknown>> = {},
  ): void => {
    if (socket.bufferedAmount > maxUnreadBytes) socket.terminate();
    else if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ id, t, ...more }));
  };

  async function relay(id: number, request: Request, signal: AbortSignal): Promise<void> {
    const response = await fetch(request);
    send(id, "head", { status: response.status, headers: Object.fromEntries(response.headers) });
    const read = eventsOf(response);
    if (!read) {
      send(id, "data", { c: await response.text() });
      send(id, "end");
      return;
    }
    const ended = Promise.withResolvers<void>();
    const end = (): void => {
      if (!signal.aborted) send(id, "end");
      ended.resolve();
    };
    const leave = read({
      write: (c) => send(id, "data", { c }),
      unread: () => socket.bufferedAmount,
      close: end,
      fail: end,
    });
    const abort = (): void => {
      leave();
      ended.resolve();
    };
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    await ended.promise;
  }

  onMessage(socket, log, (json) => {
    const parsed = message.safeParse(json);
    if (!parsed.success) return socket.close(1008, "unknown message");
    const { id } = parsed.data;
    open.get(id)?.abort();
    open.delete(id);
    if (parsed.data.t === "close") return undefined;
    const { path, headers } = parsed.data;
    if (!streamed.test(readApiPath(path).path)) return socket.close(1008, "no event stream");
    if (open.size >= maxStreams) return socket.close(1008, "too many event streams");
    const controller = new AbortController();
    open.set(id, controller);
    // Put together as text: `//host/…` as an address relative to the origin would lead to that host.
    relay(id, new Request(origin + path, { headers }), controller.signal)
      .catch(() => send(id, "end"))
      .finally(() => open.get(id) === controller && open.delete(id));
    return undefined;
  });
  socket.on("close", () => open.forEach((controller) => controller.abort()));
}

function areHeaders(given: Readonly<Record<string, string>>): boolean {
  try {
    new Headers(given).keys();
    return true;
  } catch {
    return false;
  }
}
