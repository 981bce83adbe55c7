import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { createApp } from "./app.ts";
import { checkRequest } from "./guard.ts";
import { serveMux } from "./mux/mux-server.ts";
import type { OpenServices } from "./open-services.ts";
import { userOf, type HeaderOf } from "./people/user-of.ts";
import { createPresence } from "./presence.ts";
import { readApiPath } from "./wire/api-path.ts";
import { logBug } from "./wire/log-bug.ts";

/** An embedded Content Lake: the API of Sanity's Content Lake over one folder. */
export interface Lake {
  /** Answers a request. Does not check who may ask: `serveLake` does. */
  fetch(request: Request): Promise<Response>;
  /** Takes over WebSocket upgrades to `/__mux` and `/v…/socket/{dataset}`, and refuses every other. Never throws. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Logs one line about a request that fails before it reaches the lake. */
  readonly log: (line: string) => void;
  /** Gets ready for queries in the background, so that the first one need not wait for it. Resolves when it is. */
  warmUp(): Promise<void>;
  /** Ends the queries that are running, with a 503, and refuses all that are still to come. */
  endQueries(): Promise<void>;
  /** Ends every stream and closes the database. Nothing that was acknowledged is lost, closed or not. */
  close(): Promise<void>;
}

/** Pages send addresses and cursors, never content. */
const maxMessageBytes = 1_000_000;

function refuse(socket: Duplex, status: number, reason: string): void {
  // The other side may never end its half of the connection.
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Says goodbye, and does not wait long for an answer. */
async function hangUp(socket: WebSocket): Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.close(1001);
  setTimeout(() => socket.terminate(), 500).unref();
  await closed;
}

/** A request over a socket, which is sent by whoever opened the socket, whatever the page says. */
function sentBy(header: HeaderOf, request: Request): Request {
  for (const name of ["cookie", "origin", "sec-fetch-site"]) {
    const value = header(name);
    if (value === undefined) request.headers.delete(name);
    else request.headers.set(name, value);
  }
  return request;
}

/**
 * Puts the API in front of a lake's services; the lake owns them from here on.
 *
 * @param tokens Bearer tokens that are accepted; `undefined` accepts any.
 */
export function createLake(services: OpenServices, tokens?: readonly string[]): Lake {
  const app = createApp(services, tokens);
  const fetch = async (request: Request): Promise<Response> => app.fetch(request);
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  const presence = createPresence(services.log);

  return {
    fetch,
    upgrade(request, socket, head) {
      // A caller that hangs up is no trouble of the lake; what is thrown here would end the process.
      socket.on("error", () => {});
      try {
        const refusal = checkRequest(request);
        if (refusal) return refuse(socket, refusal.status, "Forbidden");
        const { path } = readApiPath(request.url ?? "/");
        if (path !== "/__mux" && !path.startsWith("/socket/")) return refuse(socket, 404, "Not Found");
        if (services.closing.aborted) return refuse(socket, 503, "Service Unavailable");
        webSockets.handleUpgrade(request, socket, head, (accepted) => {
          const header: HeaderOf = (name) => request.headers[name]?.toString();
          const fetchAsOpener = (stream: Request): Promise<Response> => fetch(sentBy(header, stream));
          if (path === "/__mux")
            serveMux(accepted, `http://${request.headers.host}`, fetchAsOpener, services.log);
          else presence.accept(accepted, userOf(services.people, header));
        });
      } catch (error) {
        logBug(error, services.log);
        socket.destroy();
      }
    },
    log: services.log,
    warmUp: () => services.warmUp(),
    endQueries: () => services.endQueries(),
    async close() {
      if (services.closing.aborted) return;
      services.endStreams();
      presence.close();
      await Promise.all([services.endQueries(), ...[...webSockets.clients].map(hangUp)]);
      services.close();
    },
  };
}
