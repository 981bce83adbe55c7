import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { openProgress, progressLine } from "../../cli/progress.ts";
import { safeTerminal } from "../../cli/safe-terminal.ts";
import type { Output } from "../../cli/terminal.ts";

function recorder(isTerminal: boolean): Output & { readonly written: string[] } {
  const written: string[] = [];
  return {
    isTerminal,
    gone: new AbortController().signal,
    written,
    write: (text) => {
      written.push(text);
      return Promise.resolve();
    },
  };
}

const progressAt = (done: number) =>
  ({ stage: "upsert", done, total: 400, input: "wire/story.txt" }) as const;

test("progressLine() tells how far, how fast and where", () => {
  expect(progressLine(progressAt(120), 2_000)).toBe(
    "Importing 120 of 400 stories, 60/s, 5 s left: wire/story.txt",
  );
});

test("progressLine() counts long waits in minutes, and no time at the very end", () => {
  expect(progressLine(progressAt(10), 10_000)).toContain(", 1/s, 7 min left:");
  expect(progressLine(progressAt(400), 10_000)).toContain(", 40/s: ");
});

test("progressLine() names no rate before there is one to speak of", () => {
  expect(progressLine(progressAt(1), 20)).toBe("Importing 1 of 400 stories: wire/story.txt");
});

test("progressLine() fits a terminal's line whatever the input is called", () => {
  expect(progressLine({ ...progressAt(1), input: "x".repeat(500) }, 20).length).toBeLessThan(80);
});

test("openProgress() renews one line on a terminal and takes it away at the end", async () => {
  const output = recorder(true);
  let now = 0;
  const progress = openProgress(output, () => now);
  progress.show(progressAt(1));
  now = 10;
  progress.show(progressAt(2));
  now = 200;
  progress.show(progressAt(3));
  await progress.end();
  expect(output.written).toEqual([
    "\r\u001b[2KImporting 1 of 400 stories: wire/story.txt",
    "\r\u001b[2KImporting 3 of 400 stories: wire/story.txt",
    "\r\u001b[2K",
  ]);
});

test("openProgress() writes a plain line now and then where there is no terminal", async () => {
  const output = recorder(false);
  let now = 0;
  const progress = openProgress(output, () => now);
  progress.show(progressAt(1));
  now = 6_000;
  progress.show(progressAt(300));
  await progress.end();
  expect(output.written).toEqual(["Importing 300 of 400 stories, 50/s, 2 s left: wire/story.txt\n"]);
});

test("openProgress() speaks of reading only until the first story is imported", async () => {
  const output = recorder(true);
  let now = 0;
  const progress = openProgress(output, () => now);
  for (const stage of ["read", "upsert", "read"] as const) {
    progress.show({ ...progressAt(1), stage });
    now += 1_000;
  }
  expect(output.written.map((line) => line.split(/[ K]/)[1])).toEqual(["Reading", "Importing"]);
});

test("no control character of an input's name reaches the line of a terminal, but what renews the line", async () => {
  const name = "wire/a\u001b[2J\u001b]0;owned\u0007\r\n\u009b31m\u202etxt.exe";
  const line = progressLine({ ...progressAt(1), input: name }, 20);
  expect(line).toBe("Importing 1 of 400 stories: wire/a␛[2J␛]0;owned␇␍␊<U+009B>31m<U+202E>txt.exe");
  const output = recorder(true);
  const { stderr } = safeTerminal({
    stderr: output,
    stdout: output,
    stdin: Readable.from([]),
    env: {},
    interrupt: new AbortController().signal,
  });
  const progress = openProgress(stderr, () => 0);
  progress.show({ ...progressAt(1), input: name });
  await progress.end();
  const clear = "\r\u001b[2K";
  expect(output.written).toEqual([`${clear}${line}`, clear]);
});
