import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { DatabaseSync } from "node:sqlite";
import tar from "tar-stream";
import { buffer } from "node:stream/consumers";
import { beforeEach, expect, test } from "vitest";
import { packLake } from "../../lake/backup/pack-lake.ts";
import { BackupError, unpackLake } from "../../lake/backup/unpack-lake.ts";
import { checkLake } from "../../lake/check-lake.ts";
import { packFolder } from "../../lake/pack-folder.ts";
import { openDatabase } from "../../lake/sqlite/open-database.ts";
import { dataFolderOfTest, fillLake, overwrite } from "./support/data-folder.ts";
import { plain } from "./support/pictures.ts";
import { serveTestLake } from "./support/serve-test-lake.ts";

let dataFolder: string;
beforeEach(() => {
  dataFolder = dataFolderOfTest();
});

const chunksOf = (...chunks: Uint8Array[]): AsyncIterable<Uint8Array> => Readable.from(chunks);

const askForBackup = (url: string, search = ""): Promise<Response> =>
  fetch(`${url}/__lake/backup${search}`, { method: "POST" });

test("POST /__lake/backup gives all of a lake, which then opens elsewhere as it was", async () => {
  const lake = await serveTestLake(dataFolder);
  const picture = await plain(20, 10);
  const { _id } = await lake.client.assets.upload("image", picture);
  await lake.client.create({ _id: "story", _type: "story", picture: { _ref: _id } });
  const { transactionId } = await lake.client.patch("story").set({ n: 2 }).commit({ returnDocuments: false });
  // A rendition is made again when it is asked for.
  await fetch(`${(await lake.client.getDocument(_id))?.["url"]}?w=5`);
  const bytes = await (await askForBackup(lake.url)).bytes();
  await lake.client.delete("story");
  await lake.close();

  const elsewhere = dataFolderOfTest();
  const unpacked = await unpackLake(chunksOf(bytes), elsewhere);
  expect(unpacked.assets).toBe(1);
  expect((await checkLake(unpacked)).damage).toEqual([]);
  const restored = await serveTestLake(elsewhere);
  expect(await restored.client.getDocument("story")).toMatchObject({ n: 2, _rev: transactionId });
  const url = await restored.client.fetch<string>("*[_id == $_id][0].url", { _id });
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(picture);
  expect(await restored.client.request({ uri: "/data/history/production/transactions/story" })).toBeDefined();
  await restored.close();
});

test("POST /__lake/backup is of one moment, whatever is written meanwhile", async () => {
  const lake = await serveTestLake(dataFolder);
  const wide = "x".repeat(200_000);
  const mutations = Array.from({ length: 60 }, () => ({ create: { _type: "wide", wide } }));
  lake.services.dataset("production").commit({ author: "local", mutations });
  let isDone = false;
  const pairs = (async () => {
    let written = 0;
    for (; !isDone; written += 1) {
      await lake.client
        .transaction()
        .create({ _id: `left-${written}`, _type: "pair", wide: wide.slice(0, 20_000) })
        .create({ _id: `right-${written}`, _type: "pair" })
        .commit();
    }
    return written;
  })();
  const bytes = await (await askForBackup(lake.url)).bytes();
  isDone = true;
  expect(await pairs).toBeGreaterThan(0);
  await lake.close();

  const unpacked = await unpackLake(chunksOf(bytes), dataFolderOfTest());
  expect((await checkLake(unpacked)).damage).toEqual([]);
  const database = new DatabaseSync(unpacked.database, { readOnly: true });
  const count = (side: string): unknown =>
    database.prepare("SELECT count(*) AS n FROM documents WHERE id GLOB ?").get(`${side}-*`)?.["n"];
  expect(count("left")).toBe(count("right"));
  database.close();
});

test("a reader of a backup that goes away leaves no copy behind", async () => {
  const lake = await serveTestLake(dataFolder);
  const wide = { create: { _type: "wide", wide: "x".repeat(300_000) } };
  const mutations = Array.from({ length: 40 }, () => wide);
  lake.services.dataset("production").commit({ author: "local", mutations });
  const answer = await askForBackup(lake.url);
  await answer.body?.cancel();
  await expect.poll(() => readdirSync(dataFolder).filter((name) => name.startsWith("snapshot-"))).toEqual([]);
  await lake.close();
});

test("a backup is never fetched with GET, which any page could do", async () => {
  const lake = await serveTestLake(dataFolder);
  expect((await fetch(`${lake.url}/__lake/backup`)).status).toBe(404);
  await lake.close();
});

test("packFolder() of a lake whose newest changes are damaged holds what can be read", async () => {
  const alive = join(dataFolder, "alive.sqlite");
  const database = openDatabase(alive);
  const insert = database.prepare("INSERT INTO settings VALUES ('local', ?, ?)");
  for (let n = 0; n < 30; n += 1) insert.run(String(n), "x".repeat(3000));
  writeFileSync(join(dataFolder, "lake.sqlite"), readFileSync(alive));
  const log = readFileSync(`${alive}-wal`);
  writeFileSync(join(dataFolder, "lake.sqlite-wal"), log);
  database.close();
  // In the second half are the last of the settings; in front are the tables.
  const frames = (log.length - 32) / 4120;
  overwrite(join(dataFolder, "lake.sqlite-wal"), 32 + Math.floor(frames * 0.7) * 4120 + 100, "damage");

  const unpacked = await unpackLake(await packFolder(dataFolder), dataFolderOfTest());
  const saved = new DatabaseSync(unpacked.database, { readOnly: true });
  const kept = Number(saved.prepare("SELECT count(*) AS n FROM settings").get()?.["n"]);
  saved.close();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(30);
});

/** A backup of a small lake with one file. */
async function smallBackup(): Promise<Buffer> {
  const lake = await serveTestLake(dataFolder);
  await lake.client.assets.upload("file", Buffer.from("the text of the file"), { filename: "a.txt" });
  await lake.close();
  return buffer(await packFolder(dataFolder));
}

test("unpackLake() refuses a backup that was cut off anywhere", async () => {
  const whole = await smallBackup();
  // A tar file ends with 1,024 zero bytes, which say nothing.
  for (let length = 0; length < whole.length - 1024; length += 4 * 1024 + 111) {
    const part = whole.subarray(0, length);
    await expect(unpackLake(chunksOf(part), dataFolderOfTest()), String(length)).rejects.toThrow(BackupError);
  }
});

test("unpackLake() refuses an asset that is not what it was", async () => {
  const whole = await smallBackup();
  whole.write("T", whole.indexOf("the text of the file"));
  await expect(unpackLake(chunksOf(whole), dataFolderOfTest())).rejects.toThrow(/asset ".*" is damaged/);
});

test.each<[what: string, bytes: () => Promise<Buffer>, message: string]>([
  ["something else", async () => Buffer.from("something else"), "it is no backup of a lake"],
  ["nothing", async () => Buffer.alloc(0), "it is no backup of a lake"],
  ["another tar file", () => tarOf("notes.txt"), "it is no backup of a lake"],
  [
    "a file that leads out of the folder",
    () => tarOf("copydesk-backup.json", "assets/../../../evil"),
    "no part of",
  ],
  ["a file with a full path", () => tarOf("copydesk-backup.json", "/etc/passwd"), "no part of"],
])("unpackLake() refuses %s", async (_what, bytes, message) => {
  await expect(unpackLake(chunksOf(await bytes()), dataFolderOfTest())).rejects.toThrow(message);
});

async function tarOf(...names: readonly string[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const name of names) pack.entry({ name }, '{"format":1,"createdAt":"2026-11-28T00:00:00.000Z"}');
  pack.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pack) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("packLake() fails when a file goes missing, rather than leave it out", async () => {
  fillLake(dataFolder, 2);
  const packed = packLake(join(dataFolder, "no-such.sqlite"), undefined, new Date());
  await expect(buffer(packed)).rejects.toThrow("ENOENT");
});
