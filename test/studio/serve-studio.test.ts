import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveStudio } from "../../studio/serve-studio.ts";

let folder: string;
let request: (path: string, init?: RequestInit) => Promise<Response | undefined>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "copydesk-studio-"));
  await mkdir(join(folder, "built", "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "built", "index.html"), "<title>Copydesk</title>");
  await writeFile(join(folder, "built", "assets", "main-1a2b.js"), "run()");
  await writeFile(join(folder, "built", "assets", "inter.woff2"), "font");
  await symlink(join(folder, "secret.txt"), join(folder, "built", "assets", "link.txt"));
  const handle = serveStudio(join(folder, "built"));
  request = (path, init) => handle(new Request(`http://127.0.0.1:3333${path}`, init));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(["/", "/studios", "/v1/users/me", "/read/studio"])(
  "serveStudio() leaves %s to others",
  async (path) => {
    expect(await request(path)).toBeUndefined();
  },
);

test.each([
  "/studio",
  "/studio/",
  "/studio/structure/article;article-1",
  "/studio/a/b.js",
  "/studio/%E0%A4%A",
])("serveStudio() answers %s with the page, which is asked for anew each time", async (path) => {
  const response = await request(path);
  expect(await response?.text()).toBe("<title>Copydesk</title>");
  expect(response?.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response?.headers.get("cache-control")).toBe("no-cache");
});

test("serveStudio() allows the page to ask its own host alone", async () => {
  const policy = (await request("/studio"))?.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("ws://127.0.0.1:3333 ");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test.each([
  ["main-1a2b.js", "text/javascript; charset=utf-8"],
  ["inter.woff2", "font/woff2"],
])("serveStudio() sends the asset %s as %s, cached for good", async (name, type) => {
  const response = await request(`/studio/assets/${name}`);
  expect(response?.headers.get("content-type")).toBe(type);
  expect(response?.headers.get("cache-control")).toContain("immutable");
});

test("serveStudio() answers 404 for a missing asset, so that no page is taken for a script", async () => {
  expect((await request("/studio/assets/gone.js"))?.status).toBe(404);
});

test.each(["..%2f..%2fsecret.txt", "%2e%2e%2f%2e%2e%2fsecret.txt", "link.txt", "a%00b"])(
  "serveStudio() does not read outside its folder for assets/%s",
  async (path) => {
    const response = await request(`/studio/assets/${path}`);
    expect(response?.status).toBe(404);
    expect(await response?.text()).not.toContain("secret");
  },
);

test("serveStudio() answers HEAD without a body and refuses POST", async () => {
  const head = await request("/studio", { method: "HEAD" });
  expect([head?.status, await head?.text()]).toEqual([200, ""]);
  expect((await request("/studio", { method: "POST" }))?.status).toBe(405);
});
