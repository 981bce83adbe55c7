import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildZip } from "../importer/read/unpack/build-archives.ts";
import { runCli } from "../support/run-cli.ts";
import { projectFolder } from "../support/source-files.ts";
import { storyText, temporaryFolder } from "../support/temporary-stories.ts";

/** Larger than the disk of these tests. A zip archive that comes through a pipe has to be copied to be read. */
const archive = buildZip([
  { name: "a.txt", content: storyText(1) },
  { name: "b.txt", content: `${storyText(2)}\n${randomBytes(3_000_000).toString("hex")}\n` },
]);

function expectSentence(stderr: string, why: string): void {
  const [said = "", hint] = stderr.trimEnd().split("\n").slice(-2);
  expect(said, stderr).toMatch(/^Cannot unpack "-": /);
  expect(said).toContain(why);
  expect(hint).toMatch(/^ {2}Make room there, or set TMPDIR to a folder on another disk/);
  expect(stderr).not.toMatch(/^\s+at |bug|program failed/m);
}

test.each([["parse"], ["import", "--explain"], ["import", "--data"]])(
  "copydesk %s says that the disk for temporary files is full",
  (...command) => {
    const [temporary, data] = [temporaryFolder(), temporaryFolder()];
    // A limit on the size of files is a disk that takes no more, as far as a program can tell.
    const script = `trap "" XFSZ; ulimit -f 2000; exec "$0" "$@"`;
    const bin = join(projectFolder, "bin", "copydesk.js");
    const args = [...command, ...(command.at(-1) === "--data" ? [data] : []), "-"];
    const { status, stderr } = spawnSync("bash", ["-c", script, process.execPath, bin, ...args], {
      encoding: "utf8",
      cwd: projectFolder,
      env: { ...process.env, TMPDIR: temporary },
      input: archive,
    });
    expectSentence(stderr, `the disk for temporary files, "${temporary}", is full`);
    expect(status).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

test.each([
  ["does not exist", () => "/proc/x"],
  [
    "is a file",
    () => {
      const file = join(temporaryFolder(), "file");
      writeFileSync(file, "");
      return file;
    },
  ],
])("copydesk parse says that a temporary folder %s", async (_what, make) => {
  const TMPDIR = make();
  const { code, stderr } = await runCli(["parse", "-"], { env: { TMPDIR }, input: archive });
  expectSentence(stderr, `"${TMPDIR}" takes no temporary files`);
  expect(code).toBe(1);
});

test("an archive that is a file needs no temporary folder", async () => {
  const file = join(temporaryFolder(), "wire.zip");
  writeFileSync(file, buildZip([{ name: "a.txt", content: storyText(1) }]));
  const { code, stdout } = await runCli(["parse", file], { env: { TMPDIR: "/proc/x" } });
  expect([code, stdout.includes("river crossing number 1")]).toEqual([0, true]);
});
