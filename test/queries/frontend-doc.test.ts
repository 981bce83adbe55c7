import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as exported from "../../queries/index.ts";
import { openNewsroom, type Newsroom } from "../support/open-newsroom.ts";
import { projectFolder } from "../support/source-files.ts";

const page = readFileSync(join(projectFolder, "docs", "frontend.md"), "utf8");

let newsroom: Newsroom;
let folder: string;

beforeAll(async () => {
  newsroom = await openNewsroom();
  folder = await mkdtemp(join(tmpdir(), "copydesk-frontend-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await newsroom.close();
});

test("what docs/frontend.md says to do first works as it stands there", async () => {
  const [, program = ""] = /```ts\n([\s\S]+?)```/.exec(page) ?? [];
  const file = join(folder, "first.ts");
  await writeFile(
    file,
    program
      .replace("http://127.0.0.1:3333", newsroom.url)
      .replace('"@sanity/client"', JSON.stringify(import.meta.resolve("@sanity/client")))
      .replace('"./queries/', `"${pathToFileURL(projectFolder).href}/queries/`),
  );
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  expect(stdout).toBe("Headline of council <p>The council voted.</p>\n");
});

test("docs/frontend.md names every query and every function that the index exports", () => {
  const named = new Set(page.match(/\b[a-z]+[A-Za-z]+\b/g));
  // Parts of others: the queries behind a function that asks them, and what is below all markup.
  const parts = ["foundArticles", "relatedCandidates", "html", "languageAttributes", "pictureToHtml"];
  const functions = Object.entries(exported).flatMap(([name, value]) =>
    typeof value === "function" && /^[a-z]/.test(name) ? [name] : [],
  );
  expect(functions.filter((name) => !named.has(name) && !parts.includes(name))).toEqual([]);
});
