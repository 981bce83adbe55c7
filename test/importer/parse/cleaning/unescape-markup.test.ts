import { expect, test } from "vitest";
import { isMarkup, unescapeMarkup } from "../../../../importer/parse/cleaning/unescape-markup.ts";

const escape = (html: string): string =>
  html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&#34;");
const sentence = "The harbour board voted on Monday to rebuild the eastern quay.";
const story = `<p>${sentence}</p><p>Read <a href="https://harbour.example/plan?a=1&amp;b=2">the plan</a> here.</p>`;

test.each([
  ["once too often", escape(story)],
  ["twice too often", escape(escape(story))],
  ["three times too often", escape(escape(escape(story)))],
])("unescapeMarkup() finds the HTML that was escaped %s", (_, html) => {
  expect(unescapeMarkup(html)).toBe(story);
});

test.each([
  ["in an element around it", `<div>${escape(story)}</div>`],
  [
    "in paragraphs of its own",
    `<p>${escape(`<p>${sentence}</p>`)}</p>\n<p>${escape(`<p>${sentence}</p>`)}</p>`,
  ],
  ["after a line of plain text", escape(`${sentence} <p>${sentence}</p><p>${sentence}</p>`)],
  ["that is short", escape("<p>Closed.</p>")],
  ["that has breaks only", escape(`${sentence}<br/><br/>${sentence}<br>\n<br>${sentence}`)],
])("unescapeMarkup() finds escaped HTML %s", (_, html) => {
  expect(unescapeMarkup(html)).not.toMatch(/&lt;|&gt;/);
});

test.each([
  ["HTML that is not escaped", story],
  [
    "prose that mentions tags",
    "<p>Wrap the text in &lt;p&gt; and &lt;/p&gt; tags to make a paragraph of it.</p>",
  ],
  [
    "prose with examples",
    "Write &lt;b&gt;bold&lt;/b&gt; for bold text and &lt;i&gt;this&lt;/i&gt; for italics, says the guide.",
  ],
  [
    "prose about line breaks",
    "The tag &lt;br&gt; ends a line, and &lt;br/&gt; does too, as authors learn in the first week.",
  ],
  [
    "prose about escaping",
    "<p>To show a bracket, write &amp;lt; and for an ampersand &amp;amp;amp; in the source.</p>",
  ],
  ["shown code", `<p>Use:</p><pre>${escape(story)}</pre>`],
  [
    "an article about code",
    `<p>${sentence}</p><p>${sentence}</p><p>Begin with &lt;h1&gt;.</p><code>${escape(story)}</code>`,
  ],
  ["comparisons", "5 &lt; 6 and 7 &gt; 6, I &lt;3 the quay"],
])("unescapeMarkup() leaves %s alone", (_, html) => {
  expect(unescapeMarkup(html)).toBe(html);
});

test("isMarkup() knows the HTML of a field for plain text from prose", () => {
  expect(isMarkup(story)).toBe(true);
  expect(isMarkup(sentence)).toBe(false);
  expect(isMarkup("The <p> tag begins a paragraph, and </p> ends it.")).toBe(false);
});
