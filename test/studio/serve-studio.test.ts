import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressFiles } from "../../studio/compress-files.ts";
import { serveStudio } from "../../studio/serve-studio.ts";

let folder: string;
let request: (
  path: string,
  init?: RequestInit,
  encodings?: readonly string[],
) => Promise<Response | undefined>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "copydesk-studio-"));
  await mkdir(join(folder, "built", "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "built", "index.html"), "<title>Copydesk</title>");
  await writeFile(join(folder, "built", "assets", "main-1a2b.js"), "run()");
  await compressFiles(join(folder, "built"));
  await writeFile(join(folder, "built", "assets", "inter.woff2"), "font");
  await symlink(join(folder, "secret.txt"), join(folder, "built", "assets", "link.txt"));
  const handle = serveStudio(join(folder, "built"));
  request = (path, init, encodings) => handle(new Request(`http://127.0.0.1:3333${path}`, init), encodings);
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

test("serveStudio() sends the page again only if it is another one", async () => {
  const etag = (await request("/studio"))?.headers.get("etag") ?? "";
  const again = await request("/studio/structure", { headers: { "if-none-match": `"older", ${etag}` } });
  expect([again?.status, await again?.text(), again?.headers.get("etag")]).toEqual([304, "", etag]);
  expect(again?.headers.get("cache-control")).toBe("no-cache");
  expect((await request("/studio", { headers: { "if-none-match": '"older"' } }))?.status).toBe(200);
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

test.each([
  ["br", (bytes: Uint8Array) => brotliDecompressSync(bytes)],
  ["gzip", (bytes: Uint8Array) => gunzipSync(bytes)],
])("serveStudio() sends page and scripts in %s, as they were compressed before", async (encoding, decode) => {
  const page = await request("/studio", {}, [encoding, "other"]);
  const script = await request("/studio/assets/main-1a2b.js", {}, ["other", encoding]);
  const texts = [page, script].map(async (answer) => String(decode((await answer?.bytes()) ?? Buffer.of())));
  expect(await Promise.all(texts)).toEqual(["<title>Copydesk</title>", "run()"]);
  for (const answer of [page, script]) {
    expect(answer?.headers.get("content-encoding")).toBe(encoding);
    expect(answer?.headers.get("vary")).toBe("Accept-Encoding");
  }
  expect(script?.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
});

test("serveStudio() sends a font as it is, which is compressed in itself", async () => {
  const font = await request("/studio/assets/inter.woff2", {}, ["br", "gzip"]);
  expect([font?.headers.get("content-encoding"), await font?.text()]).toEqual([null, "font"]);
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
