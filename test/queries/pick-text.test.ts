import { expect, test } from "vitest";
import { pickText } from "../../queries/pick-text.ts";

const texts = [{ language: "en" }, { language: "ar-EG" }, { language: "ar" }];

test("pickText() prefers the very language", () => {
  expect(pickText(texts, "ar")).toEqual({ language: "ar" });
});

test("pickText() takes the same language of another region before any other", () => {
  expect(pickText(texts, "ar-LB")).toEqual({ language: "ar-EG" });
});

test("pickText() takes the first text when none is in the language", () => {
  expect(pickText(texts, "he")).toEqual({ language: "en" });
  expect(pickText([], "he")).toBeUndefined();
});
