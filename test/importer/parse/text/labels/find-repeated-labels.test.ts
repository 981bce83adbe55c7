import { describe, expect, test } from "vitest";
import { assignRoles } from "../../../../../importer/parse/text/assign-roles.ts";
import { loneLabelRules } from "../../../../../importer/parse/text/labels/lone-label-rules.ts";
import { groupLines } from "../../../../../importer/parse/text/lines.ts";
import { observeLines } from "../../../../../importer/parse/text/observe-lines.ts";
import { parseText } from "../../../../../importer/parse/text/parse-text.ts";
import { captionLabels, type LabelledStory } from "./labelled-stories.ts";

/** How a page with labelled pictures becomes plain text. */
const layouts: Readonly<Record<string, (story: LabelledStory) => string>> = {
  "a blank line between all lines": (story) => linesOf(story).join("\n\n"),
  "no blank lines": (story) => linesOf(story).join("\n"),
  "each label on a line of its own": (story) => linesOf(story, "\n").join("\n"),
  "labels on lines of their own, and blank lines": (story) => linesOf(story, "\n\n").join("\n\n"),
  "paragraphs between the pictures": (story) => linesOf(story, " ", [story.paragraph]).join("\n\n"),
};

const linesOf = (story: LabelledStory, space = " ", between: readonly string[] = []): string[] => [
  story.headline,
  ...story.pictures.flatMap(([alt, credit, caption], at) => [
    alt,
    `${story.credit}${space}${credit}`,
    `${story.caption}${space}${caption}`,
    ...between.map((text) => `${text} ${at + 1}.`),
  ]),
];

describe.each(captionLabels.map((story) => [story.language, story] as const))(
  "a story in %s with labelled pictures",
  (_, story) => {
    test.each(Object.entries(layouts))("is read with %s", (name, layout) => {
      const { headline, blocks, pictures, leadPicture } = parseText(layout(story));
      expect(headline).toBe(story.headline);
      expect(
        pictures.map(({ altTexts, creditLine, captions }) => [
          altTexts.map(({ text }) => text).join(" | "),
          creditLine,
          captions.map(({ text }) => text).join(" | "),
        ]),
      ).toEqual(story.pictures);
      expect(leadPicture).toBe(0);
      const texts = blocks.filter(({ kind }) => kind === "text");
      expect(texts).toHaveLength(name.startsWith("paragraphs") ? story.pictures.length : 0);
    });
  },
);

const text =
  "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.";
const other =
  "Traffic will take the ferry meanwhile, which runs every ten minutes from six in the morning until midnight.";

const labelsIn = (lines: readonly string[]): (string | undefined)[] =>
  observeLines(groupLines(lines.join("\n"))).map(({ label }) => label && [...label.kinds].join(" "));

test.each<[what: string, lines: readonly string[]]>([
  [
    "speakers of an interview",
    [
      "Bridge closed",
      "Jane Doe: How long will it take to mend the bridge?",
      "John Smith: A year, if the winter is mild and the river stays low.",
      "Jane Doe: And what about the shops on both sides of the river?",
      "John Smith: They get lower rents, as the council has promised them.",
    ],
  ],
  [
    "questions and answers",
    ["Bridge closed", "Q: How long?", `A: ${text}`, "Q: And the ferry?", `A: ${other}`],
  ],
  [
    "short answers of a questionnaire",
    [
      "Bridge closed",
      text,
      "Q: Favourite bridge",
      "A: The old one over the river",
      "Q: First job",
      "A: On the ferry",
    ],
  ],
  [
    "places at the beginning of sentences",
    [
      "Bridge closed",
      text,
      `In Lisbon, Reuters reporters waited for hours at the ferry.`,
      other,
      "In Lisbon, AFP was told to leave the bridge.",
    ],
  ],
  [
    "what somebody said, twice",
    ["Bridge closed", text, `In a statement, ${text}`, other, `In a statement, ${other}`],
  ],
  [
    "days and times",
    [
      "Bridge closed",
      text,
      "Monday: ferry from six",
      "Tuesday: ferry from seven",
      "Monday: bus all day",
      other,
    ],
  ],
  ["results", ["Cup", text, "Quay Town, 3", "Old Port, 1", "Quay Town, 2", "Old Port, 2", other]],
  ["programmes", ["Tonight", text, "Channel: BBC One", "Time: 20.15", "Channel: ITV", "Time: 21.00", other]],
  [
    "an Arabic interview",
    [
      "إغلاق الجسر",
      "سؤال: كم سيستغرق إصلاح الجسر الذي يربط بين ضفتي النهر؟",
      "جواب: سنة كاملة إذا كان الشتاء معتدلا وبقي النهر منخفضا.",
      "سؤال: وماذا عن المتاجر على جانبي النهر؟",
      "جواب: ستحصل على إيجارات أقل كما وعد المجلس أصحابها.",
    ],
  ],
])("findRepeatedLabels() takes %s for no labels of pictures", (_, lines) => {
  expect(labelsIn(lines).filter((kinds) => /credit|caption/.test(kinds ?? ""))).toEqual([]);
  const roles = assignRoles(groupLines(lines.join("\n"))).map(({ role }) => role);
  expect(roles.filter((role) => role.startsWith("image"))).toEqual([]);
});

test.each(loneLabelRules.map((rule) => [rule.kind, rule.looksAt, rule] as const))(
  "a label of kind %s is told by %s",
  (_, __, { kind, example }) => {
    expect(labelsIn(example).filter((found) => found === kind)).toHaveLength(2);
  },
);

test("findRepeatedLabels() needs one picture only if its labels share a word and an agency is named", () => {
  const story = (...lines: string[]) => ["Soko jipya lafunguliwa", ...lines, text];
  expect(
    labelsIn(story("Chanzo cha picha, Reuters", "Maelezo ya picha, Wachuuzi wakipanga meza zao asubuhi")),
  ).toEqual([undefined, "credit", "caption", undefined]);
  expect(
    labelsIn(story("Mwandishi wetu, Reuters", "Maelezo ya picha, Wachuuzi wakipanga meza zao asubuhi")),
  ).toEqual([undefined, undefined, undefined, undefined]);
});

test("a repeated label of authors is one in the head only", () => {
  const lines = ["Soko jipya", "Mwandishi: Jane Doe", "Mwandishi: John Smith", "", text, "", other];
  expect(parseText(lines.join("\n")).creators).toEqual([{ name: "Jane Doe" }, { name: "John Smith" }]);
});

test("a known label is one with whatever name after it", () => {
  const lines = [
    "پل بسته شد",
    "منبع تصویر، Film Mag",
    "توضیح تصویر، کارگران روی پل بزرگ شهر در صبح زود",
    "",
    "شورای شهر روز دوشنبه پل روی رودخانه را برای یک سال بست و مردم تا آن زمان با قایق از رودخانه می‌گذرند.",
  ];
  expect(parseText(lines.join("\n")).pictures).toMatchObject([
    { creditLine: "Film Mag", captions: [{ text: "کارگران روی پل بزرگ شهر در صبح زود" }] },
  ]);
});

test("a paragraph below a credit is no labelled caption", () => {
  const lines = ["Bridge closed", text, "Photo: Jane Doe", `The accused, ${text}`, other];
  expect(labelsIn(lines)).toEqual([undefined, undefined, "credit", undefined, undefined]);
});

test("a sentence that stands twice begins with no label", () => {
  const twice = "Workers on the bridge, Traffic takes the ferry";
  const lines = ["Bridge closed", text, "The bridge", twice, twice, other];
  expect(labelsIn(lines)).toEqual(lines.map(() => undefined));
});
