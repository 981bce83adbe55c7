import { expect, test } from "vitest";
import { outletOf } from "../../../importer/outlets/outlet-of.ts";

test.each([
  ["a story's address", { address: "https://www.example.org/a", place: "wire/a.txt" }, "example.org"],
  ["its folder", { place: "Daily Post/a.txt", root: "/data/wires" }, "daily-post"],
  ["the imported folder", { place: "a.txt", root: "/data/wires/Daily Post" }, "daily-post"],
  ["a folder above days", { place: "daily/2024/03/04/a.txt", root: "/data" }, "daily"],
  ["a folder above the imported day", { place: "a.txt", root: "/data/daily/2024-03-04" }, "daily"],
  ["a folder with its day", { place: "daily-2024-03-04/a.txt", root: "/data" }, "daily"],
  ["a folder with a number of its own", { place: "channel4/a.txt", root: "/data" }, "channel4"],
  ["an archive", { place: "daily.zip!a.txt", root: "/data" }, "daily"],
  ["a folder in an archive", { place: "all.tar.gz!daily/a.txt", root: "/data" }, "daily"],
  ["a folder around a packed story", { place: "daily/a.txt.gz!a.txt", root: "/data" }, "daily"],
  ["a folder in another script", { place: "أخبار/a.txt", root: "/data" }, "akhbar"],
  ["nothing", { place: undefined }, undefined],
])("outletOf() tells the outlet by %s", (_, signs, key) => {
  expect(outletOf(signs)?.key).toBe(key);
});

test("outletOf() gives a name that people know beside the key", () => {
  expect(outletOf({ place: "Daily Post/a.txt" })).toEqual({ key: "daily-post", name: "Daily Post" });
});
