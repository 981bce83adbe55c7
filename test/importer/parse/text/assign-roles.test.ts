import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutTags } from "../../../../importer/parse/cleaning/without-tags.ts";
import { cleanText } from "../../../../importer/parse/cleaning/clean-text.ts";
import { assignRoles } from "../../../../importer/parse/text/assign-roles.ts";
import { groupLines, type RoledLine } from "../../../../importer/parse/text/lines.ts";

const roled = (text: string): RoledLine[] => assignRoles(groupLines(text));
const rolesOf = (...lines: string[]): string[] => roled(lines.join("\n")).map(({ role }) => role);

const paragraph =
  "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.";

test("assignRoles() gives every line that is not blank exactly one role, whatever the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "",
      " ",
      "(رويترز)",
      "Photo: Jane Doe",
      "REUTERS/Jane Doe",
      "Source: Reuters",
      "المصدر : الجزيرة",
      "الهدنة خدعة",
      "By Jane Doe",
      "صورة للمدينة (الجزيرة)",
      paragraph,
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("\n");
      const lines = roled(text);
      const visible = text
        .split("\n")
        .map((line, index) => ({ number: index + 1, text: withoutTags(cleanText(line)).trim() }))
        .filter((line) => /[^\s\p{Cc}\p{Cf}]/u.test(line.text));
      expect(lines.map(({ number, text }) => ({ number, text }))).toEqual(visible);
    }),
  );
});

test("assignRoles() takes the lines of a dense text, without blank lines, for paragraphs", () => {
  expect(rolesOf("Bridge closed", paragraph, "Traffic will take the ferry.", `Shops ${paragraph}`)).toEqual([
    "headline",
    "paragraph",
    "paragraph",
    "paragraph",
  ]);
});

test("assignRoles() keeps a paragraph that stands twice between blank lines as two", () => {
  expect(rolesOf("Bridge closed", "", paragraph, "", paragraph)).toEqual([
    "headline",
    "paragraph",
    "paragraph",
  ]);
});

test("assignRoles() tells a sub-heading from a caption by the credit", () => {
  expect(rolesOf("Bridge closed", "", paragraph, "", "A year of dust", paragraph)).toContain("subheading");
  expect(rolesOf("Bridge closed", "", paragraph, "", "A year of dust (Reuters)", "", paragraph)).toContain(
    "imageCaption",
  );
});

test("assignRoles() takes a short line under the headline for the sub-headline", () => {
  expect(rolesOf("Bridge closed", "Repairs take a year", "", paragraph)).toEqual([
    "headline",
    "subHeadline",
    "paragraph",
  ]);
});

test("assignRoles() puts a credit on a line of its own to the picture above it", () => {
  const lines = roled(
    ["Bridge closed", "", "Workers on the bridge", "Photo: Jane Doe/AP", "", paragraph].join("\n"),
  );
  expect(lines.slice(1, 3)).toMatchObject([
    { role: "imageCaption", picture: 0 },
    { role: "imageCredit", picture: 0 },
  ]);
});

test("assignRoles() puts a caption below its label to the picture above it, if there is one", () => {
  const label = ["Image caption:", "The bridge on Monday"];
  const below = (...lines: string[]) =>
    roled(["Bridge closed", "", paragraph, "", ...lines, ...label, "", paragraph].join("\n"))
      .filter(({ role }) => role === "imageCaption")
      .map(({ rule, picture }) => [rule, picture]);
  expect(below("Workers on the bridge (Reuters)")).toEqual([
    ["ends-with-credit", 0],
    ["below-caption-label", 0],
  ]);
  expect(below()).toEqual([["below-caption-label", 0]]);
});

test("assignRoles() takes the foreign line of two for the alternative text, in either order", () => {
  const arabic = "عمال فوق الجسر صباح الاثنين (رويترز)";
  const english = "Workers stand on the bridge in Cairo, Egypt, March 4, 2024. REUTERS/Jane Doe";
  const text = "أعلن الوزير أن الجسر سيغلق مدة عام كامل لإجراء أعمال الصيانة فيه.";
  expect(rolesOf("إغلاق الجسر", "", english, arabic, "", text)).toEqual([
    "headline",
    "imageAlt",
    "imageCaption",
    "paragraph",
  ]);
  expect(rolesOf("إغلاق الجسر", "", arabic, english, "", text)).toEqual([
    "headline",
    "imageCaption",
    "imageAlt",
    "paragraph",
  ]);
});

test("assignRoles() joins a foreign alternative text and its caption over a blank line", () => {
  const lines = roled(
    [
      "إغلاق الجسر",
      "Workers stand on the bridge in Cairo, Egypt, March 4, 2024. REUTERS/Jane Doe",
      "عمال فوق الجسر صباح الاثنين (رويترز)",
      "أعلن الوزير أن الجسر سيغلق مدة عام كامل لإجراء أعمال الصيانة فيه.",
    ].join("\n\n"),
  );
  expect(lines.map(({ role, picture }) => [role, picture])).toEqual([
    ["headline", undefined],
    ["imageAlt", 0],
    ["imageCaption", 0],
    ["paragraph", undefined],
  ]);
});

test("assignRoles() takes no item of a list for a heading", () => {
  expect(rolesOf("Bridge closed", "", paragraph, "", "- close it", "- open it", "", paragraph)).not.toContain(
    "subheading",
  );
});

test("assignRoles() keeps two paragraphs apart that differ in a word or two", () => {
  expect(rolesOf("Bridge closed", "", paragraph, paragraph.replace("Monday", "Tuesday"))).toEqual([
    "headline",
    "paragraph",
    "paragraph",
  ]);
});

test("assignRoles() leaves a signed last paragraph in the text", () => {
  const signed = `${paragraph} (Reuters)`;
  expect(rolesOf("Bridge closed", "", paragraph, "", signed)).toEqual(["headline", "paragraph", "paragraph"]);
});

test.each([
  ["المصدر : الجزيرة + وكالات"],
  ["Source: Reuters"],
  ["Quelle: dpa"],
  ["منبع: ایسنا"],
  ["Источник: ТАСС"],
  ["מקור: הארץ"],
  ["（来源：新华社）"],
  ["(Reuters, AFP)"],
  ["AFP"],
])("assignRoles() takes %j at the end for the source line", (line) => {
  expect(rolesOf("Bridge closed", "", paragraph, "", line).at(-1)).toBe("sourceLine");
});
