import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildWarc, buildWarcGz, buildWarcRecords, type WarcEntry } from "./build-archives.ts";
import { bytesSource, collectUnpacked } from "./collect-unpacked.ts";

const page = "<!doctype html><title>أخبار</title><p>Ferry back in service after eleven years</p>";
const url = "https://example.org/ferry";

const answer = (body: string | Buffer, fields: readonly string[] = [], status = "200 OK"): Buffer =>
  Buffer.concat([
    Buffer.from(
      [`HTTP/1.1 ${status}`, "Content-Type: text/html; charset=utf-8", ...fields, "", ""].join("\r\n"),
    ),
    Buffer.from(body),
  ]);

const response = (block: Buffer, more: Partial<WarcEntry> = {}): WarcEntry => ({
  type: "response",
  url,
  block,
  ...more,
});

const read = (entries: readonly WarcEntry[], pieceBytes?: number) =>
  collectUnpacked(bytesSource("c.warc", buildWarc(entries), pieceBytes));

test("a page comes out with its address, the time it was fetched, its type, its encoding and its language", async () => {
  const { files, captures } = await read([
    response(answer(page, ["content-language: ar, en"]), { url: `<${url}#top>` }),
  ]);
  expect(files).toEqual([{ name: `c.warc!${url}`, fileName: "ferry", text: page }]);
  expect(captures).toEqual([
    { url, capturedAt: "2024-03-05T06:07:08Z", mediaType: "text/html", charset: "utf-8", language: "ar" },
  ]);
});

test("a WET record comes out as plain text with the language that was found in it", async () => {
  const { files, captures } = await read([
    {
      type: "conversion",
      url,
      fields: { "Content-Type": "text/plain", "WARC-Identified-Content-Language": "fas,eng" },
      block: "خط کشتی پس از یازده سال",
    },
  ]);
  expect(files.map(({ text }) => text)).toEqual(["خط کشتی پس از یازده سال"]);
  expect(captures).toEqual([
    { url, capturedAt: "2024-03-05T06:07:08Z", mediaType: "text/plain", language: "fas" },
  ]);
});

const chunk = (body: Buffer, at: number): Buffer =>
  Buffer.concat(
    [body.subarray(0, at), body.subarray(at)].flatMap((part) => [
      Buffer.from(`${part.length.toString(16)};note=1\r\n`),
      part,
      Buffer.from("\r\n"),
    ]),
  );

test.each([
  ["gzip", gzipSync(page)],
  ["x-gzip", gzipSync(page)],
  ["deflate", deflateSync(page)],
  ["deflate", deflateRawSync(page)],
  ["br", brotliCompressSync(page)],
  ["zstd", zstdCompressSync(page)],
  ["identity", Buffer.from(page)],
])("a page that was sent as %s is decoded, also in chunks", async (encoding, body) => {
  const chunked = Buffer.concat([chunk(body, 5), Buffer.from("0\r\n\r\n")]);
  const { files, problems } = await read([
    response(answer(body, [`Content-Encoding: ${encoding}`])),
    response(answer(chunked, [`Content-Encoding: ${encoding}`, "Transfer-Encoding: chunked"])),
  ]);
  expect(problems).toEqual([]);
  expect(files.map(({ text }) => text)).toEqual([page, page]);
});

test.each(["gzip", "deflate", "br", "zstd"])(
  "a page that the crawler decoded already stays, though its fields still say %s and chunked",
  async (encoding) => {
    const { files } = await read([
      response(answer(page, [`Content-Encoding: ${encoding}`, "Transfer-Encoding: chunked"])),
    ]);
    expect(files.map(({ text }) => text)).toEqual([page]);
  },
);

test("records that are no stories are counted by their kind", async () => {
  const { files, notes } = await read([
    { type: "warcinfo", block: "software: none" },
    { type: "request", url, block: "GET /ferry HTTP/1.1\r\n\r\n" },
    response(answer(page)),
    { type: "metadata", url, block: "{}" },
    { type: "revisit", url, block: "HTTP/1.1 200 OK\r\n\r\n" },
    { type: "continuation", url, block: "?" },
    response(answer("Gone", [], "404 Not Found")),
    response(Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n?")),
    { type: "response", url: "dns:example.org", block: "192.0.2.1" },
    response(Buffer.from("20 text/gemini\r\n\r\n# Ferry")),
  ]);
  expect(files).toHaveLength(1);
  expect(notes).toEqual([
    "Ignored: 1 × continuation, 1 × metadata, 1 × request, 1 × response of another protocol, " +
      "1 × response that is not text, 1 × response with status 404, 1 × response without a web address, " +
      "1 × revisit, 1 × warcinfo",
  ]);
});

test("a resource comes out as the archive has it, if it is text with a web address", async () => {
  const resource = (more: Partial<WarcEntry>, type: string): WarcEntry => ({
    type: "resource",
    url,
    block: page,
    fields: { "Content-Type": type },
    ...more,
  });
  const { files, captures, notes } = await read([
    resource({}, "text/html; charset=utf-8"),
    resource({ block: "?" }, "image/png"),
    resource({ url: "urn:x-note" }, "text/plain"),
  ]);
  expect(files.map(({ name, text }) => [name, text])).toEqual([[`c.warc!${url}`, page]]);
  expect(captures).toMatchObject([{ url, mediaType: "text/html", charset: "utf-8" }]);
  expect(notes).toEqual(["Ignored: 1 × resource that is not text, 1 × resource without a web address"]);
});

/** An archive as a tool leaves it that writes line ends anew, and lengths not. */
const withLineFeeds = (entries: readonly WarcEntry[]): Buffer =>
  Buffer.from(buildWarc(entries).toString("utf8").replaceAll("\r\n", "\n"));

test.each([1, 7, 1000])(
  "an archive with LF as its line ends is read, %i bytes at a time",
  async (pieceBytes) => {
    const entries = [
      { type: "warcinfo", block: "software: none" },
      { type: "conversion", url, block: "Quay wall repaired\n\nThe quay wall was repaired on Monday." },
      response(answer(page), { url: "https://example.org/2" }),
      { type: "conversion", url: "https://example.org/3", block: "Lamp lit again" },
    ];
    const { files, problems, notes } = await collectUnpacked(
      bytesSource("c.warc", withLineFeeds(entries), pieceBytes),
    );
    expect(problems).toEqual([]);
    expect(files.map(({ text }) => text)).toEqual([
      "Quay wall repaired\n\nThe quay wall was repaired on Monday.",
      page,
      "Lamp lit again",
    ]);
    expect(notes).toEqual(["Ignored: 1 × warcinfo"]);
  },
);

test.each([-30, -1, 1, 30])(
  "a length that is off by %i costs nothing in an archive with LF, where it cannot be relied on",
  async (off) => {
    const text = "Quay wall repaired\n\nThe quay wall was repaired on Monday, after the tide fell";
    const entry = (name: string): WarcEntry => ({
      type: "conversion",
      url: `https://example.org/${name}`,
      block: text,
      statedLength: text.length + off,
    });
    const { files, problems } = await collectUnpacked(
      bytesSource("c.wet", withLineFeeds([entry("1"), entry("2")])),
    );
    expect(problems).toEqual([]);
    expect(files.map((file) => file.text.trimEnd())).toEqual([text, text]);
  },
);

test("an archive with LF that is cut off in a record is told to be", async () => {
  const whole = withLineFeeds([{ type: "conversion", url, block: "Quay wall repaired on Monday" }]);
  const { files, problems } = await collectUnpacked(bytesSource("c.wet", whole.subarray(0, -12)));
  expect(files).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(["damaged-archive"]);
});

test("compressed archives are read, whether each record is compressed or all together", async () => {
  const entries = [response(answer(page)), response(answer(page), { url: "https://example.org/2" })];
  for (const bytes of [buildWarcGz(entries), gzipSync(buildWarc(entries))]) {
    const { files } = await collectUnpacked(bytesSource("c.warc.gz", bytes, 11));
    expect(files.map(({ name }) => name)).toEqual([`c.warc.gz!${url}`, "c.warc.gz!https://example.org/2"]);
  }
});

test("a damaged record is a problem with its place, and the next one is read", async () => {
  const records = buildWarcRecords([
    response(answer(page), { url: "https://example.org/1" }),
    response(answer(page), { url: "https://example.org/2", statedLength: 20 }),
    response(answer(page), { url: "https://example.org/3" }),
  ]);
  const garbage = Buffer.from("WARC/1.0 and then nothing that makes sense\r\n\r\n");
  const { files, problems } = await collectUnpacked(
    bytesSource("c.warc", Buffer.concat([records[0] ?? garbage, garbage, ...records.slice(1)])),
  );
  expect(files.map(({ name }) => name)).toEqual([
    "c.warc!https://example.org/1",
    "c.warc!https://example.org/3",
  ]);
  expect(problems.map(({ name, code }) => [name, code])).toEqual([
    ["c.warc", "damaged-archive"],
    ["c.warc!https://example.org/2", "damaged-archive"],
  ]);
  expect(problems[0]?.message).toContain(`(record at byte ${records[0]?.length})`);
});

test("an archive that is cut off gives the records before, and a problem", async () => {
  const bytes = buildWarc([
    response(answer(page)),
    response(answer(page), { url: "https://example.org/cut" }),
  ]);
  for (const lost of [10, page.length + 40, page.length + 200]) {
    const { files, problems } = await collectUnpacked(
      bytesSource("c.warc", bytes.subarray(0, bytes.length - lost)),
    );
    expect(files).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(["damaged-archive"]);
  }
});

test("a page that was cut off, a page that is too long and a page whose bytes are damaged are problems", async () => {
  const { files, problems } = await collectUnpacked(
    bytesSource(
      "c.warc",
      buildWarc([
        response(answer(page), { fields: { "WARC-Truncated": "length" } }),
        response(answer("x".repeat(3000))),
        response(answer(gzipSync("x".repeat(3000)), ["Content-Encoding: gzip"])),
        response(answer(gzipSync(page).subarray(0, 40), ["Content-Encoding: gzip"])),
        response(answer(page, ["Content-Encoding: compress"])),
        response(answer(chunk(Buffer.from(page), 5).subarray(0, 60), ["Transfer-Encoding: chunked"])),
        response(answer(page), { url: "https://example.org/good" }),
      ]),
    ),
    { maxRecordBytes: 1000 },
  );
  expect(files.map(({ name }) => name)).toEqual(["c.warc!https://example.org/good"]);
  expect(problems.map(({ code }) => code)).toEqual([
    "damaged-archive",
    "too-large",
    "too-large",
    "damaged-archive",
    "damaged-archive",
    "damaged-archive",
  ]);
});

test("a record that holds an archive is not unpacked", async () => {
  const { files } = await read([{ type: "conversion", url, block: buildWarc([response(answer(page))]) }]);
  expect(files).toHaveLength(1);
  expect(files[0]?.text).toMatch(/^WARC\/1\.0/);
});

test("a damaged member of a compressed archive costs the records around it, and no other is changed", async () => {
  const texts = Array.from({ length: 300 }, (_, number) =>
    Array.from({ length: 300 }, (__, at) => ((at * 7919 + number * 104_729) % 99_991).toString(36)).join(" "),
  );
  const bytes = buildWarcGz(
    texts.map((block, number) => ({ type: "conversion", url: `https://example.org/${number}`, block })),
  );
  const damaged = Buffer.from(bytes);
  damaged.fill(0xff, 40_000, 40_100);
  const { files, problems } = await collectUnpacked(bytesSource("c.warc.gz", damaged));
  expect(problems.length).toBeGreaterThan(0);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["damaged-archive"]));
  expect(files.length).toBeGreaterThan(200);
  expect(files.at(-1)?.name).toBe("c.warc.gz!https://example.org/299");
  for (const { name, text } of files) expect(text).toBe(texts[Number(name.split("/").at(-1))]);
});

test("a damaged compressed file that is no web archive is never put together from its parts", async () => {
  const parts = ["One. ", "Two. ", "Three."].map((part) => gzipSync(part.repeat(2000)));
  parts[1]?.fill(0xff, 12, 30);
  const { files, problems } = await collectUnpacked(bytesSource("story.txt.gz", Buffer.concat(parts), 20));
  expect(files).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(["damaged-archive"]);
});
