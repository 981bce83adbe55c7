import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvParser, parseCsv } from "../../../../../importer/parse/formats/csv/csv-parser.ts";
import { csvRows, readCsv } from "../../../../../importer/parse/formats/csv/read-csv.ts";
import type { TableRow } from "../../../../../importer/parse/formats/csv/table-rows.ts";
import { readMapping } from "../../../../../importer/parse/mapping/read-mapping.ts";
import { fixture, problemsOf, storiesOf, wordsOf } from "../../mapping/formats.ts";

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

describe("stories in a table", () => {
  test("are read as a spreadsheet saves them: mark, semicolons, quotes and line ends within cells", () => {
    const stories = storiesOf(csvParser().parse(fixture("csv/excel.csv"), {}));
    expect(stories.map(({ headline }) => headline)).toEqual([
      "Nachtschule für Bäcker öffnet",
      "Nur ein Titel",
    ]);
    const [school] = stories;
    expect(school).toMatchObject({
      identity: { kind: "url", value: "https://hafenblatt.example/schule" },
      byline: "Ruth Amsel",
      language: "de",
      keywords: ["Bildung", "Hafen"],
    });
    expect(school && wordsOf(school)).toEqual([
      "Die Schule im alten Hafen hat am Sonntag eröffnet.",
      '"Endlich", sagte eine Nachbarin; vierzig kamen.',
    ]);
    expect(school?.publishedAt, "nobody says in which zone").toBe("2024-05-02");
  });

  test("are found by column names in Arabic, parted by tabs", () => {
    const [school, bare] = storiesOf(csvParser().parse(fixture("csv/sheet.tsv"), {}));
    expect(school).toMatchObject({
      headline: "افتتاح مدرسة ليلية للخبازين",
      byline: "سلمى نجم",
      publishedAt: "2024-05-02T20:00:00+03:00",
      infoSources: [{ printed: "بريد الميناء", role: "originator" }],
      language: "ar",
    });
    expect(bare?.headline).toBe('خبر "بلا" نص');
  });

  test("are found by a mapping, and a row with too many cells is a problem", () => {
    const mapping = readMapping(fixture("csv/archive.mapping.json"), "archive.mapping.json");
    const items = [...csvParser(mapping).parse(fixture("csv/archive.csv"), {})];
    const [quarry, withdrawn] = storiesOf(items);
    expect(quarry).toMatchObject({
      identity: { kind: "id", value: "7/1" },
      headline: "Quarry reopens, with conditions",
      pictures: [
        { file: "img/quarry.jpg", captions: [{ text: "The quarry in May." }], people: ["Ida Brandt"] },
      ],
      leadPicture: 0,
      control: { pubStatus: "usable" },
    });
    expect(quarry?.blocks.map((block) => (block.kind === "text" ? block.listItem : ""))).toEqual([
      undefined,
      "bullet",
      "bullet",
    ]);
    expect(withdrawn?.control).toEqual({ pubStatus: "canceled" });
    expect(problemsOf(items)).toEqual(["bad-record 3"]);
  });

  test("come out of a stream as they come out of a text", async () => {
    for (const path of ["csv/excel.csv", "csv/sheet.tsv"]) {
      const text = fixture(path);
      const fromStream = [];
      for await (const { line: _, ...item } of parseCsv(pieces(text, 5), undefined, {}))
        fromStream.push(item);
      expect(fromStream).toEqual([...csvParser().parse(text, {})]);
    }
  });

  test("that have no column with a known name are one problem each, and an empty table is one", () => {
    expect(problemsOf(csvParser().parse("colour,size\nblue,3\nred,4\n", {}))).toEqual([
      "unsupported-item",
      "unsupported-item",
    ]);
    expect(problemsOf(csvParser().parse("title,text\n", {}))).toEqual(["no-stories-in-input"]);
  });
});

describe("the rows of a table", () => {
  const cell = fc.string({ unit: "grapheme" }).map((text) => `${text.replaceAll("\r", "")}.`);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test("hold what was written, whatever it is, and wherever the stream is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell)),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.integer({ min: 1, max: 30 }),
        async (rows, delimiter, length) => {
          const text = [["a", "b"], ...rows].map((row) => row.map(quoted).join(delimiter)).join("\r\n");
          const read = [];
          for await (const row of readCsv(pieces(text, length))) read.push(row);
          expect(
            read.map((row) => (row.kind === "record" ? Object.values(row.record) : row.problem)),
          ).toEqual(rows);
          expect([...csvRows(text)]).toEqual(read);
        },
      ),
    );
  });

  test("around a stray quote are read, and a quote that is never closed costs its own row", async () => {
    const text = 'title;body\nA;"B" and C\nD;E "F"\nG;"never closed\nH;I\n';
    const read = [];
    for await (const row of readCsv(pieces(text, 4))) read.push(row);
    expect(read.flatMap((row) => (row.kind === "record" ? [row.record] : []))).toEqual([
      { title: "A", body: '"B" and C' },
      { title: "D", body: 'E "F"' },
      { title: "H", body: "I" },
    ]);
    expect(read.flatMap((row) => (row.kind === "problem" ? [row.problem.code] : []))).toEqual(["bad-record"]);
  });

  test.each([
    ["before cells in quotes", 'B,"two,y\nC,"three",z\nD,"four",w', ["bad-record 3", "C 4", "D 5"]],
    ["before cells without", 'B,"two,y\nC,three,z\nD,four,w', ["bad-record 3", "C 4", "D 5"]],
    ["in row after row", 'B,"two,y\nC,"three,z\nD,four,w', ["bad-record 3", "bad-record 4", "D 5"]],
    ["that holds lines of text", 'B,"two\nlines of\ntext,y', ["bad-record 5"]],
    ["that is closed around lines of text", 'B,"two\n\nlines of ""text""",y\nD,four,w', ["B 5", "D 6"]],
  ])("after a quote %s are read", async (_, rows, expected) => {
    const text = `title,text,link\nA,"one",x\n${rows}\n`;
    const told = (row: TableRow): string =>
      `${row.kind === "record" ? row.record["title"] : row.problem.code} ${row.line}`;
    const read = [];
    for await (const row of readCsv(pieces(text, 7))) read.push(told(row));
    expect(read).toEqual(["A 2", ...expected]);
    expect([...csvRows(text)].map(told).toSorted()).toEqual(read.toSorted());
  });

  test("of a stream that breaks are read until there, and its error is passed on", async () => {
    async function* broken(): AsyncGenerator<string> {
      yield "title,body\nA,B\n".padEnd(70_000, "C,D\n");
      throw new Error("the disk is gone");
    }
    const read = async (): Promise<void> => {
      for await (const row of readCsv(broken())) expect(row.kind).toBe("record");
    };
    await expect(read()).rejects.toThrow("the disk is gone");
  });

  test("may be left before their end", async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<string> {
      try {
        yield "title,body\n";
        for (;;) yield "A,B\n".repeat(1000);
      } finally {
        isClosed = true;
      }
    }
    for await (const row of readCsv(endless())) {
      expect(row.kind).toBe("record");
      break;
    }
    await expect.poll(() => isClosed).toBe(true);
  });
});

test.each([
  ["a file that is named so", "ref,name\n1,x", "a.csv", true],
  ["a file that is named so, of one column", "title\nx", "a.csv", false],
  ["three columns with names of ours", "title;body;date\nx;y;z", undefined, true],
  ["prose with commas", "The title, the text, and the date\nwere lost", undefined, false],
])("%s is told to be a table or not", (_, text, name, expected) => {
  expect(csvParser().recognises({ text, ...(name === undefined ? {} : { name }) })).toBe(expected);
});
