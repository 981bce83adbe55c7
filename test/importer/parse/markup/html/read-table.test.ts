import { expect, test } from "vitest";
import { htmlToBlocks } from "../../../../../importer/parse/markup/html/html-to-blocks.ts";
import { outline, page } from "../../../../support/outline.ts";

const long =
  "The harbour board voted on Monday to rebuild the eastern quay, which has been closed since March. ";

test.each<[name: string, html: string, expected: readonly string[]]>([
  [
    "cells that span columns and rows",
    `<table><tr><th>Day</th><th colspan="2">Hours</th></tr><tr><td rowspan="2">Mon</td><td>9</td><td>12</td></tr>
     <tr><td>13</td><td>18</td></tr></table>`,
    ["[table Day | Hours |  / Mon | 9 | 12 /  | 13 | 18]"],
  ],
  [
    "a cell that spans more columns than there are",
    `<table><tr><th colspan="1000">Hours</th></tr><tr><td>Mon</td><td>9</td></tr></table>`,
    ["[table Hours |  / Mon | 9]"],
  ],
  [
    "headings in cells, in a table with a head",
    `<table><tr><th><h3>Day</h3></th><th>Hours</th></tr><tr><td>Mon</td><td>9</td></tr></table>`,
    ["[table Day | Hours / Mon | 9]"],
  ],
  [
    "paragraphs in cells, as word processors write them",
    `<table><tr><td><p>Mon</p></td><td><p>9</p></td></tr><tr><td><p>Tue</p></td><td><p>10</p></td></tr></table>`,
    ["[table Mon | 9 / Tue | 10]"],
  ],
  [
    "what is struck out, raised and quoted in a cell",
    `<table><tr><th>A</th><th>B</th></tr><tr><td>10<sup>6</sup></td><td><del>1</del> <q>2</q></td></tr></table>`,
    ["[table A | B / 10⁶ | “2”]"],
  ],
  [
    "pictures and players after the table that has them in its cells",
    `<table><tr><th>A</th><th>B</th></tr><tr><td><img src="/a.jpg" alt="A"></td><td>1
     <iframe src="https://video.example/1"></iframe></td></tr></table>`,
    ["[table A | B /  | 1]", "[picture 0]", "[embed https://video.example/1]"],
  ],
])("htmlToBlocks() reads %s", (_, html, expected) => {
  expect(outline(html)).toEqual(expected);
});

test("htmlToBlocks() says whether a table has a row of headers", () => {
  const headOf = (html: string) =>
    htmlToBlocks(html, page).blocks.map((block) => block.kind === "table" && block.hasHeaderRow);
  const row = "<tr><td>a</td><td>b</td></tr>";
  expect(headOf(`<table><tr><th>A<th>B</tr>${row}</table>`)).toEqual([true]);
  expect(headOf(`<table><thead>${row}</thead>${row}</table>`)).toEqual([true]);
  expect(headOf(`<table><tr><th>A</th><td>b</td></tr>${row}</table>`)).toEqual([false]);
  expect(headOf(`<table>${row}${row}</table>`)).toEqual([false]);
});

test.each<[name: string, html: string, expected: readonly string[]]>([
  [
    "that lays out columns of text",
    `<table><tr><td>${long.repeat(5)}</td><td>Menu</td></tr><tr><td>A</td><td>B</td></tr></table>`,
    [`normal: ${long.repeat(5)}| Menu`, "normal: A | B"],
  ],
  ["of one column", `<table><tr><td>A.</td></tr><tr><td>B.</td></tr></table>`, ["normal: A.", "normal: B."]],
  [
    "around another one",
    `<table><tr><td><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td><td>C</td></tr></table>`,
    ["[table A | B / 1 | 2]", "normal: C"],
  ],
  [
    "that says so",
    `<table role="presentation"><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>`,
    ["normal: A | B", "normal: C | D"],
  ],
  [
    "of links",
    `<table><tr><td><a href="/1">One</a></td><td><a href="/2">Two</a></td></tr><tr><td><a href="/3">Three</a></td><td>x</td></tr></table>`,
    [
      "normal: [One](https://news.example/1) | [Two](https://news.example/2)",
      "normal: [Three](https://news.example/3) | x",
    ],
  ],
  [
    "with a caption all the same",
    `<table role="presentation"><caption>Hours</caption><tr><td>A</td><td>B</td></tr></table>`,
    ["normal: Hours", "normal: A | B"],
  ],
])("htmlToBlocks() unrolls a table %s", (_, html, expected) => {
  expect(outline(html)).toEqual(expected);
});
