import fc from "fast-check";
import { expect, test } from "vitest";
import { Html, html } from "../../queries/html/html.ts";

test("html`` escapes text so that it can neither open a tag nor leave an attribute", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const markup = String(html`<p title="${text}">${text}</p>`);
      expect(markup.slice('<p title="'.length, -"</p>".length)).not.toMatch(/[<']/);
      expect(markup.split('"')).toHaveLength(3);
      expect(unescape(markup)).toBe(`<p title="${text}">${text}</p>`);
    }),
  );
});

test("html`` puts in markup as it is, lists one after the other, and nothing for what is absent", () => {
  const items = ["a", "<b>"].map((text) => html`<i>${text}</i>`);
  expect(String(html`${items}${null}${undefined}${false}${0}`)).toBe("<i>a</i><i>&lt;b&gt;</i>0");
  expect(String(html`${new Html("<br>")}`)).toBe("<br>");
});

const unescape = (markup: string): string =>
  markup
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
