import type { Page } from "playwright-core";

/** What a page has asked for, and what came; what the browser had already is no part of it. */
export interface Traffic {
  readonly requests: number;
  /** As sent, with headers. */
  readonly wireBytes: number;
  /** As unpacked; also of what the browser had already. */
  readonly bytes: number;
  /** Addresses on other hosts. */
  readonly foreign: readonly string[];
}

interface Seen {
  readonly url: string;
  wireBytes: number;
  bytes: number;
  isCached: boolean;
}

/**
 * Counts what a page loads, from now on, as the browser's own network panel does.
 *
 * @param origin The one address that the page should talk to.
 * @returns The counts so far, whenever it is called.
 */
export async function watchTraffic(page: Page, origin: string): Promise<() => Traffic> {
  const seen = new Map<string, Seen>();
  const session = await page.context().newCDPSession(page);
  const add = (id: string, url: string): void => {
    // What stands in its own address is loaded from nowhere.
    if (!/^(?:data|blob):/.test(url)) seen.set(id, { url, wireBytes: 0, bytes: 0, isCached: false });
  };
  const change = (id: string, how: (entry: Seen) => void): void => {
    const entry = seen.get(id);
    if (entry) how(entry);
  };
  session.on("Network.requestWillBeSent", ({ requestId, request }) => add(requestId, request.url));
  session.on("Network.webSocketCreated", ({ requestId, url }) => add(requestId, url));
  session.on("Network.requestServedFromCache", ({ requestId }) =>
    change(requestId, (entry) => (entry.isCached = true)),
  );
  session.on("Network.responseReceived", ({ requestId, response }) =>
    change(requestId, (entry) => (entry.isCached ||= response.fromDiskCache ?? false)),
  );
  session.on("Network.dataReceived", ({ requestId, dataLength }) =>
    change(requestId, (entry) => (entry.bytes += dataLength)),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    change(requestId, (entry) => (entry.wireBytes = encodedDataLength)),
  );
  await session.send("Network.enable");

  return () => {
    const all = [...seen.values()];
    const sum = (of: (entry: Seen) => number): number => all.reduce((total, entry) => total + of(entry), 0);
    return {
      requests: sum(({ isCached }) => (isCached ? 0 : 1)),
      wireBytes: sum(({ wireBytes }) => wireBytes),
      bytes: sum(({ bytes }) => bytes),
      foreign: all.map(({ url }) => url).filter((url) => new URL(url).host !== new URL(origin).host),
    };
  };
}
