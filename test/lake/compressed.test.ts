import { afterAll, beforeAll, expect, it } from "vitest";
import { serveLake } from "../../lake/index.ts";
import { openLake } from "../../lake/open-lake.ts";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
const text = "A line that says the same as every other. ".repeat(2_000);
beforeAll(async () => {
  lake = await serveTestLake();
  await lake.client.create({ _id: "long", _type: "story", text });
  await lake.client.create({ _id: "short", _type: "story" });
});
afterAll(() => lake.close());

const queried = "data/query/production?perspective=raw&query=*%5B_id==";

it.each([
  ["br", "br"],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0.5", "gzip"],
  ["br;q=0, *", "gzip"],
  ["identity", null],
  ["deflate", null],
  ["br;q=0", null],
])("a long answer to a caller who accepts %j is encoded as %j", async (accepted, encoding) => {
  const headers = { "accept-encoding": accepted };
  const answer = await fetch(`${lake.url}/v2025-02-19/${queried}"long"%5D`, { headers });
  expect(answer.headers.get("content-encoding")).toBe(encoding);
  expect(answer.headers.get("vary")?.split(", ")).toContain("Accept-Encoding");
  if (encoding) expect(Number(answer.headers.get("content-length"))).toBeLessThan(2_000);
  expect(await answer.json()).toMatchObject({ result: [{ _id: "long", text }] });
});

it.each([
  ["a query", `${queried}"long"%5D`],
  ["a document", "data/doc/production/long"],
  ["an export", "data/export/production"],
  ["the document as it was", "data/history/production/documents/long?lastRevision=true"],
  ["transactions", "data/history/production/transactions/long"],
])("%s travels compressed", async (_what, path) => {
  const answer = await fetch(`${lake.url}/v2025-02-19/${path}`, { headers: { "accept-encoding": "gzip" } });
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(await answer.text()).toContain(text);
});

it("an answer of megabytes, which is sent in parts, says how long it is and is whole", async () => {
  const long = text.repeat(20);
  await lake.client.createOrReplace({ _id: "very-long", _type: "story", text: long });
  const headers = { "accept-encoding": "identity" };
  const answer = await fetch(`${lake.url}/v2025-02-19/${queried}"very-long"%5D`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.byteLength).toBeGreaterThan(1_000_000);
  expect(Number(answer.headers.get("content-length"))).toBe(bytes.byteLength);
  expect(JSON.parse(bytes.toString())).toMatchObject({ result: [{ _id: "very-long", text: long }] });
});

it("a long answer is the same byte by byte, however it travels", async () => {
  // Of every character there is one, so that nothing is cut in two unnoticed.
  const codes = Array.from({ length: 0x11_0000 / 37 }, (_, index) => index * 37);
  await lake.client.createOrReplace({
    _id: "all",
    _type: "story",
    text: String.fromCodePoint(...codes).toWellFormed(),
  });
  const ask = async (encoding: string): Promise<Buffer> => {
    const headers = { "accept-encoding": encoding };
    const answer = await fetch(`${lake.url}/v2025-02-19/data/export/production`, { headers });
    return Buffer.from(await answer.arrayBuffer());
  };
  const plain = await ask("identity");
  expect(plain.length).toBeGreaterThan(100_000);
  for (const encoding of ["br", "gzip"]) expect((await ask(encoding)).equals(plain)).toBe(true);
});

it.each([
  ["a document", "data/doc/production/long"],
  ["the document as it was", "data/history/production/documents/long?lastRevision=true"],
  ["transactions", "data/history/production/transactions/long"],
])("%s is not sent again to a reader who has it, until it is another", async (_what, path) => {
  const ask = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${lake.url}/v2025-02-19/${path}`, { headers });
  const first = await ask();
  expect(first.headers.get("cache-control")).toBe("no-cache");
  const known = { "if-none-match": `"other", ${first.headers.get("etag") ?? ""}` };
  for (const encoding of ["br", "gzip", "identity"]) {
    const again = await ask({ ...known, "accept-encoding": encoding });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("vary")?.split(", ")).toEqual(
      expect.arrayContaining(["Origin", "Accept-Encoding"]),
    );
  }
  await lake.client.patch("long").inc({ times: 1 }).setIfMissing({ times: 0 }).commit();
  const changed = await ask(known);
  expect(changed.status).toBe(200);
  expect(changed.headers.get("etag")).not.toBe(first.headers.get("etag"));
});

it("a short answer travels as it is", async () => {
  const answer = await fetch(`${lake.url}/v2025-02-19/${queried}"short"%5D`);
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(await answer.json()).toMatchObject({ result: [{ _id: "short" }] });
});

it("events do not, which have to arrive one by one", async () => {
  const hangUp = new AbortController();
  const answer = await fetch(`${lake.url}/v1/data/listen/production?query=*`, { signal: hangUp.signal });
  expect(answer.headers.get("content-encoding")).toBeNull();
  hangUp.abort();
});

it("pages beside the lake travel compressed, if they say how long they are", async () => {
  const page = "<p>The same once more.</p>".repeat(1_000);
  const headers = { "content-type": "text/html; charset=utf-8", "content-length": String(page.length) };
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), {
    port: 0,
    pages: ({ url }) => (url.endsWith("/page") ? new Response(page, { headers }) : undefined),
  });
  const answer = await fetch(`${server.url}/page`, { headers: { "accept-encoding": "br" } });
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(await answer.text()).toBe(page);
  await server.close();
});
