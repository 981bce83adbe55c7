import { Hono } from "hono";
import { expect, test } from "vitest";
import { checkRequest, guard, isLinkFromElsewhere, type GuardedRequest } from "../../lake/guard.ts";

const ownPage = { host: "127.0.0.1:3333" };

function refused(headers: GuardedRequest["headers"], method = "GET"): boolean {
  return checkRequest({ method, headers }) !== undefined;
}

test.each([
  "localhost:3333",
  "127.0.0.1:3333",
  "[::1]:3333",
  "localhost",
  "copydesk.localhost:3333",
  "LOCALHOST:1",
])("checkRequest() accepts the host %s", (host) => {
  expect(refused({ host })).toBe(false);
});

test.each([
  "evil.example",
  "evil.example:3333",
  "127.0.0.1.evil.example",
  "localhost.evil.example:3333",
  "evillocalhost",
  "0.0.0.0:3333",
  "10.0.0.7:3333",
  "user@localhost",
  "localhost:99999",
  "localhost:3333/path",
  "",
  undefined,
])("checkRequest() refuses the host %s", (host) => {
  expect(refused({ host })).toBe(true);
});

test("checkRequest() says under which address a rebound host would be served", () => {
  expect(checkRequest({ headers: { host: "evil.example:3333" } })?.message).toContain(
    "http://localhost:3333",
  );
});

test.each(["http://127.0.0.1:3333", "http://localhost:3000", "https://localhost", "http://[::1]:5173"])(
  "checkRequest() accepts a write from a page of %s",
  (origin) => {
    expect(refused({ ...ownPage, origin }, "POST")).toBe(false);
  },
);

test.each([
  "https://evil.example",
  "null",
  "",
  "http://localhost.evil.example",
  "http://127.0.0.1.evil.example",
  "http://evil.example:3333",
  "chrome-extension://abc",
  "file://",
])("checkRequest() refuses a page of origin %s", (origin) => {
  expect(refused({ ...ownPage, origin })).toBe(true);
});

test("checkRequest() accepts a client that sends no browser headers", () => {
  expect(refused(ownPage, "POST")).toBe(false);
});

test.each([
  ["an image", { "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" }],
  ["a script", { "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" }],
  ["a frame", { "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" }],
  ["a socket", { "sec-fetch-mode": "websocket", "sec-fetch-dest": "empty" }],
])("checkRequest() refuses %s that a foreign page embeds", (_what, headers) => {
  const crossSite = { ...ownPage, ...headers, "sec-fetch-site": "cross-site" };
  expect(refused({ ...crossSite, referer: "https://evil.example/" })).toBe(true);
  expect(refused(crossSite)).toBe(true);
});

test("checkRequest() accepts an image that a frontend's development server embeds", () => {
  const headers = { ...ownPage, "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
  expect(refused({ ...headers, referer: "http://localhost:3000/story" })).toBe(false);
});

const link = { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

test.each([
  ["from another site", { ...link, "sec-fetch-site": "cross-site" }, true],
  [
    "from another site that it names",
    { ...link, "sec-fetch-site": "cross-site", referer: "https://evil.example/" },
    true,
  ],
  ["from nobody knows where", link, true],
  [
    "from a page of this machine",
    { ...link, "sec-fetch-site": "cross-site", referer: "http://localhost:3000/" },
    false,
  ],
  ["from another port", { ...link, "sec-fetch-site": "same-site" }, false],
  ["from its own pages", { ...link, "sec-fetch-site": "same-origin" }, false],
  ["as an address that was typed", { ...link, "sec-fetch-site": "none" }, false],
  ["by no browser", {}, false],
])("isLinkFromElsewhere() knows a request that comes %s", (_where, headers, expected) => {
  expect(isLinkFromElsewhere({ method: "GET", headers: { ...ownPage, ...headers } })).toBe(expected);
});

test("checkRequest() accepts a link to the lake from anywhere, but not a form", () => {
  const headers = {
    ...ownPage,
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
    referer: "https://mail.example/",
  };
  expect(refused(headers)).toBe(false);
  expect(refused(headers, "POST")).toBe(true);
});

const app = new Hono()
  .use(guard())
  .get("/v1/ping", (context) => context.json({ ok: true }))
  .get("/v1/broken", () => {
    throw new Error("out of order");
  })
  .onError((error, context) => context.json({ message: error.message }, 500));

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return Promise.resolve(app.request(`http://127.0.0.1:3333${path}`, init));
}

test("guard() lets exactly the asking loopback origin read the answer", async () => {
  const response = await ask("/v1/ping", { headers: { origin: "http://localhost:3000" } });
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
  expect(response.headers.get("access-control-allow-credentials")).toBe("true");
  expect(response.headers.get("vary")).toContain("Origin");
});

test("guard() lets a loopback origin read refusals and failures too", async () => {
  const headers = { origin: "http://localhost:3000" };
  for (const path of ["/v1/nowhere", "/v1/broken"]) {
    expect((await ask(path, { headers })).headers.get("access-control-allow-origin")).toBe(headers.origin);
  }
});

test("guard() answers a preflight with what was asked for", async () => {
  const response = await ask("/v1/data/mutate/production", {
    method: "OPTIONS",
    headers: {
      origin: "http://localhost:3000",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,x-sanity-app",
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-headers")).toBe("content-type,x-sanity-app");
  expect(response.headers.get("access-control-allow-methods")).toContain("PATCH");
});

test("guard() refuses a foreign origin without letting it read why", async () => {
  const response = await ask("/v1/ping", { headers: { origin: "https://evil.example" } });
  expect(response.status).toBe(403);
  expect(response.headers.has("access-control-allow-origin")).toBe(false);
  expect(await response.json()).toMatchObject({ statusCode: 403, error: "Forbidden" });
});

test("guard() refuses a foreign preflight", async () => {
  const headers = { origin: "https://evil.example", "access-control-request-method": "POST" };
  expect((await ask("/v1/ping", { method: "OPTIONS", headers })).status).toBe(403);
});

test("guard() keeps the Vary of a handler", async () => {
  const varied = new Hono().use(guard()).get("/", (context) => context.text("", 200, { Vary: "Accept" }));
  const response = await varied.request("http://localhost/", {
    headers: { origin: "http://localhost:3000" },
  });
  expect(response.headers.get("vary")).toBe("Accept, Origin");
});
