import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cannotWrite } from "../../cli/cannot-write.ts";
import { createFolder } from "../../importer/index.ts";
import { fillLake } from "../lake/support/data-folder.ts";
import { openWatchedLake } from "../support/open-watched-lake.ts";
import { runCli, runHere, startCli } from "../support/run-cli.ts";
import { temporaryFolder, temporaryStories } from "../support/temporary-stories.ts";

/** In its tests a program that may write everywhere is one that may not. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};

/** Paths that cannot become a data folder, each below or in an empty folder. */
const unusable: readonly (readonly [what: string, make: (folder: string) => string, why: string])[] = [
  ["a folder in /proc", () => "/proc/x", "cannot be created"],
  ["a folder deep in /proc", () => "/proc/self/a/b", "cannot be created"],
  ["/proc itself", () => "/proc", '"/proc/assets" does not exist and cannot be created'],
  ["a folder below a device", () => "/dev/null/a/b", 'part of the path "/dev/null/a" is a file'],
  [
    "a folder below a file",
    (folder) => {
      writeFileSync(join(folder, "file"), "");
      return join(folder, "file/a");
    },
    "is a file",
  ],
  [
    "a symbolic link to itself",
    (folder) => {
      symlinkSync(join(folder, "link"), join(folder, "link"));
      return join(folder, "link");
    },
    "leads in a circle",
  ],
  [
    "a folder below two links that lead to each other",
    (folder) => {
      symlinkSync(join(folder, "b"), join(folder, "a"));
      symlinkSync(join(folder, "a"), join(folder, "b"));
      return join(folder, "a/data");
    },
    "leads in a circle",
  ],
  [
    "a link to a folder that is gone",
    (folder) => {
      symlinkSync(join(folder, "gone/too"), join(folder, "link"));
      return join(folder, "link");
    },
    "cannot be created",
  ],
];

/** Two lines, of which the second says what to do; nothing of the inner workings. */
function expectSentence(stderr: string, sentence: string, why: string): void {
  const [said = "", hint] = stderr.trimEnd().split("\n").slice(-2);
  expect(said.startsWith(sentence), stderr).toBe(true);
  expect(said).toContain(why);
  expect(hint).toMatch(/^ {2}[A-Z].*\.$/);
  expect(stderr).not.toMatch(/^\s+at |Error:|E[A-Z]{4,}|bug/m);
}

test.each(unusable)("copydesk import cannot use %s as data folder, and says so", async (_what, make, why) => {
  const path = make(temporaryFolder());
  const { code, stderr } = await runHere(["import", "seeds", "--data", path]);
  expectSentence(stderr, `Cannot use data folder "${path}": `, why);
  expect(code).toBe(1);
});

test.each([["start", "--port", "0", "--no-import"], ["runs"]])(
  "copydesk %s in /proc is one sentence",
  async (...command) => {
    const { code, stderr } = await runHere([...command, "--data", "/proc/x"]);
    expectSentence(stderr, 'Cannot use data folder "/proc/x": ', "cannot be created");
    expect(code).toBe(1);
  },
);

test("copydesk backup to, and restore into, a folder that cannot be made is one sentence", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "lake.tar");
  fillLake(folder, 2);
  const backup = await runHere(["backup", "/proc/x/lake.tar", "--data", folder]);
  expectSentence(backup.stderr, 'Cannot back up to "/proc/x/lake.tar": ', "cannot be created");
  expect(backup.code).toBe(1);
  expect((await runHere(["backup", file, "--data", folder])).code).toBe(0);
  const restore = await runHere(["restore", file, "--data", "/proc/x/y"]);
  expectSentence(restore.stderr, 'Cannot use data folder "/proc/x/y": ', "cannot be created");
  expect(restore.code).toBe(1);
});

test("an import into a running lake needs no folder for its journal, and says that it cannot keep what failed", async () => {
  const { url } = await openWatchedLake();
  const stories = temporaryStories({ "broken.txt": new Uint8Array([0x41, 0xff, 0x41]) });
  const { code, stderr } = await runHere(["import", "seeds", stories, "--api", url, "--data", "/proc/x"]);
  expectSentence(stderr, 'Cannot save the failed stories to "/proc/x/dead-letters": ', "cannot be created");
  expect(code).toBe(4);
});

test.each([
  ["--junit", "/proc/x/report.xml"],
  ["--plan", "/proc/x/plan.json"],
])("%s %s does not keep the program for ever", async (flag, path) => {
  const args = ["import", "seeds", "--data", temporaryFolder(), flag, path];
  const { code, stderr } = await runHere(args);
  expectSentence(stderr, `Cannot write "${path}": `, "does not exist and cannot be created");
  expect(code).toBe(2);
});

test.each([
  ["--junit", "report.xml"],
  ["--plan", "plan.json"],
])("%s into a folder that may not be written to is one sentence", async (flag, name) => {
  const [folder, locked] = [temporaryFolder(), temporaryFolder()];
  chmodSync(folder, 0o777);
  chmodSync(locked, 0o555);
  const path = join(locked, name);
  const args = ["import", "seeds", "--data", join(folder, "data"), flag, path];
  const { code, stderr } = await runCli(args, nobody);
  expectSentence(stderr, `Cannot write "${path}": `, "you have no permission");
  expect(stderr).toContain("Choose a path that you may write to.");
  expect(code).toBe(1);
});

test("failed stories that cannot be kept in a folder that may not be written to are one sentence", async () => {
  const { url } = await openWatchedLake();
  const locked = temporaryFolder();
  chmodSync(locked, 0o555);
  const stories = temporaryStories({ "broken.txt": new Uint8Array([0x41, 0xff, 0x41]) });
  chmodSync(stories, 0o755);
  const { code, stderr } = await runCli(["import", stories, "--api", url, "--data", locked], nobody);
  expectSentence(
    stderr,
    `Cannot save the failed stories to "${locked}/dead-letters": `,
    "you have no permission",
  );
  expect(code).toBe(4);
});

test.each([["EROFS"], ["ENOSPC"], ["EDQUOT"], ["EACCES"], ["EIO"], ["ENOENT"], ["EISDIR"]])(
  "an %s when a file is written is told in words",
  (code) => {
    const cause = Object.assign(new Error(`${code}: it failed, open`), { code, syscall: "open", path: "/a" });
    const { message, hint, exitCode } = cannotWrite('"/a"', cause);
    expectSentence(`${message}\n  ${hint}\n`, 'Cannot write "/a": ', "");
    expect(exitCode).toBe(code === "ENOENT" || code === "EISDIR" ? 2 : 1);
  },
);

test.each<[what: string, below: string]>([
  ["itself may not be written to", ""],
  ["is to be made in one that may not be written to", "a/b"],
])("a data folder that %s is one sentence", async (_what, below) => {
  const folder = temporaryFolder();
  const locked = join(folder, "locked");
  mkdirSync(locked);
  chmodSync(folder, 0o755);
  chmodSync(locked, 0o555);
  const path = join(locked, below);
  const { code, stderr } = await runCli(["import", "seeds", "--data", path], nobody);
  expectSentence(stderr, `Cannot use data folder "${path}": you have no permission`, "");
  expect(stderr).toContain("Choose a folder that you may write to with --data.");
  expect(code).toBe(1);
});

test("a data folder is made with all the folders above it", async () => {
  const path = join(temporaryFolder(), "a/b/c");
  expect((await runCli(["import", "seeds", "--data", path])).code).toBe(0);
  expect(existsSync(join(path, "lake.sqlite"))).toBe(true);
});

test("createFolder() minds neither a folder that exists nor a link to one", () => {
  const folder = temporaryFolder();
  symlinkSync(folder, join(folder, "link"));
  createFolder(folder);
  createFolder(join(folder, "link"));
  createFolder(join(folder, "link/a/b"));
  createFolder("/");
  expect(existsSync(join(folder, "a/b"))).toBe(true);
});

test("the program still hears SIGTERM where a folder cannot be made", async () => {
  const run = startCli(["import", "-", "--data", "/proc/x/y"]);
  run.kill("SIGTERM");
  const { code } = await run.result;
  expect(code === null || code === 1).toBe(true);
});
