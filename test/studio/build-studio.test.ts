import { existsSync, globSync } from "node:fs";
import { glob, mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { serveLake } from "../../lake/index.ts";
import { openLake } from "../../lake/open-lake.ts";
import { buildStudio } from "../../studio/build-studio.ts";
import { serveStudio } from "../../studio/serve-studio.ts";

let outDir: string;
beforeAll(async () => {
  ({ outDir } = await buildStudio());
}, 180_000);

test("buildStudio() does not build the same inputs twice", async () => {
  expect(await buildStudio()).toEqual({ built: false, outDir });
});

test("the built page runs the shared connection's script before any other, and loads nothing from elsewhere", async () => {
  const page = await readFile(join(outDir, "index.html"), "utf8");
  const sources = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(sources[0]).toBe("/__mux/client.js");
  expect(sources.slice(1).filter((address) => !address?.startsWith("/studio/assets/"))).toEqual([]);
});

test("the built page loads few files, and less than 1.7 MB of them before it draws anything", async () => {
  const page = await readFile(join(outDir, "index.html"), "utf8");
  const paths = [...page.matchAll(/(?:src|href)="\/studio\/(assets\/[^"]*\.(?:js|css))"/g)].map(
    ([, path]) => path ?? "",
  );
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(outDir, `${path}.br`))).size));
  expect(paths.length).toBeGreaterThan(2);
  expect(paths.length).toBeLessThanOrEqual(6);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_700_000);
});

test("the built scripts are few, and the texts and panes of the desk are in none of their own", async () => {
  const scripts = globSync("assets/*.js", { cwd: outDir });
  expect(scripts.length).toBeLessThan(50);
  expect(scripts.filter((path) => /\/(?:resources|structureTool|pane|list)-/.test(path))).toEqual([]);
});

test.each(["br", "gzip"])("the built Studio travels in %s through the server", async (encoding) => {
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), {
    port: 0,
    pages: serveStudio(outDir),
  });
  const asked = { headers: { "accept-encoding": encoding } };
  const page = await fetch(`${server.url}/studio`, asked);
  const html = await page.text();
  expect(page.headers.get("content-encoding")).toBe(encoding);
  expect(html).toBe(await readFile(join(outDir, "index.html"), "utf8"));
  const [, path = ""] = /src="(\/studio\/assets\/[^"]*)"/.exec(html) ?? [];
  const script = await fetch(`${server.url}${path}`, asked);
  expect(script.headers.get("content-encoding")).toBe(encoding);
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(await script.text()).toBe(await readFile(join(outDir, path.slice("/studio/".length)), "utf8"));
  await server.close();
});

test("the built styles load their fonts from the page's own host, for Latin and Arabic letters", async () => {
  const styles: string[] = [];
  for await (const path of glob("assets/*.css", { cwd: outDir })) {
    styles.push(await readFile(join(outDir, path), "utf8"));
  }
  const addresses = [...styles.join("").matchAll(/url\((?!["']?data:)["']?([^)"']*)/g)].map(
    ([, address]) => address,
  );
  expect(addresses.filter((address) => !address?.startsWith("/studio/assets/"))).toEqual([]);
  expect(addresses.join()).toMatch(/inter-latin.*noto-sans-arabic|noto-sans-arabic.*inter-latin/);
});

test("buildStudio() removes what a build has left behind that was killed, and nothing of one that runs", async () => {
  const [dead, running] = [`${outDir}.partial-4194999-x`, `${outDir}.partial-${process.pid}-x`];
  await Promise.all([mkdir(dead, { recursive: true }), mkdir(running, { recursive: true })]);
  try {
    await buildStudio();
    expect([existsSync(dead), existsSync(running)]).toEqual([false, true]);
  } finally {
    await rm(running, { recursive: true });
  }
});
