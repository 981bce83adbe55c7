import { expect, test } from "vitest";
import { readByline } from "../../../../importer/parse/phrases/read-byline.ts";

test.each([
  ["By Jane Doe", ["Jane Doe"], "labelled"],
  ["By Jane Doe and John Smith", ["Jane Doe", "John Smith"], "labelled"],
  ["Par Maëlle Kerdoncuff avec AFP", ["Maëlle Kerdoncuff"], "labelled"],
  ["Text: Friederike Amthor", ["Friederike Amthor"], "labelled"],
  ["بقلم: دعاء المصري", ["دعاء المصري"], "labelled"],
  ["מאת: הדס אורן", ["הדס אורן"], "labelled"],
  ["記者吳采盈／石埤報導", ["吳采盈"], "labelled"],
  ["文／黄佩珊", ["黄佩珊"], "labelled"],
  ["탁이든 기자", ["탁이든"], "labelled"],
  ["Corinne Vasquez, Staff Writer", ["Corinne Vasquez"], "titled"],
  ["Annick Beausoleil La Presse Canadienne", ["Annick Beausoleil"], "titled"],
  ["Ольга Таманская, Нижний Ветлуг", ["Ольга Таманская"], "placed"],
  ["لندن: نهى الطرابلسي", ["نهى الطرابلسي"], "placed"],
])("readByline() reads %j", (line, names, strength) => {
  const byline = readByline(line);
  expect([byline?.names, byline?.strength]).toEqual([names, strength]);
});

test("readByline() keeps the names as printed, and the place apart", () => {
  expect(readByline("By Jane Doe in Beirut")).toEqual({
    printed: "Jane Doe",
    names: ["Jane Doe"],
    place: "Beirut",
    strength: "labelled",
  });
});

test.each([
  "Classical music",
  "City library reopens",
  "By the end of the day",
  "Forty goats hold up ring road",
])("readByline() finds none in %j", (line) => {
  expect(readByline(line)).toBeUndefined();
});
