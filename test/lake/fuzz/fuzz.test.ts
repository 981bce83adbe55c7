import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isLong } from "../../support/is-long.ts";
import { startHostileLake, type HostileLake } from "./support/hostile-lake.ts";
import { frames, muxMessage, presenceMessage } from "./support/hostile-messages.ts";
import { request, upgrade } from "./support/hostile-requests.ts";

/** Short, the same cases each time; long, new ones each time. */
const counts = isLong
  ? { upgrades: 30_000, messages: 120_000, frames: 20_000, requests: 30_000 }
  : { upgrades: 2_000, messages: 6_000, frames: 1_000, requests: 2_000 };
const timeoutMs = isLong ? 3_600_000 : 120_000;
const seed = isLong ? Date.now() : 20_261_128;

/** Messages on one connection. */
const perConnection = 20;
/** Connections at once. */
const atOnce = 20;
/** Cases between two looks at whether the lake is still there. */
const batchSize = 1_000;

const handshake =
  "GET /v1/socket/production HTTP/1.1\r\nHost: localhost:3333\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

let lake: HostileLake;
beforeEach(async () => void (lake = await startHostileLake()));
afterEach(() => lake[Symbol.asyncDispose]());

/** Throws that many cases at the lake, and looks after each batch whether it has ended or noted a bug of its own. */
async function bombard<Case>(
  what: string,
  count: number,
  cases: fc.Arbitrary<Case>,
  throwOne: (one: Case) => Promise<void>,
): Promise<void> {
  const started = performance.now();
  for (let done = 0; done < count; done += batchSize) {
    const batch = fc.sample(cases, { numRuns: Math.min(batchSize, count - done), seed: seed + done });
    const waiting = batch.values();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const one of waiting) await throwOne(one);
      }),
    );
    expect(await lake.isAlive(), `${what}: the lake is there (seed ${seed + done})`).toBe(true);
    expect(lake.bugs.slice(0, 5), `${what}: the lake made no mistake (seed ${seed + done})`).toEqual([]);
  }
  if (isLong)
    console.log(`${count} ${what} in ${Math.round((performance.now() - started) / 1000)} s, seed ${seed}`);
}

test("no request for a WebSocket ends the lake", { timeout: timeoutMs }, () =>
  bombard("upgrades", counts.upgrades, upgrade, async (bytes) => {
    expect(await lake.throwBytes(bytes)).not.toMatch(/^HTTP\/1.1 5/);
  }),
);

test.each([
  ["shared connection", "/__mux", muxMessage],
  ["presence", "/v1/socket/production", presenceMessage],
])("no message of the %s ends the lake", { timeout: timeoutMs }, async (name, path, message) => {
  const messages = fc.array(message, { minLength: perConnection, maxLength: perConnection });
  let sent = 0;
  await bombard(
    `connections with ${perConnection} messages each for the ${name}`,
    counts.messages / 2 / perConnection,
    messages,
    async (each) => {
      await lake.throwMessages(path, each);
      sent += each.length;
    },
  );
  expect(sent).toBe(counts.messages / 2);
});

test("no frame of a WebSocket ends the lake", { timeout: timeoutMs }, () =>
  bombard("frames", counts.frames, frames, async (bytes) => {
    expect(await lake.throwBytes(Buffer.concat([Buffer.from(handshake), bytes]))).toMatch(/^HTTP\/1.1 101/);
  }),
);

test("no request ends the lake, and none makes it fail", { timeout: timeoutMs }, () =>
  bombard("requests", counts.requests, request, async (bytes) => {
    const answer = await lake.throwBytes(bytes);
    expect(answer, bytes.toString().slice(0, 2_000)).not.toMatch(/^HTTP\/1.1 5/);
  }),
);
