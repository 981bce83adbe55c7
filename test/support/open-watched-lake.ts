import type { SanityClient } from "@sanity/client";
import { onTestFinished } from "vitest";
import { lakeClient } from "../../cli/lake-client.ts";
import { openLake, serveLake } from "../../lake/index.ts";

export interface WatchedLake {
  readonly url: string;
  readonly client: SanityClient;
  /** The requests so far that could have changed something, as `POST /path`. */
  readonly writes: readonly string[];
}

/** A lake in memory, served over HTTP, that remembers who wrote. It goes with the test. */
export async function openWatchedLake(options: { tokens?: readonly string[] } = {}): Promise<WatchedLake> {
  const writes: string[] = [];
  const server = await serveLake(openLake({ dataFolder: ":memory:", ...options }), {
    port: 0,
    pages: ({ method, url }) => {
      const { pathname } = new URL(url);
      if (method !== "GET" && !/\/data\/query\//.test(pathname)) writes.push(`${method} ${pathname}`);
      return undefined;
    },
  });
  onTestFinished(server.close);
  return { url: server.url, client: lakeClient(server.url, "production", options.tokens?.[0]), writes };
}
