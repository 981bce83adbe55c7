import { expect, test } from "vitest";
import {
  articlePreview,
  embedPreview,
  figurePreview,
  imagePreview,
  infoSourcePreview,
  tablePreview,
} from "../../studio/previews.ts";
import { schemaTypesIn } from "../../studio/schema-types.ts";
import { sayInEnglish } from "../../schemas/to-sanity/say.ts";

const schemaTypes = schemaTypesIn(sayInEnglish);

test("an article's row names a status only where it is not the usual one", () => {
  const row = { headline: "Headline", sourceLine: "Reuters" };
  expect(articlePreview(sayInEnglish).prepare?.({ ...row, pubStatus: "usable" })).toMatchObject({
    subtitle: "Reuters",
  });
  expect(articlePreview(sayInEnglish).prepare?.({ ...row, pubStatus: "withheld" })).toMatchObject({
    subtitle: "Withheld · Reuters",
  });
});

test("an image's row falls back on its alternative text and its source", () => {
  expect(imagePreview.prepare?.({ altText: "A street", sourceName: "Reuters" })).toMatchObject({
    title: "A street",
    subtitle: "Reuters",
  });
});

test("a figure shows the caption that readers see there", () => {
  const image = { caption: "Image's own", creditLine: "AP" };
  expect(figurePreview.prepare?.({ ...image, captionHere: "Here" })).toMatchObject({
    title: "Here",
    subtitle: "AP",
  });
  expect(figurePreview.prepare?.(image)).toMatchObject({ title: "Image's own" });
});

test("an information source shows its role by title", () => {
  expect(infoSourcePreview(sayInEnglish).prepare?.({ asPrinted: "وكالات", role: "originator" })).toEqual({
    title: "وكالات",
    subtitle: "Originator",
  });
});

test("a source's row shows its kind by title", () => {
  const source = schemaTypes.find(({ name }) => name === "source");
  const prepare = source !== undefined && "preview" in source ? source.preview?.prepare : undefined;
  expect(prepare?.({ title: "Reuters", subtitle: "agency" })).toMatchObject({ subtitle: "News agency" });
});

test("a table shows its caption, else its first row, and how large it is", () => {
  const rows = [
    { _type: "tableRow", _key: "a", cells: ["Day", "Hours"] },
    { _type: "tableRow", _key: "b", cells: ["Mon"] },
  ];
  expect(tablePreview.prepare?.({ caption: "Opening hours", rows })).toMatchObject({
    title: "Opening hours",
  });
  expect(tablePreview.prepare?.({ rows })).toMatchObject({ title: "Day | Hours", subtitle: "2 × 2" });
  expect(tablePreview.prepare?.({})).toMatchObject({ subtitle: "0 × 0" });
});

test("an embed shows its words and where it leads, and no picture from there", () => {
  const at = { url: "https://video.example/1", provider: "Video" };
  expect(embedPreview.prepare?.({ ...at, title: "A film", text: "Boats" })).toMatchObject({
    title: "A film",
    subtitle: "Video · https://video.example/1",
  });
  expect(embedPreview.prepare?.(at)).toMatchObject({ title: at.url });
  expect(embedPreview.prepare?.(at)).not.toHaveProperty("imageUrl");
});

test("raised and lowered text has a look in the text editor", () => {
  const article = schemaTypes.find(({ name }) => name === "article");
  const block = /"decorators":(\[.*?\])/.exec(
    JSON.stringify(article, (_, value: unknown) => (typeof value === "function" ? "a component" : value)),
  );
  expect(JSON.parse(block?.[1] ?? "")).toMatchObject([
    { value: "strong" },
    { value: "em" },
    { value: "sub", icon: "a component", component: "a component" },
    { value: "sup", icon: "a component", component: "a component" },
  ]);
});
