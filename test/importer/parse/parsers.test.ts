import { expect, test } from "vitest";
import { parserOf, parsersFor } from "../../../importer/parse/parsers.ts";

const page =
  '<html lang="en"><head><title>Ferry sails twice</title></head><body><h1>Ferry sails twice</h1><p>The ferry will sail twice a day, the company said.</p></body></html>';

test.each([
  ["a page", page, "html"],
  [
    "a page in one line with the names of columns in its programs",
    `${page}<script>push([1,"headline","body",{"a":"b,c"}])</script>`,
    "html",
  ],
  [
    "a page below a long comment",
    `<!-- ${"Saved from the archive of the harbour office. ".repeat(200)} -->\n${page}`,
    "html",
  ],
  ["a page without its outer elements", `<title>Ferry</title><h1>Ferry</h1><p>It sails.</p>`, "html"],
  ["a page with a table of stories", `${page.replace("<p>", "<p>id,headline,body</p><p>")}`, "html"],
  ["a document in one line", '<doc a="1"><x>"headline","body","date"</x></doc>', undefined],
  [
    "a table with markup in its cells",
    'id,headline,body\n1,Ferry,"<p>It sails.</p><p>Twice.</p><p>Daily.</p>"\n',
    "csv",
  ],
  [
    "lines of JSON with markup in them",
    '{"headline":"a","body":"<p>a</p><p>b</p><p>c</p>"}\n{"headline":"b"}\n',
    "ndjson",
  ],
  ["plain copy about a tag", "The <p> element\n\nA page holds paragraphs, the teacher said.\n", undefined],
])("parserOf() tells what %s is", (_, text, format) => {
  expect(parserOf({ text }, parsersFor())?.format).toBe(format);
});

test("parserOf() takes the word of a server for a page, but not for JSON", () => {
  const mediaType = "text/html";
  expect(parserOf({ text: "Ferry sails twice", mediaType }, parsersFor())?.format).toBe("html");
  const lines = '{"headline":"a","body":"b"}\n{"headline":"c","body":"d"}\n';
  expect(parserOf({ text: lines, mediaType }, parsersFor())?.format).toBe("ndjson");
});
