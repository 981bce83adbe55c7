import { PortableText } from "@portabletext/react";
import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articleBySlug, bodyToHtml, type ArticlePage, type BodyOptions } from "../../queries/index.ts";
import { portableTextComponents } from "../../queries/portable-text/react/portable-text-components.tsx";
import { article, openNewsroom, type Newsroom } from "../support/open-newsroom.ts";

let newsroom: Newsroom;
let story: ArticlePage;

const options: BodyOptions = {
  language: "ar",
  imagesUrl: "/",
  sizes: "50vw",
  missingPicture: { text: "الصورة غير متاحة", language: "ar" },
};
const figure = (_key: string, image: string, more: object = {}) => ({
  _type: "figure",
  _key,
  image: { _type: "reference", _ref: image },
  ...more,
});
const row = (_key: string, ...cells: string[]) => ({ _type: "tableRow", _key, cells });

beforeAll(async () => {
  newsroom = await openNewsroom();
  const text = (value: string, ...marks: string[]) => ({ _type: "span", _key: value, text: value, marks });
  const block = (_key: string, children: object[], more: object = {}) => ({
    ...{ _type: "block", _key, style: "normal", children, markDefs: [] },
    ...more,
  });
  await newsroom.client.create(
    article("forms", {
      language: "ar",
      direction: "rtl",
      body: [
        block("p", [
          text("فقرة <b> "),
          text("قوية", "strong"),
          text("2", "sup"),
          text("مائل", "em"),
          text("3", "sub"),
        ]),
        block("h", [text("عنوان")], { style: "h2" }),
        block("q", [text("قول")], { style: "blockquote" }),
        block("l", [text("بند")], { listItem: "bullet", level: 1 }),
        block("a", [text("رابط", "m")], {
          markDefs: [{ _type: "link", _key: "m", href: "https://example.org/?a=1&b=2" }],
        }),
        figure("f", "newsimage-lead", {
          captions: [{ _type: "localizedText", _key: "en", language: "en", text: "A caption & more" }],
        }),
        figure("missing", "newsimage-missing"),
        {
          _type: "table",
          _key: "t",
          caption: "Hours",
          hasHeaderRow: true,
          rows: [row("r1", "يوم", "Day"), row("r2", "١", "<1>")],
        },
        { _type: "table", _key: "empty" },
        { _type: "embed", _key: "e", url: "https://video.example/1", text: "Boats\n\nقوارب" },
      ],
    }),
  );
  const found = await articleBySlug(newsroom.client, { slug: "forms" });
  if (!found) throw new Error("The story is not published");
  story = found;
});
afterAll(() => newsroom.close());

const asHtml = (): string => String(bodyToHtml(story.body, options));
const asReact = (): string =>
  renderToStaticMarkup(
    createElement(PortableText, {
      value: [...story.body],
      components: portableTextComponents(options),
      onMissingComponent: false,
    }),
  );

/** The elements of a text with their attributes and texts, whatever stands between them. */
function outlineOf(markup: string): unknown {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  const walk = (element: Element): unknown => {
    const attributes = [...element.attributes]
      .map(({ name, value }) => `${name.toLowerCase()}=${value}`)
      .sort();
    const text = [...element.childNodes]
      .flatMap((child) =>
        child.nodeType === 3 ? [(child.textContent ?? "").replace(/\s+/g, " ").trim()] : [],
      )
      .filter((part) => part !== "");
    return [element.tagName.toLowerCase(), attributes, text, [...element.children].map(walk)];
  };
  return walk(document.body);
}

test.each([
  ["HTML", asHtml],
  ["React", asReact],
])("%s has figures, tables, embeds and marks, each text in its own direction", (_, render) => {
  const { document } = parseHTML(`<!doctype html><html><body>${render()}</body></html>`);
  const of = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => [
      element.getAttribute("lang"),
      element.getAttribute("dir"),
      element.textContent?.trim(),
    ]);
  expect(of("figcaption span[lang]")).toEqual([
    ["en", "ltr", "A caption & more"],
    ["ar", "rtl", "صورة بلا ملف"],
  ]);
  expect(of("figcaption .credit bdi")).toEqual([[null, null, "REUTERS/A. Photographer"]]);
  expect(of("img")[0]?.slice(0, 2)).toEqual(["en", "ltr"]);
  expect(document.querySelector("img")?.getAttribute("sizes")).toBe("50vw");
  expect(of(".no-picture p")).toEqual([["ar", "rtl", "الصورة غير متاحة"]]);
  expect(document.querySelectorAll("table")).toHaveLength(1);
  expect(of("th bdi").map(([, , text]) => text)).toEqual(["يوم", "Day"]);
  expect(of("td bdi").map(([, , text]) => text)).toEqual(["١", "<1>"]);
  expect(of("aside blockquote p")).toEqual([
    [null, "auto", "Boats"],
    [null, "auto", "قوارب"],
  ]);
  expect(of("aside a")[0]?.[2]).toBe("https://video.example/1");
  expect(of("strong, sup, em, sub").map(([, , text]) => text)).toEqual(["قوية", "2", "مائل", "3"]);
  expect(document.querySelector('a[href="https://example.org/?a=1&b=2"]')).not.toBeNull();
});

test("HTML and React give the same elements with the same attributes", () => {
  expect(outlineOf(asReact())).toEqual(outlineOf(asHtml()));
});

test("a figure without a file is left out where nothing stands in its place", () => {
  const { missingPicture: _, ...plain } = options;
  expect(String(bodyToHtml(story.body, plain))).not.toContain("no-picture");
});
