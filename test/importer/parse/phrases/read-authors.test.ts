import { expect, test } from "vitest";
import { readAuthors } from "../../../../importer/parse/phrases/read-authors.ts";

const both = ["Ada Kern", "Tom Vale"];

test.each([
  ["links", '<a href="/1">Ada Kern</a>, <a href="/2">Tom Vale</a>', "Ada Kern, Tom Vale", both],
  [
    "escaped links",
    '&lt;a href="/1"&gt;Ada Kern&lt;/a&gt; and &lt;a href="/2"&gt;Tom Vale&lt;/a&gt;',
    "Ada Kern and Tom Vale",
    both,
  ],
  [
    "links with an ampersand",
    "<a href='/1'>Ada Kern</a> &amp; <a href='/2'>Tom Vale</a>",
    "Ada Kern & Tom Vale",
    both,
  ],
  [
    "a link after a name",
    "Ada Kern et <a href='mailto:tom@press.example'>Tom Vale</a>",
    "Ada Kern et Tom Vale",
    both,
  ],
  [
    "a link before an outlet",
    "By <a href='/1'>Ada Kern</a>, Harbour Daily",
    "Ada Kern, Harbour Daily",
    ["Ada Kern"],
  ],
  ["a list", "<ul><li>Ada Kern</li><li>Tom Vale</li></ul>", "Ada Kern, Tom Vale", both],
  ["lines", "By Ada Kern<br/>Tom Vale", "Ada Kern, Tom Vale", both],
  [
    "a title in a line of its own",
    "<b>Ada Kern</b><br>Harbour Reporter",
    "Ada Kern, Harbour Reporter",
    ["Ada Kern"],
  ],
  ["a title after a comma", "Ada Kern, Harbour Reporter", "Ada Kern, Harbour Reporter", ["Ada Kern"]],
  ["an agency after a comma", "Ada Kern, Associated Press", "Ada Kern, Associated Press", ["Ada Kern"]],
  ["names with a word between", "Ada Kern und Tom Vale", "Ada Kern und Tom Vale", both],
  ["names with semicolons", "Ada Kern; Tom Vale", "Ada Kern; Tom Vale", both],
  ["Chinese names", "何平、李雷", "何平、李雷", ["何平", "李雷"]],
  ["Arabic names", "أحمد علي ومحمد حسن", "أحمد علي ومحمد حسن", ["أحمد علي", "محمد حسن"]],
  ["an address as RSS has it", "news@press.example (Ada Kern)", "Ada Kern", ["Ada Kern"]],
  ["two of them", "a@press.example (Ada Kern), t@press.example (Tom Vale)", "Ada Kern, Tom Vale", both],
  ["an address in angle brackets", "Ada Kern <ada@press.example>", "Ada Kern", ["Ada Kern"]],
  ["an address in escaped ones", "Ada Kern &lt;ada@press.example&gt;", "Ada Kern", ["Ada Kern"]],
  ["an address and no name", "mailto:ada@press.example", undefined, []],
  ["nothing but markup", "<a href='/1'></a>&nbsp;", undefined, []],
  ["a name the other way round", "Kern, Ada", "Kern, Ada", ["Kern, Ada"]],
  ["a firm", "Marks &amp; Spencer", "Marks & Spencer", ["Marks & Spencer"]],
  ["a desk", "Harbour desk", "Harbour desk", ["Harbour desk"]],
  ["a no-break space", "Ada&nbsp;Kern", "Ada Kern", ["Ada Kern"]],
])("readAuthors() reads %s", (_, written, printed, names) => {
  expect(readAuthors(written)).toEqual({ ...(printed === undefined ? {} : { printed }), names });
});
