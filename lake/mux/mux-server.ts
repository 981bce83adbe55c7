import { WebSocket, type RawData } from "ws";
import { z } from "zod";

/** What a page sends: open an event stream, or close it. */
const message = z.discriminatedUnion("t", [
  z.object({
    t: z.literal("open"),
    id: z.number(),
    path: z.string().startsWith("/"),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  z.object({ t: z.literal("close"), id: z.number() }),
]);

const streamed = /\/data\/(?:listen|live\/events)\//;

/** A page that does not read is cut off rather than buffered for. */
const maxBufferedBytes = 64_000_000;

/**
 * Serves event streams over one WebSocket: each `open` is an ordinary request to the lake, whose answer comes back in
 * pieces under the id that the page gave it.
 *
 * @param origin The origin of the requests' URLs, for example `http://127.0.0.1:3333`.
 */
export function serveMux(
  socket: WebSocket,
  origin: string,
  fetch: (request: Request) => Promise<Response>,
): void {
  const open = new Map<number, AbortController>();
  const send = (
    id: number,
    t: "head" | "data" | "end",
    more: Readonly<Record<string, unknown>> = {},
  ): void => {
    if (socket.bufferedAmount > maxBufferedBytes) socket.terminate();
    else if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ id, t, ...more }));
  };

  async function relay(id: number, request: Request, signal: AbortSignal): Promise<void> {
    const response = await fetch(request);
    send(id, "head", { status: response.status, headers: Object.fromEntries(response.headers) });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const cancel = (): void => void reader?.cancel().catch(() => {});
    signal.addEventListener("abort", cancel);
    if (signal.aborted) cancel();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      send(id, "data", { c: next.value });
    }
    if (!signal.aborted) send(id, "end");
  }

  socket.on("message", (data) => {
    const parsed = message.safeParse(parseJson(data));
    if (!parsed.success) return socket.close(1008, "unknown message");
    const { id } = parsed.data;
    open.get(id)?.abort();
    open.delete(id);
    if (parsed.data.t === "close") return undefined;
    if (!streamed.test(parsed.data.path)) return socket.close(1008, "no event stream");
    const controller = new AbortController();
    open.set(id, controller);
    const request = new Request(new URL(parsed.data.path, origin), { headers: parsed.data.headers });
    relay(id, request, controller.signal)
      .catch(() => send(id, "end"))
      .finally(() => open.get(id) === controller && open.delete(id));
    return undefined;
  });
  socket.on("close", () => open.forEach((controller) => controller.abort()));
  // "close" follows every error.
  socket.on("error", () => {});
}

function parseJson(data: RawData): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    return undefined;
  }
}
