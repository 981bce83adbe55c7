import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { createApp } from "./app.ts";
import { checkRequest } from "./guard.ts";
import type { User } from "./lake-services.ts";
import { serveMux } from "./mux/mux-server.ts";
import type { OpenServices } from "./open-services.ts";
import { createPresence } from "./presence.ts";
import { readApiPath } from "./wire/api-path.ts";

/** An embedded Content Lake: the API of Sanity's Content Lake over one folder. */
export interface Lake {
  /** Answers a request. Does not check who may ask: `serveLake` does. */
  fetch(request: Request): Promise<Response>;
  /** Takes over WebSocket upgrades to `/__mux` and `/v…/socket/{dataset}`, and refuses every other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Logs one line about a request that fails before it reaches the lake. */
  readonly log: (line: string) => void;
  /** Ends every stream and closes the database. Nothing that was acknowledged is lost, closed or not. */
  close(): Promise<void>;
}

const localUser: User = { id: "local", name: "Local editor", email: "editor@localhost" };

/** Pages send addresses and cursors, never content. */
const maxMessageBytes = 1_000_000;

/** Says goodbye, and does not wait long for an answer. */
async function hangUp(socket: WebSocket): Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.close(1001);
  setTimeout(() => socket.terminate(), 500).unref();
  await closed;
}

/**
 * Puts the API in front of a lake's services; the lake owns them from here on.
 *
 * @param tokens Bearer tokens that are accepted; `undefined` accepts any.
 */
export function createLake(services: OpenServices, tokens?: readonly string[]): Lake {
  const app = createApp(services, { localUser, tokens });
  const fetch = async (request: Request): Promise<Response> => app.fetch(request);
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  const presence = createPresence();

  return {
    fetch,
    upgrade(request, socket, head) {
      const { path } = readApiPath(new URL(request.url ?? "/", "http://lake").href);
      const refusal = checkRequest(request);
      if (refusal || !(path === "/__mux" || path.startsWith("/socket/"))) {
        // A caller that hangs up on its refusal is no trouble of the lake.
        socket.on("error", () => {});
        socket.end(`HTTP/1.1 ${refusal ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
        return;
      }
      webSockets.handleUpgrade(request, socket, head, (accepted) => {
        if (path === "/__mux") serveMux(accepted, `http://${request.headers.host}`, fetch);
        else presence.accept(accepted, localUser);
      });
    },
    log: services.log,
    async close() {
      if (services.closing.aborted) return;
      services.endStreams();
      presence.close();
      await Promise.all([...webSockets.clients].map(hangUp));
      services.close();
    },
  };
}
