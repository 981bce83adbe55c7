import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { entryPathOf } from "../../../../importer/read/unpack/entry-path.ts";
import { buildTar, buildZip } from "./build-archives.ts";
import { bytesSource, collectUnpacked } from "./collect-unpacked.ts";

const good = { name: "good.txt", content: "A story" };
const goodName = (archive: string): string => `${archive}!good.txt`;

const escapes = [
  "../up.txt",
  "a/../../up.txt",
  "a/..",
  "..",
  "/etc/motd",
  "//server/share",
  "C:\\up.txt",
  "c:up.txt",
  "..\\up.txt",
  "a\\..\\..\\up.txt",
  "\\\\server\\share",
  "a\0.txt",
  "a\u001b[2J.txt",
  "./C:up.txt",
  "x".repeat(2000),
];

test.each(escapes)("the entry %j of a zip archive is refused, and the rest is read", async (name) => {
  const { files, problems } = await collectUnpacked(
    bytesSource("w.zip", buildZip([{ name, content: "Out" }, good])),
  );
  expect(files.map((file) => file.name)).toEqual([goodName("w.zip")]);
  expect(problems.map(({ code }) => code)).toEqual(["unsafe-path"]);
});

test.each(escapes.filter((name) => !name.includes("\0")))(
  "the entry %j of a tar archive is refused, and the rest is read",
  async (name) => {
    const tar = await buildTar([
      { header: { name, type: "file" }, content: "Out" },
      { header: { name: good.name }, content: good.content },
    ]);
    const { files, problems } = await collectUnpacked(bytesSource("w.tar", tar));
    expect(files.map((file) => file.name)).toEqual([goodName("w.tar")]);
    expect(problems.map(({ code }) => code)).toEqual(["unsafe-path"]);
  },
);

test("no path ever leads out of its archive", () => {
  const segment = fc.constantFrom("..", ".", "", "a", "C:", "\\", "\\..", "/", "ü", "\0", " ");
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 8 }),
      fc.constantFrom("/", "\\", ""),
      (segments, separator) => {
        const read = entryPathOf(segments.join(separator));
        if (read.kind === "unsafe") return;
        expect(read.path).not.toMatch(/^\/|^[a-z]:|\\|\p{Cc}|(?:^|\/)\.\.?(?:\/|$)|\/\/|^$/iu);
        expect(entryPathOf(read.path)).toEqual(read);
      },
    ),
  );
});

test("links and devices are passed over and counted", async () => {
  const tar = await buildTar([
    { header: { name: "l", type: "symlink", linkname: "/etc/passwd" } },
    { header: { name: "h", type: "link", linkname: "../../up" } },
    { header: { name: "d", type: "character-device" } },
    { header: { name: "p", type: "fifo" } },
    { header: { name: good.name }, content: good.content },
  ]);
  const fromTar = await collectUnpacked(bytesSource("w.tar", tar));
  expect(fromTar.files.map(({ name }) => name)).toEqual([goodName("w.tar")]);
  expect(fromTar.notes).toEqual(["Ignored: links or devices (4)"]);

  const zip = buildZip([{ name: "l", content: "/etc/passwd", symlink: true }, good]);
  const fromZip = await collectUnpacked(bytesSource("w.zip", zip));
  expect(fromZip.files.map(({ name }) => name)).toEqual([goodName("w.zip")]);
  expect(fromZip.notes).toEqual(["Ignored: links or devices (1)"]);
});

test("hidden files and what macOS packs along are passed over and counted", async () => {
  const zip = buildZip([
    { name: "__MACOSX/._good.txt", content: "?" },
    { name: ".DS_Store", content: "?" },
    good,
  ]);
  const { files, notes } = await collectUnpacked(bytesSource("w.zip", zip));
  expect(files.map(({ name }) => name)).toEqual([goodName("w.zip")]);
  expect(notes).toEqual(["Ignored: hidden files (2)"]);
});

test("of two entries with one path the first is read, and the second is a problem", async () => {
  const twice = [good, { name: "./good.txt", content: "Another" }];
  const zip = await collectUnpacked(bytesSource("w.zip", buildZip(twice)));
  const tar = await collectUnpacked(
    bytesSource("w.tar", await buildTar(twice.map(({ name, content }) => ({ header: { name }, content })))),
  );
  for (const { files, problems } of [zip, tar]) {
    expect(files.map(({ text }) => text)).toEqual([good.content]);
    expect(problems.map(({ code }) => code)).toEqual(["duplicate-entry"]);
  }
});

test("an encrypted entry and an unknown way of packing are problems of these entries alone", async () => {
  const zip = buildZip([
    { name: "secret.txt", content: "?", encrypted: true },
    { name: "odd.txt", content: "?", method: 98 },
    good,
  ]);
  const { files, problems } = await collectUnpacked(bytesSource("w.zip", zip));
  expect(files.map(({ name }) => name)).toEqual([goodName("w.zip")]);
  expect(problems.map(({ name, code }) => [name, code])).toEqual([
    ["w.zip!secret.txt", "encrypted-entry"],
    ["w.zip!odd.txt", "unsupported-archive"],
  ]);
});

const zeros = Buffer.alloc(20_000_000);
const tight = { maxRatio: 100, ratioFromBytes: 1_000_000 };

test("a compressed bomb is given up long before it is unpacked", async () => {
  const { files, problems } = await collectUnpacked(bytesSource("b.gz", gzipSync(zeros)), tight);
  expect(files).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(["archive-limit"]);
});

test("a bomb in a zip archive is given up, and the entry before it is read", async () => {
  const zip = buildZip([good, { name: "bomb.txt", content: zeros }]);
  const { files, problems } = await collectUnpacked(bytesSource("b.zip", zip), tight);
  expect(files.map(({ name }) => name)).toEqual([goodName("b.zip")]);
  expect(problems.map(({ code }) => code)).toEqual(["archive-limit"]);
});

test("entries that share their bytes are held against the size of the archive", async () => {
  const overlapping = overlap(buildZip([{ name: "00", content: "x".repeat(90_000) }]), 60);
  const { files, problems } = await collectUnpacked(bytesSource("b.zip", overlapping), {
    maxRatio: 400,
    ratioFromBytes: 1_000_000,
  });
  expect(files.length).toBeLessThan(60);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["archive-limit"]));
});

/** The archive with its one entry listed many times, under names of the same length, all leading to the same bytes. */
function overlap(zip: Buffer, times: number): Buffer {
  const start = zip.indexOf("PK\x01\x02");
  const end = zip.indexOf("PK\x05\x06");
  const entry = zip.subarray(start, end);
  const copies = Array.from({ length: times }, (_, index) => {
    const copy = Buffer.from(entry);
    copy.write(String(index).padStart(2, "0"), copy.length - 2);
    return copy;
  });
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(entry.length * times, 12);
  return Buffer.concat([zip.subarray(0, start), ...copies, tail]);
}

test("a zip entry that is longer than it says is given up", async () => {
  const zip = buildZip([{ name: "liar.txt", content: "x".repeat(5000), statedSize: 10 }, good]);
  const { files, problems } = await collectUnpacked(bytesSource("w.zip", zip));
  expect(files.map(({ name }) => name)).toEqual([goodName("w.zip")]);
  expect(problems.map(({ code }) => code)).toEqual(["damaged-archive"]);
});

test("archives in archives are read only so deep", async () => {
  const nested = [1, 2, 3].reduce(
    (inner) => buildZip([{ name: "in.zip", content: inner }]),
    buildZip([good]),
  );
  const deep = await collectUnpacked(bytesSource("w.zip", nested), { maxDepth: 4 });
  expect(deep.files.map(({ name }) => name)).toEqual(["w.zip!in.zip!in.zip!in.zip!good.txt"]);
  const tooDeep = await collectUnpacked(bytesSource("w.zip", nested), { maxDepth: 3 });
  expect(tooDeep.files).toEqual([]);
  expect(tooDeep.problems.map(({ code }) => code)).toEqual(["archive-limit"]);
});

test("an archive is read only up to so many entries, bytes of an entry and bytes in all", async () => {
  const zip = buildZip(["a", "b", "c"].map((name) => ({ name, content: "x".repeat(1000) })));
  const named = async (limits: Parameters<typeof collectUnpacked>[1]) => {
    const { files, problems } = await collectUnpacked(bytesSource("w.zip", zip), limits);
    return [files.map(({ fileName }) => fileName).join(""), ...new Set(problems.map(({ code }) => code))];
  };
  expect(await named({ maxEntries: 3, maxEntryBytes: 1000, maxTotalBytes: 3000 })).toEqual(["abc"]);
  expect(await named({ maxEntries: 2 })).toEqual(["ab", "archive-limit"]);
  expect(await named({ maxTotalBytes: 2500 })).toEqual(["ab", "archive-limit"]);
  expect(await named({ maxEntryBytes: 999 })).toEqual(["", "too-large"]);
});

test("an archive that is cut off is a problem, and what is whole is read", async () => {
  const noise = (seed: number) =>
    Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * at * seed + at * 7) % 251));
  const tar = await buildTar([
    { header: { name: good.name }, content: good.content },
    { header: { name: "cut.txt" }, content: noise(3) },
  ]);
  const zipped = gzipSync(tar);
  for (const bytes of [tar.subarray(0, 20_000), zipped.subarray(0, zipped.length - 100)]) {
    const { files, problems } = await collectUnpacked(bytesSource("w.tar.gz", bytes));
    expect(files.map(({ name }) => name)).toEqual([goodName("w.tar.gz")]);
    expect(problems.map(({ name, code }) => [name, code])).toEqual([
      ["w.tar.gz!cut.txt", "damaged-archive"],
      ["w.tar.gz", "damaged-archive"],
    ]);
  }
  const cutZip = await collectUnpacked(bytesSource("w.zip", buildZip([good]).subarray(0, 60)));
  expect(cutZip.files).toEqual([]);
  expect(cutZip.problems.map(({ code }) => code)).toEqual(["damaged-archive"]);
});

test("a zip entry whose checksum does not hold is a problem, and the rest is read", async () => {
  const zip = buildZip([{ name: "bad.txt", content: "Changed", crc32: 1 }, good]);
  const { files, problems } = await collectUnpacked(bytesSource("w.zip", zip));
  expect(files.map(({ name }) => name)).toEqual([goodName("w.zip")]);
  expect(problems.map(({ name, code }) => [name, code])).toEqual([["w.zip!bad.txt", "damaged-archive"]]);
});

test("office documents, books and other packers are problems with their own words", async () => {
  for (const name of ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"]) {
    const { files, problems } = await collectUnpacked(
      bytesSource("d.docx", buildZip([{ name, content: "" }, good])),
    );
    expect(files).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["binary-input"]);
  }
  const rar = await collectUnpacked(bytesSource("w.rar", Buffer.from("Rar!\x1a\x07\x01\0")));
  expect(rar.problems[0]?.message).toBe("The file is packed with RAR, which is not supported");
});

test("no bytes at all make unpacking throw or hang", async () => {
  const tar = await buildTar([{ header: { name: "a.txt" }, content: "A story" }]);
  const seeds = [tar, gzipSync(tar), buildZip([good, { name: "b.zip", content: buildZip([good]) }])];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(3000),
      async (seed, changes, cut) => {
        const bytes = Buffer.from(seed);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const source = bytesSource("w", bytes.subarray(0, Math.max(1, bytes.length - (cut % 200))));
        const { files, problems } = await collectUnpacked(source);
        expect(files.length + problems.length).toBeLessThan(10);
      },
    ),
    { numRuns: 150 },
  );
});

test("a source that cannot be read is a problem", async () => {
  const broken = {
    name: "x",
    async *open(): AsyncGenerator<Uint8Array> {
      throw Object.assign(new Error("EACCES: permission denied"), { syscall: "open" });
    },
  };
  const { problems } = await collectUnpacked(broken);
  expect(problems.map(({ code }) => code)).toEqual(["unreadable"]);
});
