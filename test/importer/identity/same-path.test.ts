import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isSameAtPath } from "../../../importer/identity/same-path/is-same-at-path.ts";
import { phrasesOf } from "../../../importer/identity/story-sentences.ts";
import type { ImportReport } from "../../../importer/index.ts";
import { parseText } from "../../../importer/parse/text/parse-text.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { projectFolder } from "../../support/source-files.ts";

openForEachTest();

const outcomes = ({ stories }: ImportReport): string[] => stories.map(({ outcome }) => outcome);
const codes = ({ problems }: ImportReport): string[] => problems.map(({ code }) => code);
const headlines = (): Promise<string[]> =>
  lake.client.fetch('*[_type == "article"] | order(headline).headline');

const daily = join(projectFolder, "test/importer/identity/fixtures/59-daily-file");

test("a daily report under one name is an article a day", async () => {
  const [mon, tue] = ["mon", "tue"].map((day) => ({ inputs: [join(daily, day)] }));
  expect(outcomes(await importFolder(mon))).toEqual(["created"]);
  const report = await importFolder(tue);
  expect(outcomes(report)).toEqual(["created"]);
  expect(codes(report)).toContain("path-reused");
  expect(await headlines()).toEqual(["Markets close higher on Monday", "Markets close lower on Tuesday"]);
  expect([...outcomes(await importFolder(mon)), ...outcomes(await importFolder(tue))]).toEqual([
    "unchanged",
    "unchanged",
  ]);
});

test("a daily report is found again when its day is imported from the folder above", async () => {
  await importFolder({ inputs: [daily] });
  for (const day of ["mon", "tue"]) {
    expect(outcomes(await importFolder({ inputs: [join(daily, day)] }))).toEqual(["unchanged"]);
  }
  expect(await headlines()).toHaveLength(2);
});

test("what other stories of the folder share proves nothing", async () => {
  const template = (place: string, own: string): string =>
    [
      `Traffic in ${place}`,
      own,
      "Drivers are asked to check the state of the roads before they set out.",
      "The road office publishes its report every morning and every evening.",
      "More is to be heard on the radio at the beginning of every hour.",
    ].join("\n\n");
  await folder.write({
    "a.txt": template("Arden", "A lorry has lost its load of gravel on the bridge across the Arden."),
    "b.txt": template("Berrow", "Two lanes of the tunnel stay closed while its lamps are replaced."),
    "c.txt": template("Caddick", "Sheep walk along the ring road and nobody knows whose they are."),
  });
  await importFolder();
  await folder.write({
    "a.txt": template("Arden", "Snow has closed the pass, and ploughs cannot reach the upper villages."),
  });
  const report = await importFolder();
  expect(outcomes(report)).toEqual(["created", "unchanged", "unchanged"]);
  expect(codes(report)).toContain("path-reused");
});

test("import of a folder inside publishes what the folder above has brought", async () => {
  await folder.write({ "sub/a.txt": "Bridge opens\n\nThe council met on Monday.\n\nSource: Reuters\n" });
  await importFolder();
  const report = await importFolder({ inputs: [join(folder.path, "sub")], publish: true });
  const ids = await lake.client.fetch<string[]>('*[_type == "article"]._id');
  expect(ids.map((id) => id.startsWith("drafts."))).toEqual([false]);
  expect(report.stories[0]?.changes.map(({ kind }) => kind)).toContain("publish");
  expect(outcomes(await importFolder({ publish: true }))).toEqual(["unchanged"]);
});

describe("a dry run names only what is there or will be", () => {
  test.each<[string, boolean]>([
    ["first import", false],
    ["after an import", true],
  ])("%s", async (_, isImported) => {
    const feed = (link: string): string =>
      `<rss version="2.0"><channel><title>D</title><link>https://h.example/</link><item><title>Board votes</title><link>${link}</link><guid isPermaLink="false">q1</guid><description>The board met and voted for the quay.</description></item></channel></rss>`;
    await folder.write({
      "sub/a.txt": "Bridge opens\n\nThe council met on Monday.\n\nSource: Reuters\n",
      "sub/feed.xml": feed("https://h.example/1"),
      "sub/long.txt": `${"Headline ".repeat(100)}\n\nText of it.\n`,
    });
    if (isImported) await importFolder();
    await folder.write({ "sub/feed.xml": feed("https://h.example/2") });
    const sub = { inputs: [join(folder.path, "sub")] };
    const dry = await importFolder({ ...sub, dryRun: true });
    await importFolder(sub);
    const ids = new Set((await lake.client.fetch<string[]>("*._id")).map((id) => id.replace("drafts.", "")));
    const named = dry.stories.flatMap(({ articleId, problems }) => [
      ...(articleId === undefined ? [] : [articleId]),
      ...problems.flatMap(({ documentId }) => documentId ?? []),
    ]);
    expect(named.filter((id) => !ids.has(id.replace("drafts.", "")))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});

const datelineOf = (text: string): string | undefined => parseText(text).dateline?.printed;
const proof = (before: string, now: string, ...others: readonly string[]): boolean =>
  isSameAtPath(before, now, {
    common: new Set(others.flatMap((other) => [...phrasesOf(other)])),
    datelineOf,
  });

describe("isSameAtPath()", () => {
  const story = [
    "Ferry returns to service",
    "LISBON, March 3 (Lusa) - The ferry across the river returned to service after repairs of nine weeks.",
    "Its two engines were replaced, and the hull was painted in the colours of the company.",
    "Commuters had gone round by the bridge, which took them an hour longer each way.",
    "The company will run twelve crossings a day until the summer timetable begins.",
  ].join("\n");

  test.each<[string, string, boolean]>([
    ["a corrected figure", story.replace("twelve", "fourteen"), true],
    ["a paragraph more", `${story}\nA second boat is being built in the yard at Viana.`, true],
    ["another headline", story.replace("Ferry returns to service", "River crossing is open again"), true],
    ["half of it cut", story.split("\n").slice(0, 3).join("\n"), true],
    [
      "rewritten under the same date line",
      "Ferry back in service with new engines\nLISBON, March 3 (Lusa) - Crowds cheered as the white boat left its berth.\nThe first trip was free for everybody who had waited.",
      true,
    ],
    [
      "another day of the same report",
      story
        .replace("March 3", "March 4")
        .replace("nine weeks", "ten weeks")
        .replace("twelve", "nine")
        .replace("an hour", "two hours"),
      false,
    ],
    [
      "another story",
      "Library closes for good\nPORTO, May 9 (Lusa) - The reading room beside the market has shut its doors.\nBooks went to three schools in the valley.",
      false,
    ],
  ])("%s", (_, now, expected) => {
    expect(proof(story, now)).toBe(expected);
    expect(proof(now, story)).toBe(expected);
  });

  test("a template in Arabic proves nothing where the days differ", () => {
    const report = (day: string, first: string): string =>
      `حالة الطقس يوم ${day}\n${first}\nتنصح الأرصاد المواطنين بمتابعة النشرات قبل السفر.\nتصدر النشرة صباح كل يوم ومساءه من المركز الوطني.`;
    expect(
      proof(
        report("الاثنين", "تهب رياح شمالية خفيفة على الساحل كله."),
        report("الثلاثاء", "تسقط أمطار غزيرة على الجبال والسهول معا."),
      ),
    ).toBe(false);
  });

  test("a template whose day is not told proves nothing where another story has its lines", () => {
    const report = (first: string): string =>
      `Weather\n${first}\nWarnings are published by the office at noon.\nThe forecast is made every morning and every evening.`;
    const [monday, tuesday, other] = [
      "Sun over the whole bay and no wind.",
      "Rain from the west and gales by night.",
      "Fog in the valley until ten.",
    ].map(report);
    expect(proof(String(monday), String(tuesday), String(other))).toBe(false);
  });

  const advice = [
    "Warnings are published by the office at noon.",
    "The forecast is made every morning and every evening.",
  ];
  const dailies: Readonly<
    Record<string, readonly [monday: string[], tuesday: string[], sibling?: string[]]>
  > = {
    "markets with other figures and other words": [
      [
        "Markets close higher",
        "The index rose 1.2 percent to 4,310 points at the close.",
        "Banks led the gains while miners slipped on weaker metal prices.",
        "Prices are given in crowns and are those of the closing hour.",
      ],
      [
        "Markets close lower",
        "The index fell 0.8 percent to 4,275 points at the close.",
        "Airlines led the losses while utilities gained on warmer weather.",
        "Prices are given in crowns and are those of the closing hour.",
      ],
    ],
    "weather of which half is a template": [
      ["Weather", "Sun over the whole bay and no wind.", "High 24, low 12.", ...advice],
      ["Weather", "Rain from the west and gales by night.", "High 17, low 9.", ...advice],
    ],
    "weather whose template another region has": [
      ["Weather on the coast", "Sun over the whole bay and no wind.", ...advice],
      ["Weather on the coast", "Rain from the west and gales by night.", ...advice],
      ["Weather in the hills", "Fog until ten and then nothing at all.", ...advice],
    ],
    "numbers of a lottery": [
      [
        "Lottery results",
        "Winning numbers: 4, 8, 15, 16, 23 and 42",
        "All figures are given without warranty.",
      ],
      [
        "Lottery results",
        "Winning numbers: 1, 9, 11, 20, 33 and 40",
        "All figures are given without warranty.",
      ],
    ],
    "exchange rates": [
      [
        "Exchange rates",
        "One euro buys 24.31 crowns, one dollar 22.10 crowns.",
        "Rates are set by the bank at half past two and are valid until the next day.",
      ],
      [
        "Exchange rates",
        "One euro buys 24.35 crowns, one dollar 22.04 crowns.",
        "Rates are set by the bank at half past two and are valid until the next day.",
      ],
    ],
    "fixtures whose last lines another league has": [
      [
        "Fixtures of the first league",
        "Arden United against Berrow Town, kick-off at 15:00.",
        "Caddick Rovers against Dunmore City, kick-off at 17:30.",
        "Tickets are sold at the gates from one hour before kick-off.",
      ],
      [
        "Fixtures of the first league",
        "Berrow Town against Caddick Rovers, kick-off at 15:00.",
        "Dunmore City against Arden United, kick-off at 17:30.",
        "Tickets are sold at the gates from one hour before kick-off.",
      ],
      [
        "Fixtures of the second league",
        "Elmsett against Farnham Athletic, kick-off at 13:00.",
        "Tickets are sold at the gates from one hour before kick-off.",
      ],
    ],
    "fixtures without another league": [
      [
        "Today's fixtures",
        "Arden United against Berrow Town, kick-off at 15:00.",
        "Caddick Rovers against Dunmore City, kick-off at 17:30.",
        "Tickets are sold at the gates from one hour before kick-off.",
      ],
      [
        "Today's fixtures",
        "Berrow Town against Caddick Rovers, kick-off at 15:00.",
        "Dunmore City against Arden United, kick-off at 17:30.",
        "Tickets are sold at the gates from one hour before kick-off.",
      ],
    ],
    "prayer times in Arabic": [
      [
        "مواقيت الصلاة",
        "الفجر 4:12 والظهر 12:05 والعصر 15:31 والمغرب 18:20 والعشاء 19:45",
        "المواقيت صادرة عن دائرة الأوقاف في المدينة.",
      ],
      [
        "مواقيت الصلاة",
        "الفجر 4:10 والظهر 12:04 والعصر 15:32 والمغرب 18:22 والعشاء 19:47",
        "المواقيت صادرة عن دائرة الأوقاف في المدينة.",
      ],
    ],
  };

  test.each(Object.entries(dailies))("takes %s for a story a day", (_, [monday, tuesday, sibling]) => {
    const texts = [monday, tuesday].map((lines) => lines.join("\n"));
    const others = sibling === undefined ? [] : [sibling.join("\n")];
    expect(proof(texts[0] ?? "", texts[1] ?? "", ...others)).toBe(false);
    expect(proof(texts[1] ?? "", texts[0] ?? "", ...others)).toBe(false);
  });

  test.each<[string, string[], string[]]>([
    [
      "two figures of a sentence that were corrected",
      [
        "Fire in the mill",
        "The fire in the mill killed 12 people and hurt 40 others, police said.",
        "It broke out in the store room at night, when the machines stood still.",
        "The owner had asked for better hoses twice, and the town had promised them for the spring.",
      ],
      [
        "Fire in the mill",
        "The fire in the mill killed 15 people and hurt 52 others, police said.",
        "It broke out in the store room at night, when the machines stood still.",
        "The owner had asked for better hoses twice, and the town had promised them for the spring.",
      ],
    ],
    [
      "a table of the same day that was corrected",
      ["Tides on 3 March", "High water is at 3.12 in the morning and 15.40 at night.", ...advice],
      ["Tides on 3 March", "High water is at 4.02 in the morning and 16.31 at night.", ...advice],
    ],
  ])("takes %s for the same story", (_, before, now) => {
    expect(proof(before.join("\n"), now.join("\n"))).toBe(true);
  });
});
