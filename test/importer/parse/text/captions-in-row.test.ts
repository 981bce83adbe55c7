import { describe, expect, test } from "vitest";
import { captionsInRow } from "../../../../importer/parse/text/captions-in-row.ts";
import { groupLines } from "../../../../importer/parse/text/lines.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";

interface PictureStory {
  readonly headline: string;
  readonly pictures: readonly (readonly [caption: string, credit: string])[];
}

/** Invented picture stories; some names are unknown, and some captions have several sentences. */
const stories: Readonly<Record<string, PictureStory>> = {
  English: {
    headline: "A year on the bridge, in pictures",
    pictures: [
      [
        "Workers put up the first pillar. The river has carried it away twice since, and each time it took them the whole summer to begin again, with cranes that came up the river by ship and with divers from the coast who worked at night, when the water is lowest and the current weak. The third pillar stands on rock, twenty metres below the bed of the river.",
        "Jane Doe/Bridge Museum",
      ],
      ["The ferry on its last day, seen from the tower of the town hall.", "Jane Doe/Bridge Museum"],
      ["Children wait for the bus in the rain, a long way from school.", "Reuters"],
    ],
  },
  Ukrainian: {
    headline: "Рік на мосту у світлинах",
    pictures: [
      [
        "Робітники ставлять першу опору. Річка забирала її двічі, і щоразу все доводилося починати спочатку.",
        "Ліга Музей/Олена Петренко",
      ],
      ["Діти чекають на автобус під дощем, далеко від школи.", "Олена Петренко"],
      ["Пором в останній день своєї роботи, якщо дивитися з вежі.", "Олена Петренко"],
    ],
  },
  Arabic: {
    headline: "عام فوق الجسر بالصور",
    pictures: [
      ["عمال يرفعون الدعامة الأولى. جرفها النهر مرتين واضطروا في كل مرة إلى البدء من جديد.", "متحف الجسور"],
      ["أطفال ينتظرون الحافلة تحت المطر بعيدا عن مدرستهم.", "رويترز"],
      ["العبارة في يومها الأخير كما تبدو من برج البلدية.", "متحف الجسور"],
    ],
  },
  Hindi: {
    headline: "पुल पर एक साल, तस्वीरों में",
    pictures: [
      [
        "मज़दूर पहला खंभा खड़ा कर रहे हैं। नदी उसे दो बार बहा ले गई और हर बार काम फिर से शुरू करना पड़ा।",
        "Jane Doe/Bridge Museum",
      ],
      ["बच्चे बारिश में बस का इंतज़ार कर रहे हैं, स्कूल यहाँ से बहुत दूर है।", "Getty Images"],
      ["अपने आख़िरी दिन नदी पार करती नाव, नगर भवन की मीनार से।", "Jane Doe/Bridge Museum"],
    ],
  },
};

const inLine = ({ headline, pictures }: PictureStory, space: string, between: string): string =>
  [headline, ...pictures.map(([caption, credit]) => `${caption}${space}(${credit})`)].join(between);

const layouts: Readonly<Record<string, (story: PictureStory) => string>> = {
  "one line after the other": (story) => inLine(story, " ", "\n"),
  "blank lines": (story) => inLine(story, " ", "\n\n"),
  "direction marks around the brackets": (story) => inLine(story, "\u200e ", "\u200f\n\n"),
  "credits in lines of their own": ({ headline, pictures }) =>
    [headline, ...pictures.flatMap(([caption, credit]) => [caption, `(${credit})`])].join("\n"),
};

describe.each(Object.entries(stories))("a picture story in %s", (_, story) => {
  test.each(Object.entries(layouts))("is pictures and nothing else with %s", (_, layout) => {
    const { headline, blocks, pictures } = parseText(layout(story));
    expect(headline).toBe(story.headline);
    expect(
      pictures.map(({ captions, creditLine }) => [captions.map(({ text }) => text), creditLine]),
    ).toEqual(story.pictures.map(([caption, credit]) => [[caption], credit]));
    expect(blocks.filter(({ kind }) => kind === "text")).toEqual([]);
  });

  test("keeps a paragraph that stands before its pictures", () => {
    const [caption = ""] = story.pictures[0] ?? [];
    const text = `${caption} ${caption} ${caption}`;
    const { blocks } = parseText(inLine(story, " ", "\n\n").replace("\n\n", `\n\n${text}\n\n`));
    expect(blocks.filter(({ kind }) => kind === "text")).toMatchObject([{ spans: [{ text }] }]);
  });
});

test.each<[what: string, lines: readonly string[]]>([
  [
    "results of a race",
    [
      "1. Jane Doe, who won the race over the bridge once more (Quay Town)",
      "2. Mary Major, who fell on the last hundred metres (Old Port)",
      "3. Ann Other, for the first time among the best three (Quay Town)",
    ],
  ],
  [
    "quotations with names",
    [
      "“We will miss the bridge every day of the year, and so will they.” (Jane Doe)",
      "“The ferry is slow, but it is there, and it is free of charge.” (John Smith)",
      "“My shop has been empty since Monday, and nobody tells us anything.” (Mary Major)",
    ],
  ],
  [
    "a transcript with laughter",
    [
      "We built this bridge together, and we will mend it together as well. (Laughter)",
      "Nobody told us that it would take a year. (Applause)",
      "And nobody told us what it would cost. (Laughter)",
    ],
  ],
  [
    "the news in brief",
    [
      "LISBON, March 4 (Reuters) - The bridge over the river is closed for a year from now on. (Reuters)",
      "PORTO, March 4 (Reuters) - The ferry runs every ten minutes and is free of charge. (Reuters)",
      "FARO, March 4 (Reuters) - Shops on both sides of the river fear for their customers. (Reuters)",
    ],
  ],
  [
    "full stops after the brackets",
    [
      "The bridge will be closed for a year, says the council of the town (Quay Town).",
      "The ferry runs every ten minutes, says the company that owns it (Old Port).",
      "Shops get lower rents for a year, says the mayor of the place (Old Port).",
    ],
  ],
  [
    "two lines only",
    ["The ferry on its last day of all. (Jane Doe)", "Children wait for the bus in rain. (Jane Doe)"],
  ],
])("captionsInRow() takes %s for no captions", (_, lines) => {
  expect(captionsInRow(groupLines(["Bridge closed", ...lines].join("\n")).flat()).size).toBe(0);
});

test.each([
  ["Ukrainian", "Лис посеред ставка", "Фото: Олена Петренко", "Гілка горобини", "Фото: Марія Коваль"],
  ["Arabic", "عمال فوق الجسر", "محمد النجار", "العبارة الأخيرة", "ليلى منصور"],
  ["Swahili", "Mvuvi na mashua yake", "Picha: Jane Doe", "Meza za samaki", "Picha: Mary Major"],
])(
  "in %s, names in brackets below a few words are credits, wherever they stand",
  (_, first, one, second, two) => {
    const text =
      "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.";
    const between = [
      ["Bridge closed"],
      ["Bridge closed", text],
      ["Bridge closed", text, text.replace("Monday", "Tuesday")],
    ];
    for (const [headline = "", ...texts] of between) {
      const [above = "", middle = ""] = texts;
      const lines = [
        headline,
        above,
        first,
        `(${one})`,
        middle,
        second,
        `(${two})`,
        text.replace("Monday", "Friday"),
      ];
      const { pictures } = parseText(lines.filter((line) => line !== "").join("\n"));
      expect(pictures.map(({ captions }) => captions.map(({ text }) => text))).toEqual([[first], [second]]);
      expect(pictures.map(({ creditLine }) => creditLine)).toEqual([
        expect.stringContaining(one.replace(/^.*: /, "")),
        expect.stringContaining(two.replace(/^.*: /, "")),
      ]);
    }
  },
);

test("captionsInRow() takes the name beside several others for the source", () => {
  const captions = [
    "The ferry on its last day of all. (Jane Doe/Bridge Museum)",
    "Children wait for the bus in rain. (Bridge Museum/John Smith)",
    "The third pillar stands on rock. (Mary Major/Bridge Museum)",
  ];
  const found = captionsInRow(groupLines(["Bridge closed", ...captions].join("\n")).flat());
  expect([...found.values()].map(({ credited }) => credited?.credit)).toMatchObject(
    ["Jane Doe", "John Smith", "Mary Major"].map((person) => ({
      sources: ["Bridge Museum"],
      people: [person],
    })),
  );
});
