import { connect } from "node:net";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { openLake, serveLake, type Lake } from "../../lake/index.ts";

let lake: Lake;
let logged: string[];
beforeEach(() => {
  logged = [];
  lake = openLake({ dataFolder: ":memory:", log: (line) => logged.push(line) });
});
afterEach(() => lake.close());

it("serveLake() tries its pages first, behind the same guard", async () => {
  const server = await serveLake(lake, {
    port: 0,
    pages: ({ url }) => (url.endsWith("/page") ? new Response("a page") : undefined),
  });
  onTestFinished(() => server.close());
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  expect(await (await fetch(`${server.url}/page`)).text()).toBe("a page");
  expect(await (await fetch(`${server.url}/v1/ping`)).json()).toEqual({ ok: true });
  expect((await fetch(`${server.url}/page`, { headers: { origin: "https://evil.example" } })).status).toBe(
    403,
  );
});

it("serveLake() says that a port is taken", async () => {
  const server = await serveLake(lake, { port: 0 });
  onTestFinished(() => server.close());
  await expect(serveLake(lake, { port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

it("serveLake() answers a bug of a page with a bare 500 and logs it", async () => {
  const server = await serveLake(lake, {
    port: 0,
    pages() {
      throw new Error("secret");
    },
  });
  onTestFinished(() => server.close());
  const response = await fetch(`${server.url}/`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  expect(logged).toEqual([expect.stringContaining("secret")]);
});

it("close() lets a running request finish and ends streams and idle connections", async () => {
  const release = Promise.withResolvers<Response>();
  const started = Promise.withResolvers<void>();
  const server = await serveLake(lake, {
    port: 0,
    pages({ url }) {
      if (!url.endsWith("/slow")) return undefined;
      started.resolve();
      return release.promise;
    },
  });
  const stream = await fetch(`${server.url}/v1/data/listen/production?query=*`);
  const idle = connect(server.port, "127.0.0.1");
  await new Promise((resolve) => idle.once("connect", resolve));
  const idleClosed = new Promise((resolve) => idle.once("close", resolve));
  idle.on("error", () => {});

  const slow = fetch(`${server.url}/slow`);
  await started.promise;
  const closed = server.close();
  release.resolve(new Response("done"));
  expect(await (await slow).text()).toBe("done");
  await closed;
  await idleClosed;
  expect(await stream.text()).toContain("event: welcome");
  await expect(fetch(server.url)).rejects.toThrow();
  await server.close();
});
