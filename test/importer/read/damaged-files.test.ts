import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runImport } from "../../../importer/index.ts";
import { readMapping } from "../../../importer/parse/mapping/read-mapping.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { bytesOf, parseAll } from "../../support/parse-all.ts";
import { storyFolder } from "../../support/story-folder.ts";

const fixture = (name: string): string => join(import.meta.dirname, "fixtures", name);

/** The headline of each story of an input, with the codes of the problems that its bytes are the cause of. */
async function headlines(
  options: Omit<Parameters<typeof parseAll>[0], "inputs">,
  input = "-",
): Promise<string[]> {
  const parsed = await parseAll({ inputs: [input], ...options });
  return parsed.map(({ documents, problems }) => {
    const article = documents.find((document) => document._type === "article");
    const codes = problems
      .map(({ code }) => code)
      .filter((code) => code === "damaged-characters" || !article);
    return [article?.headline ?? "none", ...codes].join(" ");
  });
}

/** Text in UTF-8 with single bytes in it: `<E9>` is the byte 0xE9. */
const bytes = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(/(<[0-9A-F]{2}>)/)
      .map((part) =>
        /^<[0-9A-F]{2}>$/.test(part) ? Buffer.from(part.slice(1, 3), "hex") : Buffer.from(part),
      ),
  );

const prose = "The council met on Monday and agreed on the plan for the bridge over the river.";

const feeds = {
  "RSS with a Latin-1 byte": `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Wire</title>
    <item><title>One</title><link>https://wire.example/1</link><description>${prose}</description></item>
    <item><title>Two</title><link>https://wire.example/2</link><description>In the caf<E9>. ${prose}</description></item>
    <item><title>Three</title><link>https://wire.example/3</link><description>${prose} Third.</description></item>
    </channel></rss>`,
  "Atom with a NUL": `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
    <entry><id>tag:wire.example,2026:1</id><title>One</title><content type="text">${prose}</content></entry>
    <entry><id>tag:wire.example,2026:2</id><title>Two</title><content type="text">It was<00> ${prose}</content></entry>
    <entry><id>tag:wire.example,2026:3</id><title>Three</title><content type="text">${prose} Third.</content></entry></feed>`,
  "JSON Feed with a NUL and a bad byte": `{"version":"https://jsonfeed.org/version/1.1","title":"Wire — École","items":[
    {"id":"https://wire.example/1","title":"One","content_text":"${prose} Été à l’école, où l’élève a été."},
    {"id":"https://wire.example/2","title":"Two","content_text":"It w<00>as <E9>. ${prose}"},
    {"id":"https://wire.example/3","title":"Three","content_text":"${prose} Third."}]}`,
  "CSV with a bad byte": `title,text,link
One,"${prose} Été à l’école, où l’élève a été.",https://wire.example/1
Two,"In the caf<E9>. ${prose}",https://wire.example/2
Three,"${prose} Third.",https://wire.example/3`,
};

describe("the unit of failure is the record", () => {
  test.each(Object.entries(feeds))("%s", async (_, text) => {
    expect(await headlines({ stdin: bytesOf(bytes(text)) })).toEqual([
      "One",
      "Two damaged-characters",
      "Three",
    ]);
  });

  test("a NUL in an RSS feed costs no story", async () => {
    expect(await headlines({}, fixture("rss-nul.xml"))).toEqual([
      "Board votes to rebuild quay",
      "Ferries move west damaged-characters",
      "Footpath question",
    ]);
  });

  test("a wrong byte in a WordPress export costs no story, and the problem shows the place", async () => {
    expect(await headlines({}, fixture("wxr-bad-bytes.xml"))).toEqual([
      "First story",
      "Second story damaged-characters",
      "Third story",
    ]);
    const [, second] = await parseAll({ inputs: [fixture("wxr-bad-bytes.xml")] });
    const damage = second?.problems.find(({ code }) => code === "damaged-characters");
    expect(damage?.message).toContain('"caf\ufffd and"');
  });

  test("a table in an encoding that nobody can tell gives the rows that it does not matter for", async () => {
    const table = bytes(
      `title,text,link\nOne,${prose},https://wire.example/1\nCaf<E9>,${prose} <93>A<94>,https://wire.example/2\n`,
    );
    expect(await headlines({ stdin: bytesOf(table) })).toEqual(["One", "none unknown-encoding"]);
  });

  test("a line of NDJSON that is no UTF-8 costs that line, in a file as in a stream", async () => {
    const text = bytes(`{"title":"One","text":"${prose}"}\n{"title":"Two","text":"In the caf<E9>. ${prose}"}
{"title":"Three","text":"${prose} Third."}`);
    await using folder = await storyFolder({ "a.ndjson": text });
    const expected = ["One", "none bad-record", "Three"];
    expect(await headlines({ stdin: bytesOf(text) })).toEqual(expected);
    expect(await headlines({}, folder.path)).toEqual(expected);
  });

  test("what a disk has filled a file up with is no loss", async () => {
    const feed = feeds["RSS with a Latin-1 byte"].replace("<E9>", "é") + "<00>".repeat(3);
    expect(await headlines({ stdin: bytesOf(bytes(feed)) })).toEqual(["One", "Two", "Three"]);
  });

  test("a story that has lost more than some characters fails alone", async () => {
    const text = feeds["RSS with a Latin-1 byte"].replace("caf<E9>", "<81><8D><8F><90><9D><81>");
    expect(await headlines({ stdin: bytesOf(bytes(text)) })).toEqual([
      "One",
      "none unknown-encoding",
      "Three",
    ]);
  });
});

describe("what a file cannot say, the operator can", () => {
  const excel = fixture("csv-excel-cp1252.csv");
  const told = ["Café schließt – „für immer“"];

  test("by an encoding, or by one in a mapping", async () => {
    expect(await headlines({}, excel)).toEqual(["none unknown-encoding"]);
    expect(await headlines({ encoding: "windows-1252" }, excel)).toEqual(told);
    const mapping = readMapping(
      "fields: { headline: title, body: text, url: link }\nencoding: cp1252",
      "excel.yaml",
    );
    expect(await headlines({ mapping }, excel)).toEqual(told);
    expect(await headlines({ mapping, encoding: "macintosh" }, excel)).not.toEqual(told);
  });

  test.each([
    ["UTF-8, which shows itself", Buffer.from(`Élan\n\n${prose}`), "windows-1251", "Élan"],
    ["a byte-order mark", Buffer.from(`\ufeffÉlan\n\n${prose}`, "utf16le"), "windows-1251", "Élan"],
    [
      "UTF-16 without a mark",
      Buffer.from(`速報です今日の\n\n${prose}`, "utf16le"),
      "utf-16le",
      "速報です今日の",
    ],
    ["a legacy encoding", bytes(`<C9>lan\n\n${prose}`), "latin1", "Élan"],
  ])("%s", async (_, content, encoding, headline) => {
    expect(await headlines({ stdin: bytesOf(content), encoding })).toEqual([headline]);
  });

  test("a mapping with an encoding that there is not is refused", () => {
    expect(() => readMapping("fields: { headline: title }\nencoding: ebcdic", "a.yaml")).toThrow(
      /expected an encoding, such as windows-1252/,
    );
  });

  test("an import under another encoding reads the same file again", async () => {
    await using lake = await openTestLake();
    await using folder = await storyFolder({ "a.csv": readFileSync(excel) });
    const run = (encoding: string) => runImport({ inputs: [folder.path], client: lake.client, encoding });
    expect((await run("macintosh")).counts).toMatchObject({ created: 1 });
    expect((await run("windows-1252")).counts).toMatchObject({ updated: 1 });
    expect(await lake.client.fetch('*[_type == "article"][0].headline')).toBe(told[0]);
  });
});
