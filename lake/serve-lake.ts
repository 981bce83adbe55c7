import { createServer, ServerResponse } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono, type Context } from "hono";
import { lakeIsClosing, plainError } from "./core/lake-error.ts";
import type { Lake } from "./create-lake.ts";
import { applyFault } from "./faults/apply-fault.ts";
import type { FaultPlan } from "./faults/fault.ts";
import { guard, guardedRequest, isLinkFromElsewhere } from "./guard.ts";
import { acceptedEncodings, type Encoding } from "./wire/accepted-encodings.ts";
import { compressed } from "./wire/compressed.ts";
import { errorResponse } from "./wire/error-body.ts";
import { eventsOf } from "./wire/event-stream.ts";

/**
 * Answers requests for pages.
 *
 * @param encodings What the reader takes, best first, for files that are kept compressed. Other answers are compressed on
 * their way.
 */
export type Pages = (
  request: Request,
  encodings: readonly Encoding[],
) => Promise<Response | undefined> | Response | undefined;

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Only this machine: nothing else protects the lake. */
  readonly hostname?: "127.0.0.1";
  /** Tried before the lake; `undefined` hands the request on. */
  readonly pages?: Pages;
  /** Faults to inject on purpose, to test clients. Default: none. */
  readonly faults?: FaultPlan;
}

export interface LakeServer {
  /** `http://127.0.0.1:3333`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Lets running requests finish, closes the lake, then every connection. */
  close(): Promise<void>;
}

/** The longest wait for a running request to finish. */
const maxDrainMs = 5_000;

/** A query that takes longer is ended: whoever closes the lake does not wait for one that may take a minute. */
const maxQueryDrainMs = 500;

/**
 * Serves a lake, and pages beside it, on one port of this machine.
 *
 * @throws {Error} With `code` `EADDRINUSE` when the port is taken.
 */
export async function serveLake(
  lake: Lake,
  { port, hostname = "127.0.0.1", pages, faults }: ServeOptions,
): Promise<LakeServer> {
  const answering = new Set<Promise<Response>>();
  const sending = new Set<Promise<void>>();
  let closing: Promise<void> | undefined;

  async function answer(request: Request): Promise<Response> {
    if (closing) throw lakeIsClosing();
    const page = await pages?.(request, acceptedEncodings(request.headers.get("accept-encoding")));
    if (page) return page;
    if (isLinkFromElsewhere(guardedRequest(request))) throw noPage(request);
    return lake.fetch(request);
  }

  async function answerInWeather(context: Context<{ Bindings: HttpBindings }>): Promise<Response> {
    const request = context.req.raw;
    const connection = { destroy: () => context.env.outgoing.destroy() };
    const answered = async (): Promise<Response> => compressed(request, await answer(request));
    const fault = faults?.({ method: request.method, path: new URL(request.url).pathname });
    return fault === undefined ? answered() : applyFault(fault, connection, answered);
  }

  const front = new Hono<{ Bindings: HttpBindings }>();
  front.use(guard());
  front.all("*", (context) => {
    const response = answerInWeather(context).finally(() => answering.delete(response));
    answering.add(response);
    return response;
  });
  front.onError((error) => errorResponse(error, lake.log));

  const listener = getRequestListener(async (request, env) => {
    const response = await front.fetch(request, env);
    return env.outgoing instanceof ServerResponse ? streamed(env.outgoing, response) : response;
  });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  server.on("request", (_request, outgoing) => {
    const sent = new Promise<void>((resolve) => outgoing.once("close", resolve)).finally(() =>
      sending.delete(sent),
    );
    sending.add(sent);
  });
  server.on("upgrade", (request, socket, head) => lake.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  // A connection that cannot be accepted, for want of file handles say, is no reason to end.
  server.on("error", (error) => lake.log(`connection failed: ${error.message}`));

  async function close(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, maxDrainMs).unref());
    const hurry = setTimeout(() => void lake.endQueries(), maxQueryDrainMs);
    await Promise.race([Promise.allSettled(answering), tooLong]);
    clearTimeout(hurry);
    // Ends the event streams, which would otherwise never finish.
    await lake.close();
    await Promise.race([Promise.all(sending), tooLong]);
    server.closeAllConnections();
    await closed;
  }

  const address = server.address();
  const boundPort = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${hostname}:${boundPort}`,
    port: boundPort,
    close: () => (closing ??= close()),
  };
}

function noPage(request: Request): Error {
  const { pathname } = new URL(request.url);
  return plainError(
    403,
    `Cannot open "${pathname}" from a page of another site: links from elsewhere lead to pages, never to the API`,
  );
}

/**
 * Writes an event stream to its connection itself, which ends with it: a reader that has stopped reading would hear of its end in
 * no other way. Any other answer is left as it is.
 */
function streamed(outgoing: ServerResponse, answer: Response): Response {
  const read = eventsOf(answer);
  if (!read) return answer;
  // The end of the connection is the end of the stream: there is no need for chunks, each of them two writes.
  outgoing.removeHeader("transfer-encoding");
  outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), connection: "close" });
  // Of a connection that is lost, "close" tells.
  outgoing.on("error", () => {});
  const leave = read({
    write: (text) => void outgoing.write(text),
    unread: () => outgoing.writableLength,
    close: () => void outgoing.end(),
    fail: () => void outgoing.destroy(),
  });
  if (outgoing.destroyed) leave();
  else outgoing.once("close", leave);
  return RESPONSE_ALREADY_SENT;
}
