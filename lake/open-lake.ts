import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { setMaxListeners } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { createApp } from "./app.ts";
import { systemClock, type Clock } from "./core/clock.ts";
import type { Dataset } from "./core/dataset.ts";
import { datasetNotFound } from "./core/lake-error.ts";
import { openDataset } from "./core/open-dataset.ts";
import { checkRequest } from "./guard.ts";
import type { LakeServices, User } from "./lake-services.ts";
import { serveMux } from "./mux/mux-server.ts";
import { createPresence } from "./presence.ts";
import { documentStore } from "./sqlite/document-store.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { settingsStore } from "./sqlite/settings-store.ts";
import { statementsOf } from "./sqlite/statements.ts";
import { readApiPath } from "./wire/api-path.ts";

export interface LakeOptions {
  /** Holds `lake.sqlite` and the uploaded files; made if it does not exist. `:memory:` keeps nothing. */
  readonly dataFolder: string;
  /** Lower-case letters and digits: asset addresses are made of it. */
  readonly projectId?: string;
  readonly datasets?: readonly string[];
  /** Bearer tokens that are accepted. Without this list any token is; without a token a request always is. */
  readonly tokens?: readonly string[];
  /** Gets one line per refused or failed request. */
  readonly log?: (line: string) => void;
  readonly clock?: Clock;
}

/** An embedded Content Lake: the API of Sanity's, over one folder. */
export interface Lake {
  readonly services: LakeServices;
  /** Answers a request. Does not check who may ask: `serveLake` does. */
  fetch(request: Request): Promise<Response>;
  /** Takes over WebSocket upgrades to `/__mux` and `/v…/socket/{dataset}`, and refuses every other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
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
 * Opens the lake of a data folder.
 *
 * @throws {DataFolderInUseError} When another lake has the folder open.
 */
export function openLake(options: LakeOptions): Lake {
  const { projectId = "copydesk", clock = systemClock, log = () => {} } = options;
  const inMemory = options.dataFolder === ":memory:";
  const folder = inMemory ? mkdtempSync(join(tmpdir(), "lake-")) : options.dataFolder;
  const assetFolder = join(folder, "assets");
  mkdirSync(assetFolder, { recursive: true });

  const database = openDatabase(inMemory ? ":memory:" : join(folder, "lake.sqlite"));
  const statements = statementsOf(database);
  const datasets = new Map(
    (options.datasets ?? ["production"]).map((name): [string, Dataset] => [
      name,
      openDataset({ projectId, name, store: documentStore(statements, name), clock, log }),
    ]),
  );
  const closing = new AbortController();
  // One listener per open stream, and any number of those.
  setMaxListeners(0, closing.signal);
  const services: LakeServices = {
    projectId,
    dataset(name) {
      const dataset = datasets.get(name);
      if (!dataset) throw datasetNotFound(name);
      return dataset;
    },
    datasetNames: () => [...datasets.keys()],
    assetFolder,
    settings: settingsStore(statements),
    clock,
    closing: closing.signal,
    log,
  };

  const app = createApp(services, { localUser, tokens: options.tokens });
  const fetch = async (request: Request): Promise<Response> => app.fetch(request);
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  const presence = createPresence();

  return {
    services,
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
    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      presence.close();
      await Promise.all([...webSockets.clients].map(hangUp));
      database.close();
      if (inMemory) rmSync(folder, { recursive: true, force: true });
    },
  };
}
