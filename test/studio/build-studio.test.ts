import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { buildStudio } from "../../studio/build-studio.ts";

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
