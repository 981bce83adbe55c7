import { type RequestListener, type Server, createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FetchPictureOptions, fetchPicture } from "../../../importer/assets/fetch-picture.ts";

/** What the server answers to each path. */
const answers: Readonly<Record<string, RequestListener>> = {
  "/a.jpg": (_, response) => response.writeHead(200, { "content-type": "image/jpeg" }).end("picture"),
  "/untyped": (_, response) => response.writeHead(200).end("picture"),
  "/page": (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
  "/gone": (_, response) => response.writeHead(404, { "content-type": "image/png" }).end("x"),
  "/zipped": (_, response) =>
    response.writeHead(200, { "content-type": "image/png", "content-encoding": "gzip" }).end("x"),
  "/long": (_, response) => response.writeHead(200, { "content-length": "5000" }).end("x".repeat(5000)),
  "/long-unsaid": (_, response) => {
    response.writeHead(200);
    for (let piece = 0; piece < 50; piece += 1) response.write("x".repeat(100));
    response.end();
  },
  "/cut": (_, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("x", () => response.destroy());
  },
  "/silent": () => {},
  "/trickle": (_, response) => {
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  },
  "/hop": (_, response) => response.writeHead(302, { location: "/a.jpg" }).end(),
  "/loop": (_, response) => response.writeHead(302, { location: "/loop" }).end(),
  "/to-private": (_, response) => response.writeHead(302, { location: "http://10.0.0.1/a.jpg" }).end(),
  "/to-file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/to-name": (_, response) => response.writeHead(302, { location: "http://private.example/a.jpg" }).end(),
};

const asked: { path: string; host: string | undefined; headers: readonly string[] }[] = [];
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url: path = "", headers } = request;
    asked.push({ path, host: headers.host, headers: Object.keys(headers) });
    answers[path]?.(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The one address of the test's server counts as public; names resolve as the table says. */
const names: Readonly<Record<string, readonly string[]>> = {
  "pictures.example": ["127.0.0.1"],
  "private.example": ["192.168.1.1"],
  "mixed.example": ["127.0.0.1", "10.0.0.1"],
  "nowhere.example": [],
};

const get = async (
  path: string,
  more: FetchPictureOptions = {},
  host = "pictures.example",
): Promise<string> => {
  const found = await fetchPicture(`http://${host}:${port}${path}`, {
    mayConnect: (address) => address === "127.0.0.1",
    morePorts: new Set([port]),
    resolve: async (name) => names[name] ?? [],
    limitBytes: 1000,
    ...more,
  });
  if (found.kind === "unchanged") return "unchanged";
  return found.kind === "bytes" ? Buffer.from(found.bytes).toString() : `refused: ${found.why}`;
};

test.each(["/a.jpg", "/untyped", "/hop"])("the picture at %s is fetched", async (path) => {
  expect(await get(path)).toBe("picture");
});

test("a request says nothing about who asks", async () => {
  asked.length = 0;
  await get("/hop");
  expect(asked.map(({ path, host }) => [path, host])).toEqual([
    ["/hop", `pictures.example:${port}`],
    ["/a.jpg", `pictures.example:${port}`],
  ]);
  for (const { headers } of asked) {
    expect(headers.toSorted()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  }
});

test.each([
  ["/page", "the server sent text/html instead of an image"],
  ["/gone", "the server responded with status 404"],
  ["/zipped", "the server compressed it without being asked to"],
  ["/long", "it is larger than 0.001 MB"],
  ["/long-unsaid", "it is larger than 0.001 MB"],
  ["/loop", "it is redirected more than 5 times"],
  ["/to-private", "10.0.0.1 is not a public internet address"],
  ["/to-file", "its address starts with file: instead of http: or https:"],
  ["/to-name", "192.168.1.1 is not a public internet address"],
])("what is at %s is refused: %s", async (path, why) => {
  expect(await get(path)).toBe(`refused: ${why}`);
});

test("an answer that breaks off is refused", async () => {
  expect(await get("/cut")).toMatch(/^refused: /);
});

test("a name that leads to a private address, also among others or to none, is never connected to", async () => {
  asked.length = 0;
  expect(await get("/a.jpg", {}, "private.example")).toContain("192.168.1.1 is not");
  expect(await get("/a.jpg", {}, "mixed.example")).toContain("10.0.0.1 is not");
  expect(await get("/a.jpg", {}, "nowhere.example")).toContain("has no address");
  expect(asked).toEqual([]);
});

test("by default this machine is never asked, whatever name it goes by", async () => {
  asked.length = 0;
  const resolve = async () => ["127.0.0.1"];
  for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "rebinding.example"]) {
    const found = await fetchPicture(`http://${host}:${port}/a.jpg`, { morePorts: new Set([port]), resolve });
    expect(found).toMatchObject({ kind: "refused", why: expect.stringContaining("public internet") });
  }
  expect(asked).toEqual([]);
});

test("a name is resolved once for each connection, so what it leads to later does not matter", async () => {
  const turns = [["127.0.0.1"], ["192.168.1.1"]];
  let resolved = 0;
  const resolve = async () => turns[resolved++] ?? [];
  expect(await get("/a.jpg", { resolve }, "rebinding.example")).toBe("picture");
  expect(resolved).toBe(1);
});

test("ports other than those of the web are refused", async () => {
  expect(await get("/a.jpg", { morePorts: new Set() })).toBe(`refused: its address uses port ${port}`);
});

test("silence and trickle end in time", async () => {
  expect(await get("/silent", { idleMs: 60 })).toBe("refused: no data arrived for 0.06 s");
  expect(await get("/trickle", { totalMs: 150, idleMs: 5000 })).toBe(
    "refused: it did not arrive within 0.15 s",
  );
});

test("an import that is stopped stops fetching", async () => {
  const stop = new AbortController();
  const fetching = get("/silent", { signal: stop.signal });
  await wait(20);
  stop.abort();
  expect(await fetching).toMatch(/^refused: /);
});
