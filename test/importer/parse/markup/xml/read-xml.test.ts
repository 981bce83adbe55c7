import fc from "fast-check";
import { expect, test } from "vitest";
import {
  attributeOf,
  childrenOf,
  placeOf,
  rawTextOf,
  textOf,
} from "../../../../../importer/parse/markup/xml/navigate.ts";
import { readXml } from "../../../../../importer/parse/markup/xml/read-xml.ts";
import { repairXml } from "../../../../../importer/parse/markup/xml/repair-xml.ts";
import { rootOf } from "../../../../../importer/parse/markup/xml/root-of.ts";
import { toHtml } from "../../../../../importer/parse/markup/xml/to-html.ts";

const readAll = (text: string, itemName = "item") => {
  const reads = [...readXml(text, ({ name }) => name === itemName)];
  return {
    items: reads.flatMap((read) => (read.kind === "item" ? [read.element] : [])),
    root: reads.flatMap((read) => (read.kind === "root" ? [read.element] : []))[0],
    faults: reads.flatMap((read) => (read.kind === "fault" ? [read.message] : [])),
  };
};

const itemTexts = (text: string) => readAll(text).items.map(rawTextOf);

test("readXml() hands out items in order, and keeps them out of the root", () => {
  const { items, root, faults } = readAll("<a><t>x</t><item>1</item><item>2</item></a>");
  expect(items.map(rawTextOf)).toEqual(["1", "2"]);
  expect(items.map(placeOf)).toEqual(["a/item", "a/item[2]"]);
  expect(childrenOf(root).map(({ name }) => name)).toEqual(["t"]);
  expect(faults).toEqual([]);
});

test("readXml() calls elements of known namespaces the same whatever their prefix", () => {
  const { items } = readAll(
    '<r xmlns:zz="http://purl.org/dc/elements/1.1/"><item><zz:creator xml:lang="ar">x</zz:creator></item></r>',
  );
  const [creator] = childrenOf(items[0]);
  expect(creator?.name).toBe("dc:creator");
  expect(attributeOf(creator, "xml:lang")).toBe("ar");
});

test.each([
  ["a bare ampersand", "R&D and Q&A; x & y", "R&D and Q&A; x & y"],
  ["an ampersand in CDATA", "<![CDATA[R&D &amp; <b>]]>", "R&D &amp; <b>"],
  ["HTML entities", "caf&eacute;&nbsp;&laquo;x&raquo; &amp;lt;", "café\u00A0«x» &lt;"],
  ["a windows-1252 reference", "it&#146;s", "it’s"],
  ["control characters", "a\u0001b\u001Fc&#8;d&#x1F;", "abcd"],
  ["a lone surrogate", "a\uD800b", "a\uFFFDb"],
  ["a less-than sign", "1 < 2 <3", "1 < 2 <3"],
  ["a comment with two hyphens", "a<!-- x -- y -->b", "ab"],
  ["an undeclared entity", "&bogus;", "&bogus;"],
  ["characters outside the basic plane", "😀𠮷", "😀𠮷"],
])("readXml() reads %s as it was meant", (_, written, meant) => {
  const { items, faults } = readAll(`<r><item>${written}</item></r>`);
  expect(items.map(rawTextOf)).toEqual([meant]);
  expect(faults).toEqual([]);
});

test.each([
  ["a byte-order mark", "\uFEFF<?xml version='1.0'?><r><item>x</item></r>"],
  ["blank lines before the declaration", "\n\n <?xml version='1.0' encoding='utf-8'?><r><item>x</item></r>"],
  ["a wrong encoding in the declaration", "<?xml version='1.0' encoding='latin-99 '?><r><item>x</item></r>"],
  ["an undeclared prefix", "<r><item><foo:bar>x</foo:bar></item></r>"],
  ["text after the root", "<r><item>x</item></r>\n-- \nsent by a robot"],
])("readXml() puts up with %s", (_, text) => {
  const { items, faults } = readAll(text);
  expect(items.map(textOf)).toEqual(["x"]);
  expect(faults).toEqual([]);
});

test("readXml() expands no entity that a DTD declares", () => {
  const layers = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">${layers.join("")}]><r><item>&l9;</item></r>`;
  expect(itemTexts(bomb)).toEqual(["&l9;"]);
});

test("readXml() loads nothing that a DTD names", () => {
  const text =
    '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]><r><item>&f;</item></r>';
  expect(itemTexts(text)).toEqual(["&f;"]);
});

test("readXml() stops at elements nested too deep, in time linear in the text", () => {
  const { items, faults } = readAll(`<r><item>1</item>${"<a>".repeat(1_000_000)}`);
  expect(items).toHaveLength(1);
  expect(faults).toEqual(["elements are nested more than 200 levels deep"]);
});

test("readXml() stops at an item with too many elements", () => {
  const { faults } = readAll(`<r><item>${"<a/>".repeat(200_001)}</item></r>`);
  expect(faults).toEqual(["one item has more than 200000 elements"]);
});

test("readXml() counts the elements of each item by itself", () => {
  const { items, faults } = readAll(`<r>${`<item>${"<a/>".repeat(50_000)}</item>`.repeat(6)}</r>`);
  expect(items).toHaveLength(6);
  expect(faults).toEqual([]);
});

test.each([
  ["openers of CDATA", "<![CDATA["],
  ["openers of comments", "<!--"],
  ["ampersands", "&"],
  ["less-than signs", "<"],
  ["quotation marks", '<a b="'],
])("readXml() gets through a million %s", (_, piece) => {
  const { root } = readAll(`<r>${piece.repeat(1_000_000)}`);
  expect(root?.name).toBe("r");
});

test("readXml() hands out what is complete of an input that is cut off, and says where it breaks", () => {
  const reads = [...readXml("<r>\n<item>1</item>\n<item>2</it", ({ name }) => name === "item")];
  expect(reads.filter(({ kind }) => kind === "item")).toHaveLength(1);
  expect(reads[1]).toMatchObject({ kind: "fault", line: 3 });
});

test("readXml() closes what an unescaped tag leaves open", () => {
  const { items, faults } = readAll("<r><item>one<br>two</item><item>3</item></r>");
  expect(items.map(toHtml)).toEqual(["one<br>two", "3"]);
  expect(faults).toHaveLength(1);
});

test("toHtml() writes void elements and attributes as HTML does, without namespaces", () => {
  const { items } = readAll(
    '<r><item xmlns:h="http://www.w3.org/1999/xhtml"><h:p class="a&quot;">x &lt; y<h:br/></h:p><h:i/></item></r>',
  );
  expect(items.map(toHtml)).toEqual(['<p class="a&quot;">x &lt; y<br></p><i></i>']);
});

test.each([
  ["<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'x'><nitf>", "nitf"],
  [`<!DOCTYPE r [${"<!ELEMENT a (b)> ".repeat(1000)}]><r>`, "r"],
  ["plain < text", undefined],
  ["{}", undefined],
])("rootOf() finds the root of %.30j", (head, name) => {
  expect(rootOf(head)?.name).toBe(name);
});

test("readXml() never throws, and repairs nothing twice", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    "</",
    "/>",
    "<item>",
    "</item>",
    "<r>",
    "&",
    ";",
    "&amp;",
    "&#0;",
    "&nbsp;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!DOCTYPE",
    "[",
    "]",
    '"',
    "'",
    "=",
    "x:y",
    "xmlns:a",
    " ",
    "\r",
    "\0",
    "\uD800",
    "ب",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      expect(() => readAll(text)).not.toThrow();
      expect(repairXml(repairXml(text))).toBe(repairXml(text));
    }),
    { numRuns: 500 },
  );
});
