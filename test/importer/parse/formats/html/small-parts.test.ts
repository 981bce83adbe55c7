import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalAddress } from "../../../../../importer/parse/addresses/canonical-address.ts";
import { parseLooseJson } from "../../../../../importer/parse/formats/html/parse-loose-json.ts";
import { recognisesHtml } from "../../../../../importer/parse/markup/html/recognises-html.ts";
import { bylineIn, splitNames } from "../../../../../importer/parse/phrases/split-names.ts";
import { readCaption } from "../../../../../importer/parse/pictures/read-caption.ts";

describe("the parts that read HTML", () => {
  test.each([
    ["https://News.Example:443/a/b/?utm_source=x&b=2&fbclid=1&a=1#top", "https://news.example/a/b?a=1&b=2"],
    ["http://user:pass@news.example//a///b/", "http://news.example/a/b"],
    ["https://news.example", "https://news.example/"],
    ["https://news.example/خبر?id=7", "https://news.example/%D8%AE%D8%A8%D8%B1?id=7"],
  ])("canonicalAddress() brings %s into its one form", (written, expected) => {
    expect(canonicalAddress(written)).toBe(expected);
  });

  test("canonicalAddress() changes nothing of its own results, and gives only web addresses", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const once = canonicalAddress(url);
        expect(once === undefined ? undefined : canonicalAddress(once)).toBe(once);
      }),
    );
    for (const other of ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "//", "a/b", ""]) {
      expect(canonicalAddress(other)).toBeUndefined();
    }
  });

  test.each([
    ['<!-- x --><?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD"><html>', "story.txt", true],
    ["\n<HTML><BODY>text", "", true],
    ["<p>one</p><p>two</p><p>three</p>", "", true],
    ["<p>one", "story.html", true],
    ["<p>one", "story.txt", false],
    [
      '<?xml version="1.0"?><rss version="2.0"><channel><description>&lt;p&gt;</description>',
      "a.html",
      false,
    ],
    ["<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf><body><p>a</p><p>b</p><p>c</p></body></nitf>", "", false],
    ["Ferry waits\n\nThe <b>ferry</b> waits, says <a href='x'>she</a>.", "story.txt", false],
    ["<!---->".repeat(580), "", false],
  ])("recognisesHtml() tells what %s in %j is", (text, name, expected) => {
    expect(recognisesHtml(text, name)).toBe(expected);
  });

  test.each([
    ['<!-- {"a": 1,} -->', { a: 1 }],
    ['// x\n{"a": [1, 2,], /* y */ "b": "1, }",};', { a: [1, 2], b: "1, }" }],
    ['//<![CDATA[\n{"a": "line\nbreak\\" // no comment"}\n//]]>', { a: 'line\nbreak" // no comment' }],
    ["{a: 1}", undefined],
    ["", undefined],
  ])("parseLooseJson() of %j", (text, expected) => {
    expect(parseLooseJson(text)).toEqual(expected);
  });

  test("parseLooseJson() gives what JSON.parse() gives, where that gives anything", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseLooseJson(text)).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseLooseJson(text)));
  });

  test.each([
    ["A hall in Rome (Reuters)", "A hall in Rome", "Reuters"],
    ["The mayor and his deputy (left)", "The mayor and his deputy (left)", undefined],
    ["The new hall. The Ledger/Ana Whitlock", "The new hall.", "The Ledger/Ana Whitlock"],
    ["Водяная мельница. Фото автора", "Водяная мельница.", "Фото автора"],
    ["Il campanile (foto Neri)", "Il campanile", "Neri"],
    ["小火車在舊站試車。 記者許文強／攝影", "小火車在舊站試車。", "記者許文強／攝影"],
    ["المنارة مساء الافتتاح (رويترز)", "المنارة مساء الافتتاح", "رويترز"],
  ])("readCaption() parts %s", (written, text, creditLine) => {
    const facts = readCaption(written);
    expect([facts.text, facts.creditLine]).toEqual([text, creditLine]);
  });

  test.each([
    [
      "By Jane Doe and John Roe in Beirut | 3 May 2026",
      "Jane Doe and John Roe in Beirut",
      ["Jane Doe", "John Roe"],
    ],
    ["بقلم: سلمى الحاج ويوسف بدران", "سلمى الحاج ويوسف بدران", ["سلمى الحاج", "يوسف بدران"]],
    ["Текст: Анна Зорина", "Анна Зорина", ["Анна Зорина"]],
    ["מאת: רוני דגן, 3 במאי", "רוני דגן", ["רוני דגן"]],
    ["Von Jonas Brandl", "Jonas Brandl", ["Jonas Brandl"]],
  ])("bylineIn() and splitNames() of %s", (written, printed, names) => {
    expect(bylineIn(written)).toBe(printed);
    expect(splitNames(printed)).toEqual(names);
  });
});
