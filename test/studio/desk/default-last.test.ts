import { expect, test } from "vitest";
import { defaultLast } from "../../../studio/desk/language/default-last.ts";

const [english, arabic] = [{ id: "en-US" }, { id: "ar" }];
const begun = (...preferred: string[]): string | undefined =>
  defaultLast([english, arabic], preferred).at(-1)?.id;

test("defaultLast() puts the browser's first language that there is last, where Studio begins", () => {
  expect(begun("ar-EG", "en")).toBe("ar");
  expect(begun("fr", "AR")).toBe("ar");
  expect(begun("en-GB", "ar")).toBe("en-US");
});

test("defaultLast() begins in English for those whose languages there are none of, and loses no language", () => {
  expect(begun("fr", "de")).toBe("en-US");
  expect(begun()).toBe("en-US");
  expect(defaultLast([english, arabic], [])).toHaveLength(2);
});
