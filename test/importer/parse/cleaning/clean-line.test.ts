import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../../../importer/parse/cleaning/clean-text.ts";
import { cleanLine, cleanLines, cleanName } from "../../../../importer/parse/cleaning/clean-line.ts";
import { isLong } from "../../../support/is-long.ts";
import { cpuMsOf } from "../../../support/cpu-time.ts";

test.each([
  ["references are decoded", "AT&amp;T&#8217;s caf&eacute; &#x201C;go&#x201d;", "AT&T’s café “go”"],
  [
    "references are decoded however often they were escaped",
    "AT&amp;amp;amp;T &amp;#8217; &#38;amp;",
    "AT&T ’ &",
  ],
  ["unknown references and ampersands stay", "R&D &nosuch; Q&A; a & b", "R&D &nosuch; Q&A; a & b"],
  ["tags go", "<b>Quay</b> <em class='x'>rebuilt</em>", "Quay rebuilt"],
  ["escaped tags go", "&lt;b&gt;Quay&lt;/b&gt; &amp;lt;i&amp;gt;rebuilt&amp;lt;/i&amp;gt;", "Quay rebuilt"],
  ["blocks and line breaks are spaces", "<p>Quay</p><p>rebuilt<br>now</p>", "Quay rebuilt now"],
  ["marks within a word do not split it", "Qu<b>ay</b>s<wbr>ide", "Quayside"],
  ["links side by side are apart", "<a href='1'>Ada Kern</a><a href='2'>Tom Vale</a>", "Ada Kern Tom Vale"],
  [
    "programs, styles and comments go",
    "Quay<script>if (a<b) x()</script><!-- no --> rebuilt",
    "Quay rebuilt",
  ],
  ["a tag that is cut off goes", 'Quay rebuilt <a href="https://harbour.exam', "Quay rebuilt"],
  ["CDATA within CDATA goes", "<![CDATA[Quay rebuilt]]>", "Quay rebuilt"],
  ["other programs' tags go", "<o:p></o:p>Quay <st1:place w:st='on'>rebuilt</st1:place>", "Quay rebuilt"],
  ["a tag that a headline is about stays", "How to use the <b> tag", "How to use the <b> tag"],
  ["so does an escaped one", "How to use the &lt;b&gt; tag", "How to use the <b> tag"],
  ["so does one in quotes", "What “<br/” and “<b>” do", "What “<br/” and “<b>” do"],
  [
    "signs that are no tags stay",
    "x<y and z>w, 5 < 6, <3, <ada@press.example>",
    "x<y and z>w, 5 < 6, <3, <ada@press.example>",
  ],
  ["white space is one space", " Quay \n\t  rebuilt ", "Quay rebuilt"],
  ["a no-break space stays", "« Oui » : 5&nbsp;ans", "« Oui » : 5\u00a0ans"],
  ["a run with a no-break space is one space", "Quay&nbsp; &nbsp;rebuilt&nbsp;", "Quay rebuilt"],
  ["invisible characters by reference go", "Unter&shy;nehmen&#8203;&zwnj; &#xFEFF;", "Unternehmen"],
  ["a joiner by reference stays where it matters", "می&zwnj;خواهم 👩&#8205;🚒", "می‌خواهم 👩‍🚒"],
  ["an invisible character hides no tag", "<\u00adb>Quay</b\u200b>", "Quay"],
  ["windows-1252 by number is read", "don&#146;t", "don’t"],
])("cleanLine(): %s", (_, written, cleaned) => {
  expect(cleanLine(written)).toBe(cleaned);
});

test.each(["", " ", "&nbsp;", "<br>", "<p> </p>", "\u200b", "&#8203;", '<img src="a.jpg">'])(
  "cleanLine() finds nothing in %j",
  (written) => expect(cleanLine(written)).toBeUndefined(),
);

test("cleanName() has plain spaces only", () => {
  expect(cleanName("Ada&nbsp;Kern")).toBe("Ada Kern");
});

test("cleanLines() keeps the lines of a text apart", () => {
  expect(cleanLines("By <b>Ada Kern</b><br>Harbour&nbsp;Reporter\n\n<p>Leeds</p>")).toEqual([
    "By Ada Kern",
    "Harbour\u00a0Reporter",
    "Leeds",
  ]);
});

const piece = fc.constantFrom(
  ..."& &amp; amp; lt; &lt; &gt; &#38; &#60; #62; &nbsp; &shy; &zwnj; < > / <b> </b> <p> <br> <a href='x'> </a> <!-- --> Kai ی ا ё 7 👩‍🚒 ' \" = \u00ad \u200b \u200d \u200f".split(
    " ",
  ),
  " ",
  "\u00a0",
  "\n",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary" }),
);
const runs = isLong ? 50_000 : 2_000;

describe("cleanLine()", () => {
  test("does nothing to a clean line, which has no end and no outer space", () => {
    fc.assert(
      fc.property(text, (written) => {
        const line = cleanLine(written);
        expect(cleanLine(line)).toBe(line);
        expect(line ?? "x").toMatch(/^\S(?:.*\S)?$/su);
        expect(line ?? "x").not.toMatch(/[\n\r\t]|\s\s/u);
      }),
      { numRuns: runs },
    );
  });

  test("keeps the words of a text in any markup and any number of layers, and their order", () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,5}$/u).map(cleanText);
    const around = fc.constantFrom(
      ["<p>", "</p>"],
      ["<b>", "</b> "],
      ["<a href='x'>", "</a>, "],
      ["", "<br>"],
      ["", " &amp; "],
    );
    const escape = (html: string): string =>
      html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&#39;");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, around), { minLength: 1 }), fc.nat(4), (words, layers) => {
        let html = words.map(([each, [before, after]]) => `${before}${each}${after}`).join("");
        for (let layer = 0; layer < layers; layer += 1) html = escape(html);
        expect(
          cleanLine(html)
            ?.split(/[ ,&]+/u)
            .filter(Boolean),
        ).toEqual(words.map(([each]) => each));
      }),
      { numRuns: runs / 2 },
    );
  });

  test("takes time linear in the text", () => {
    for (const each of [
      "&amp;",
      "&amp;lt;b&amp;gt;",
      "<",
      "<b>",
      '<a x="',
      "<!--",
      "<script>",
      "</b>",
      "<p>ا‌",
    ]) {
      const clean = (): void => void cleanLine(each.repeat(40_000));
      expect(cpuMsOf(clean), each).toBeLessThan(5_000);
    }
  });
});
