import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLocalPicture } from "../../../importer/assets/local-picture.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  await mkdir(join(folder, "wire/day/img"), { recursive: true });
  await mkdir(join(folder, "wire-secret"));
  await mkdir(join(folder, "wire/folder.jpg"));
  await writeFile(join(folder, "secret.jpg"), "secret");
  await writeFile(join(folder, "wire-secret/a.jpg"), "secret");
  await writeFile(join(folder, "wire/top.jpg"), "top");
  await writeFile(join(folder, "wire/day/img/a b.jpg"), "spaced");
  await writeFile(join(folder, "wire/day/img/100%.jpg"), "per cent");
  await symlink(join(folder, "secret.jpg"), join(folder, "wire/link.jpg"));
  await symlink(folder, join(folder, "wire/up"));
  await symlink(join(folder, "wire/top.jpg"), join(folder, "wire/day/inner.jpg"));
});

afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, limitBytes = 100): Promise<string> => {
  const root = join(folder, "wire");
  const found = await readLocalPicture(name, { root, input: join(root, "day/story.html"), limitBytes });
  return found.kind === "bytes" ? Buffer.from(found.bytes).toString() : `refused: ${found.why}`;
};

test.each([
  ["img/a b.jpg", "spaced"],
  ["img/a%20b.jpg?w=100", "spaced"],
  ["img\\a b.jpg", "spaced"],
  ["./img/../img/a b.jpg", "spaced"],
  ["img/100%.jpg", "per cent"],
  ["../top.jpg", "top"],
  ["inner.jpg", "top"],
])("the file %s is found from the story's folder", async (name, expected) => {
  expect(await read(name)).toBe(expected);
});

test.each([
  "../../secret.jpg",
  "..%2f..%2fsecret.jpg",
  "..\\..\\secret.jpg",
  "../../wire-secret/a.jpg",
  "../up/secret.jpg",
  "../link.jpg",
  "/etc/hostname",
  "../../no-such-file.jpg",
])("%s leads out of the folder that is imported and is not read", async (name) => {
  expect(await read(name)).toBe("refused: it is outside the imported folder");
});

test.each([
  ["img/missing.jpg", "refused: there is no such file"],
  ["../folder.jpg", "refused: it is not a file"],
  ["", "refused: it is not a file"],
])("%j is no file that can be read", async (name, expected) => {
  expect(await read(name)).toBe(expected);
});

test("a NUL byte in a name is refused", async () => {
  expect(await read("img/a\0.jpg")).toMatch(/^refused: /);
});

test("a file that is too long is not read", async () => {
  expect(await read("../top.jpg", 2)).toBe("refused: it is larger than 0.000002 MB");
});
