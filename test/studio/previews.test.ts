import { expect, test } from "vitest";
import { articlePreview, figurePreview, imagePreview, infoSourcePreview } from "../../studio/previews.ts";
import { schemaTypes } from "../../studio/schema-types.ts";

test("an article's row names a status only where it is not the usual one", () => {
  const row = { headline: "Headline", sourceLine: "Reuters" };
  expect(articlePreview.prepare?.({ ...row, pubStatus: "usable" })).toMatchObject({ subtitle: "Reuters" });
  expect(articlePreview.prepare?.({ ...row, pubStatus: "withheld" })).toMatchObject({
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
  expect(infoSourcePreview.prepare?.({ asPrinted: "وكالات", role: "originator" })).toEqual({
    title: "وكالات",
    subtitle: "Originator",
  });
});

test("a source's row shows its kind by title", () => {
  const source = schemaTypes.find(({ name }) => name === "source");
  const prepare = source !== undefined && "preview" in source ? source.preview?.prepare : undefined;
  expect(prepare?.({ title: "Reuters", subtitle: "agency" })).toMatchObject({ subtitle: "News agency" });
});
