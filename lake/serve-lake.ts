import { getRequestListener } from "@hono/node-server";
import { createServer } from "node:http";
import { Hono } from "hono";
import { guard } from "./guard.ts";
import type { Lake } from "./open-lake.ts";
import { errorResponse } from "./wire/error-body.ts";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Only this machine: there is no other lock on the door. */
  readonly hostname?: "127.0.0.1";
  /** Tried before the lake; `undefined` hands the request on. */
  readonly pages?: (request: Request) => Promise<Response | undefined> | Response | undefined;
}

export interface LakeServer {
  /** `http://127.0.0.1:3333`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Closes the lake, then every connection. */
  close(): Promise<void>;
}

/**
 * Serves a lake, and pages beside it, on one port of this machine.
 *
 * @throws {Error} With `code` `EADDRINUSE` when the port is taken.
 */
export async function serveLake(
  lake: Lake,
  { port, hostname = "127.0.0.1", pages }: ServeOptions,
): Promise<LakeServer> {
  const front = new Hono();
  front.use(guard());
  front.all("*", async ({ req }) => (await pages?.(req.raw)) ?? lake.fetch(req.raw));
  front.onError((error) => errorResponse(error, lake.services.log));

  const server = createServer(getRequestListener(front.fetch));
  server.on("upgrade", (request, socket, head) => lake.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${hostname}:${bound}`,
    port: bound,
    async close() {
      await lake.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
