import { expect, test } from "vitest";
import { isEndMark, withoutEndMark } from "../../../../importer/parse/phrases/end-mark.ts";

test.each([
  ...["(ends)", "ENDS", "—Ends—", "###", "-30-", "– 0 –", "انتهى", "«انتهى»", "（完）", "Enditem", "[FIN]"],
  ...["انتهای پیام", "انتهای پیام/۲۱", "Einde"],
])("isEndMark() knows %j", (text) => {
  expect(isEndMark(text)).toBe(true);
});

test.each(["30", "The end of the bridge", "#bridge", "* * *", "Endless", "0"])(
  "isEndMark() takes %j for something else",
  (text) => {
    expect(isEndMark(text)).toBe(false);
  },
);

test("withoutEndMark() takes the mark off a paragraph, and nothing else", () => {
  for (const mark of [" (ends)", "（完）", " Enditem", " ENDS", " ###", " (انتهى)"])
    expect(withoutEndMark(`The bridge is closed.${mark}`)).toBe("The bridge is closed.");
  for (const text of ["The bridge is closed.", "This is how it ends", "The river (left)", "Enditem"])
    expect(withoutEndMark(text)).toBe(text);
});
