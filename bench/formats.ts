/**
 * Measures how fast each format is read, from bytes to valid documents: in one thread, and with a second one for pages
 * from the start; compared with the bare cost of reading the files and decoding UTF-8. The stories are those of the
 * tests, each repeated many times with a different name and address.
 *
 * `npm run bench:formats -- 400`, or `-- 1500 html` for one of them
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseStory } from "../importer/parse/parse-story.ts";
import { parsersFor } from "../importer/parse/parsers.ts";
import { listInputs } from "../importer/read/list-inputs.ts";
import { openParsePool } from "../importer/read/parse-pool.ts";
import { readInput } from "../importer/read/read-input.ts";
import { readStories } from "../importer/read/read-stories.ts";
import { toDocuments } from "../importer/transform/to-documents.ts";

const files = Number(process.argv[2] ?? 400);
const only = process.argv[3];
const tests = join(import.meta.dirname, "../test");
const folder = await mkdtemp(join(tmpdir(), "copydesk-formats-"));
try {
  console.log("format        files   kB a file   bare read   one thread          with another");
  for (const { format, inputs } of await findFixtures()) {
    if (only === undefined || only === format) await measure(format, inputs);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Fixtures {
  readonly format: string;
  readonly inputs: readonly string[];
}

async function findFixtures(): Promise<Fixtures[]> {
  const formats = join(tests, "importer/parse/formats/fixtures");
  const structured = (await readdir(formats)).map(async (format) => ({
    format,
    inputs: (await readdir(join(formats, format)))
      .filter((name) => !/\.(?:expected|gold|mapping)\.\w+$|^broken/.test(name))
      .map((name) => join(formats, format, name)),
  }));
  const corpus = await readdir(join(tests, "corpus"), { recursive: true });
  const text = corpus.filter((name) => name.endsWith(".txt")).map((name) => join(tests, "corpus", name));
  return [{ format: "text", inputs: text }, ...(await Promise.all(structured))];
}

async function measure(format: string, inputs: readonly string[]): Promise<void> {
  const target = join(folder, format);
  await mkdir(target);
  let bytes = 0;
  for (let number = 0; number < files; number += 1) {
    const path = inputs[number % inputs.length] ?? "";
    const content = varied(await readFile(path, "utf8"), Math.floor(number / inputs.length));
    bytes += Buffer.byteLength(content);
    await writeFile(join(target, `${number}-${path.split("/").at(-1)}`), content);
  }
  const listed = (await listInputs([target])).inputs;
  const bare = await timed(async () => {
    const decoder = new TextDecoder();
    for (const input of listed) if (input.kind === "file") decoder.decode(readFileSync(input.path));
    return files;
  });
  const one = await timed(async () => {
    let stories = 0;
    const parsers = parsersFor();
    for (const input of listed) {
      for await (const read of readInput(input, { parsers })) {
        if (read.kind === "text" && toDocuments(read, parseStory(read)).kind === "wanted") stories += 1;
      }
    }
    return stories;
  });
  const threaded = await timed(async () => {
    let stories = 0;
    const pool = openParsePool({ parsingBeforeThreadsMs: 0, threads: 1 });
    for await (const read of readStories(listed, { pool })) {
      if (read.kind === "text" && toDocuments(read, parseStory(read)).kind === "wanted") stories += 1;
    }
    return stories;
  });
  const speed = ({ seconds, count }: Timed): string =>
    `${Math.round(count / seconds)}/s ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`.padEnd(20);
  console.log(
    `${format.padEnd(13)} ${String(files).padStart(5)} ${(bytes / files / 1000).toFixed(1).padStart(11)}   ` +
      `${(bytes / 1e6 / bare.seconds).toFixed(0).padStart(4)} MB/s   ${speed(one)}${speed(threaded)}`,
  );
}

/** The same story with a different name and address; unchanged if it has neither. */
function varied(text: string, number: number): string {
  if (number === 0) return text;
  return text
    .replaceAll(".example", `${number}.example`)
    .replace(/(?<=<h1[^>]*>|<title>|"headline":\s*"|^)(?=[\p{L}])/gmu, `${number} `);
}

interface Timed {
  readonly seconds: number;
  readonly count: number;
}

async function timed(act: () => Promise<number>): Promise<Timed> {
  const start = performance.now();
  const count = await act();
  return { seconds: (performance.now() - start) / 1000, count };
}
