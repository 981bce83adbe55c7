import { createReadStream } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sanityImport } from "@sanity/import";
import { expect, test } from "vitest";
import { openTestLake } from "../support/open-test-lake.ts";
import { runCli, runHere } from "../support/run-cli.ts";
import { storyText, temporaryFolder, temporaryStories } from "../support/temporary-stories.ts";

const esc = "\u001b[2J\u001b]0;owned\u0007";
const csi = "\u009b31m";
const rtl = "\u202etxt.exe";
/** All that a terminal obeys, but the end of a line and a tab. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const hostile = {
  [`a${esc}\n${csi}${rtl}.txt`]: `Bridge ${esc}opens ${csi}\n\nThe council met ${rtl} on Monday ${esc} and agreed.\n\nSource: Wire${csi}\n`,
  [`b${esc}.xml`]: `<invoice${esc}/>`,
  [`c${esc}.json`]: `{"uri": "u${csi}", "type": "text", "headline": ${JSON.stringify(`Run ${esc}`)}, "pubstatus": "x${csi}"}`,
};

test("no control character of an input reaches a terminal, in any output", { timeout: 120_000 }, async () => {
  const folder = temporaryStories(hostile);
  const data = temporaryFolder();
  const at = ["--data", data];
  const plan = join(temporaryFolder(), "plan.json");
  const outputs: [string, { stdout: string; stderr: string }][] = [];
  const run = async (...args: string[]): Promise<string> => {
    const result = await runHere(args);
    outputs.push([args.join(" "), result]);
    return result.stdout;
  };
  await run("parse", folder);
  await run("parse", "--flat", folder);
  await run("import", "--explain", folder);
  await run("import", "--dry-run", folder, ...at);
  await run("import", "--plan", plan, folder, ...at);
  outputs.push(["the plan", { stdout: await readFile(plan, "utf8"), stderr: "" }]);
  await run("plan", "show", plan);
  await run("import", "--json", folder, ...at);
  const [id = ""] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(await run("runs", ...at)) ?? [];
  await run("runs", "show", id, ...at);
  await run("undo", id, ...at);
  await run("import", `missing${esc}${csi}`, ...at);
  await run("import", folder, `--un${esc}known`);
  for (const [args, { stdout, stderr }] of outputs) {
    expect(
      controls
        .exec(stdout + stderr)?.[0]
        .codePointAt(0)
        ?.toString(16),
      args,
    ).toBeUndefined();
  }
  // What is read as data is what was written.
  const [, { stdout }] = outputs[0] ?? ["", { stdout: "" }];
  expect(JSON.parse(stdout.split("\n")[0] ?? "").input).toContain(esc);
});

test("failed stories with hostile names are kept, told of and tried again, and no file has a terminal obey them", async () => {
  const [data, name] = [temporaryFolder(), `wire${esc}\n${csi}${rtl}.txt`];
  const folder = temporaryStories({ [name]: new Uint8Array([0x41, 0xff, 0x41]) });
  const junit = join(data, "report.xml");
  const { code, stdout, stderr } = await runCli(["import", folder, "--data", data, "--junit", junit]);
  const [, run = ""] = /--retry ([0-9a-f-]{36})/.exec(stderr) ?? [];
  const kept = join(data, "dead-letters", run);
  const list = await readFile(join(kept, "failed.json"), "utf8");
  expect(code).toBe(4);
  for (const text of [stdout, stderr, list, await readFile(junit, "utf8")])
    expect(text).not.toMatch(controls);
  expect(JSON.parse(list)).toMatchObject([{ input: join(folder, name), relativePath: name }]);
  expect(await readFile(junit, "utf8")).toMatch(/name="[^"]*wire[^"]*&#10;&#155;31m&#8238;txt\.exe\.txt"/);

  await rm(join(folder, name));
  await writeFile(join(kept, `1-${name}`), storyText());
  const retried = await runCli(["import", "--retry", run, "--data", data]);
  expect([retried.code, retried.stderr + retried.stdout]).toEqual([0, expect.not.stringMatching(controls)]);
  expect(retried.stdout).toMatch(/\b1\s/);
});

test(
  "parse --flat prints each shared document once, and @sanity/import takes the file",
  { timeout: 60_000 },
  async () => {
    await using lake = await openTestLake();
    const story = (number: number): string =>
      `Council approves crossing number ${number}\n\nThe council voted on Thursday to build crossing number ${number} east of the bridge.\n\nSource: Reuters\n`;
    const folder = temporaryStories({ "a.txt": story(1), "b.txt": story(2), "c.txt": story(3) });
    const { code, stdout } = await runCli(["parse", "--flat", folder]);
    const ids = stdout
      .split("\n")
      .slice(0, -1)
      .map((line): string => JSON.parse(line)._id);
    expect([code, ids.length, new Set(ids).size]).toEqual([0, 4, 4]);
    const file = join(temporaryFolder(), "flat.ndjson");
    await writeFile(file, stdout);
    await sanityImport(createReadStream(file), { client: lake.client, operation: "create" });
    expect(await lake.client.fetch('count(*[_type in ["article", "source"]])')).toBe(4);
  },
);

test.each([
  ["parse", "seeds"],
  ["import", "seeds", "--data"],
])("a full disk at the other end of %s is one sentence and exit code 1", async (...command) => {
  const args = command.at(-1) === "--data" ? [...command, temporaryFolder()] : command;
  const junit = args[0] === "import" ? ["--junit", "/dev/full"] : [];
  const { code, stderr } = junit.length > 0 ? await runCli([...args, ...junit]) : await runToFull(args);
  expect([
    code,
    stderr.match(/Cannot write .*: the disk is full\n {2}Make room.*\n/)?.length,
    /\n\s+at /.test(stderr),
  ]).toEqual([1, 1, false]);
});

async function runToFull(args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const { openSync, closeSync } = await import("node:fs");
  const { spawn } = await import("node:child_process");
  const full = openSync("/dev/full", "w");
  try {
    const child = spawn(process.execPath, ["bin/copydesk.js", ...args], { stdio: ["ignore", full, "pipe"] });
    let stderr = "";
    child.stderr?.on("data", (text: Buffer) => (stderr += text.toString()));
    return await new Promise((resolve) => child.on("close", (code) => resolve({ code, stderr })));
  } finally {
    closeSync(full);
  }
}

test(
  "a report ends with the run's id, and gives the Studio address of each document",
  { timeout: 60_000 },
  async () => {
    await using lake = await openTestLake();
    const folder = temporaryStories({
      "a.txt": "Bridge opens\n\nThe council met on Monday and agreed on the plan.\n",
    });
    const { stdout } = await runHere(["import", folder, "--api", lake.url]);
    const id = await lake.client.fetch<string>('*[_type == "article"][0]._id');
    expect(stdout).toContain(`${lake.url}/studio/intent/edit/id=${id.replace("drafts.", "")};type=article/`);
    expect(stdout).toMatch(
      /\n\nRun ([0-9a-f-]{36})\n {2}See what it wrote: .*\n {2}Take it back: copydesk undo \1\n$/,
    );
  },
);
