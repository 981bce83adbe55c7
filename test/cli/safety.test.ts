import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { startServer, type RunningServer } from "../../cli/start-server.ts";
import { dataFolderError } from "../../cli/data-folder-error.ts";
import { readHistoryLimit } from "../../cli/history-limit.ts";
import { lakeFileError } from "../../lake/sqlite/lake-file-error.ts";
import { dataFolderOfTest, fillLake, overwrite } from "../lake/support/data-folder.ts";
import { plain } from "../lake/support/pictures.ts";
import { runCli } from "../support/run-cli.ts";
import { projectFolder } from "../support/source-files.ts";

/** Serves a folder as `copydesk start` does, without a Studio. */
async function serve(dataFolder: string): Promise<RunningServer> {
  const studio = Promise.resolve(async () => new Response());
  const server = await startServer({ dataFolder, port: 0, studio, log: () => {} });
  onTestFinished(server.close);
  return server;
}

/** Two lines, of which the second says what to do; nothing of the inner workings. */
function expectSentence(stderr: string, wanted: string): void {
  expect(stderr).toContain(wanted);
  expect(stderr).not.toMatch(/^\s+at |Error:|bug/im);
  expect(stderr.trimEnd().split("\n").slice(-2)).toEqual([
    expect.stringMatching(/^Cannot /),
    expect.stringMatching(/^ {2}\S.*\.$/),
  ]);
}

test("copydesk backup copies a lake that is being served, and restore makes it one that answers alike", async () => {
  const [dataFolder, elsewhere] = [dataFolderOfTest(), dataFolderOfTest()];
  const file = join(elsewhere, "lake.tar");
  const { client, url } = await serve(dataFolder);
  const { _id } = await client.assets.upload("image", await plain(30, 20));
  await client.create({ _id: "story", _type: "story", picture: { _ref: _id } });

  const backup = await runCli(["backup", file, "--data", dataFolder]);
  expect([backup.code, backup.stdout]).toEqual([
    0,
    expect.stringContaining(`Backed up ${dataFolder} to ${file}`),
  ]);
  expect(readdirSync(elsewhere)).toEqual(["lake.tar"]);
  const check = await runCli(["check", "--data", dataFolder, "--json"]);
  expect([check.code, JSON.parse(check.stdout)]).toEqual([
    0,
    { documents: 2, transactions: 2, assets: 1, damage: [] },
  ]);
  // Nobody was kept waiting, and nothing is left behind.
  await client.patch("story").set({ later: true }).commit();
  expect(readdirSync(dataFolder).filter((name) => name.startsWith("snapshot-"))).toEqual([]);

  const other = join(elsewhere, "restored");
  const restore = await runCli(["restore", file, "--data", other]);
  expect([restore.code, restore.stdout]).toEqual([
    0,
    expect.stringContaining("Restored 2 documents and 1 assets"),
  ]);
  expect(readdirSync(other).toSorted()).toEqual(["assets", "lake.sqlite"]);
  const restored = await serve(other);
  expect(await restored.client.getDocument("story")).not.toHaveProperty("later");
  const address = await restored.client.fetch<string>("*[_id == 'story'][0].picture->url");
  expect(address.startsWith(restored.url)).toBe(true);
  expect(restored.url).not.toBe(url);
  expect((await fetch(address)).status).toBe(200);
});

test("copydesk restore sets the lake aside that was there, and refuses one that is being served", async () => {
  const dataFolder = dataFolderOfTest();
  const file = join(dataFolderOfTest(), "lake.tar");
  fillLake(dataFolder, 3);
  expect((await runCli(["backup", file, "--data", dataFolder])).code).toBe(0);
  const server = await serve(dataFolder);
  await server.client.create({ _id: "new", _type: "story" });
  const refused = await runCli(["restore", file, "--data", dataFolder]);
  expect(refused.code).toBe(1);
  expectSentence(refused.stderr, "another copydesk is using it");
  expect(refused.stderr).toContain(server.url);
  await server.close();

  const { code, stdout } = await runCli(["restore", file, "--data", dataFolder]);
  expect(code).toBe(0);
  const aside = /What was there before is in (.*)$/m.exec(stdout)?.[1] ?? "";
  expect(existsSync(join(aside, "lake.sqlite"))).toBe(true);
  const again = await serve(dataFolder);
  expect(await again.client.fetch("count(*)")).toBe(3);
});

test("copydesk backup writes over nothing, and says when there is no lake", async () => {
  const dataFolder = dataFolderOfTest();
  const file = join(dataFolder, "lake.tar");
  writeFileSync(file, "precious");
  fillLake(dataFolder, 1);
  const existing = await runCli(["backup", file, "--data", dataFolder]);
  expect(existing.code).toBe(2);
  expectSentence(existing.stderr, "it exists");
  expect(readFileSync(file, "utf8")).toBe("precious");

  const nowhere = await runCli(["backup", `${file}.2`, "--data", join(dataFolder, "no-such-folder")]);
  expect(nowhere.code).toBe(1);
  expectSentence(nowhere.stderr, "it holds no lake.sqlite");
  expect(existsSync(join(dataFolder, "no-such-folder"))).toBe(false);

  const unwritable = await runCli(["backup", "/dev/null/lake.tar", "--data", dataFolder]);
  expect(unwritable.code).toBe(1);
  expectSentence(unwritable.stderr, 'Cannot back up to "/dev/null/lake.tar"');
});

test.each<[what: string, bytes: (whole: Buffer) => Buffer, message: string]>([
  ["no backup", () => Buffer.from("hello"), "it is no backup of a lake"],
  ["half a backup", (whole) => whole.subarray(0, whole.length / 2), "it is damaged"],
  [
    "a backup of which a page was lost",
    (whole) => Buffer.from(whole).fill(1, 20_000, 24_000),
    "it is damaged",
  ],
])("copydesk restore refuses %s, and leaves the data folder as it was", async (_what, bytes, message) => {
  const dataFolder = dataFolderOfTest();
  const file = join(dataFolderOfTest(), "lake.tar");
  fillLake(dataFolder, 5);
  expect((await runCli(["backup", file, "--data", dataFolder])).code).toBe(0);
  writeFileSync(file, bytes(readFileSync(file)));
  const before = readFileSync(join(dataFolder, "lake.sqlite"));
  const { code, stderr } = await runCli(["restore", file, "--data", dataFolder]);
  expect(code).toBe(1);
  expectSentence(stderr, message);
  expect(readFileSync(join(dataFolder, "lake.sqlite"))).toEqual(before);
  expect(readdirSync(dataFolder).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
});

const commands = [
  ["import", "seeds"],
  ["runs"],
  ["start", "--port", "0", "--no-import"],
  ["backup", "/tmp/copydesk-never.tar"],
];

test.each(commands)(
  "copydesk %s says in one sentence that a lake's first 8 KB are noise",
  async (...command) => {
    const dataFolder = dataFolderOfTest();
    fillLake(dataFolder, 3);
    overwrite(
      join(dataFolder, "lake.sqlite"),
      0,
      Uint8Array.from({ length: 8192 }, (_, at) => (at * 31) % 256),
    );
    const { code, stderr } = await runCli([...command, "--data", dataFolder]);
    expect(code).toBe(1);
    expectSentence(stderr, `Cannot use data folder "${dataFolder}": lake.sqlite is no database`);
    expect(stderr).toContain('"copydesk restore <file>"');
  },
);

test("copydesk check lists the damage, and ends with 1", async () => {
  const dataFolder = dataFolderOfTest();
  fillLake(dataFolder, 20);
  expect((await runCli(["check", "--data", dataFolder])).stdout).toContain("No damage in");
  overwrite(join(dataFolder, "lake.sqlite"), 10 * 4096, new Uint8Array(4096).fill(85));
  const { code, stdout, stderr } = await runCli(["check", "--data", dataFolder]);
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toMatch(/is damaged: .* checked\n(?: {2}\S.*\n)+Restore a backup with/);
});

test.each<[what: string, code: number, make: (folder: string) => string, message: string]>([
  ["a folder that cannot be made", 1, () => "/dev/null/data", "Cannot use data folder"],
  [
    "a file in place of the folder",
    1,
    (folder) => {
      writeFileSync(join(folder, "file"), "");
      return join(folder, "file");
    },
    "Cannot use data folder",
  ],
  [
    "a folder in place of the database",
    1,
    (folder) => {
      mkdirSync(join(folder, "lake.sqlite"));
      return folder;
    },
    "lake.sqlite cannot be opened or made",
  ],
])("copydesk import says in one sentence that it cannot use %s", async (_what, wanted, make, message) => {
  const { code, stderr } = await runCli(["import", "seeds", "--data", make(dataFolderOfTest())]);
  expect(code).toBe(wanted);
  expectSentence(stderr, message);
});

test.each([
  ["EROFS", 1, "Choose a folder that you may write to"],
  ["EACCES", 1, "Choose a folder that you may write to"],
  ["ENOSPC", 1, "Make room on the disk"],
  ["ENOTDIR", 1, "Choose another folder"],
])("an %s from the file system ends with exit code %i and says what to do", (code, exitCode, hint) => {
  const error = Object.assign(new Error(`${code}: it failed`), { code, syscall: "mkdir" });
  expect(dataFolderError("/srv/lake", error)).toMatchObject({
    exitCode,
    hint: expect.stringContaining(hint),
  });
});

test.each([
  [3, "not-writable"],
  [8, "not-writable"],
  [8 | (4 << 8), "not-writable"],
  [10 | (3 << 8), "failing"],
  [11, "damaged"],
  [13, "full"],
  [14, "not-writable"],
  [26, "damaged"],
  [5 | (1 << 8), "in-use"],
])("SQLite's code %i is trouble that the operator is told about", (errcode, trouble) => {
  const found = lakeFileError(Object.assign(new Error("of SQLite"), { errcode }));
  expect(found?.trouble).toBe(trouble);
  expect(dataFolderError("/srv/lake", found)).toMatchObject({ exitCode: 1 });
});

test("copydesk import says in one sentence that the disk takes no more", () => {
  const dataFolder = dataFolderOfTest();
  fillLake(dataFolder, 30);
  const kilobytes = Math.ceil(statSync(join(dataFolder, "lake.sqlite")).size / 1024);
  // A limit on the size of files is a disk that takes no more, as far as a program can tell.
  const script = `trap "" XFSZ; ulimit -f ${Math.ceil(kilobytes / 16)}; exec "$0" "$@"`;
  const bin = join(projectFolder, "bin", "copydesk.js");
  const { status, stderr } = spawnSync(
    "bash",
    ["-c", script, process.execPath, bin, "import", "seeds", "--data", dataFolder],
    { encoding: "utf8", cwd: projectFolder },
  );
  expect(status, stderr).toBe(1);
  expectSentence(stderr, "Cannot use the data folder: the disk");
  expect(stderr).toContain("Put that right where the lake runs, then import again");
});

test.each([
  ["90d", { days: 90 }],
  ["5000", { transactions: 5000 }],
])("--keep-history reads %j", (text, limit) => expect(readHistoryLimit(text)).toEqual(limit));

test.each(["0", "0d", "d", "-1", "3w", "90 d", "99999d", "1e3", ""])("--keep-history refuses %j", (text) => {
  expect(() => readHistoryLimit(text)).toThrow("days such as 90d");
});
