import { describe, expect, test } from "vitest";
import { assignRoles } from "../../../../importer/parse/text/assign-roles.ts";
import { groupLines, type Role } from "../../../../importer/parse/text/lines.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";

const rolesIn = (text: string): ReadonlyMap<string, Role> =>
  new Map(assignRoles(groupLines(text)).map(({ text: line, role }) => [line, role]));

const english =
  "The harbour office moved its last two cranes on Tuesday, and the crews finished well before the evening tide came in.";
const german =
  "Am Montagmorgen rollten die ersten Wagen über den frischen Asphalt, begleitet von einer kleinen Kapelle aus dem Nachbarort.";
const russian =
  "В понедельник утром мастера подняли первый колокол на башню, и жители посёлка собрались на площади послушать его.";
const hebrew =
  "העירייה הודיעה הבוקר כי שלוש גינות ציבוריות ייפתחו בצפון העיר לקראת החג, לאחר עיכוב של שנה בעבודות הפיתוח.";
const arabic =
  "وصلت صباح اليوم أول قافلة حبوب إلى الميناء الجديد بعد رحلة استمرت ستة أيام، وقال المدير إن التفريغ سيكتمل غدا.";
const tamil =
  "புதிய பாலம் திங்கட்கிழமை காலை திறக்கப்பட்டது, இரண்டு கிராமங்களின் மக்கள் அதன் மேல் முதன்முறையாக நடந்து சென்றனர்.";
const chinese =
  "市议会星期一晚上通过了大桥维修计划，大桥将关闭一年，行人与车辆须改乘渡轮，渡轮每十分钟一班，直到午夜为止。";

interface Head {
  readonly name: string;
  /** The lines of a head, each with its role, or with those that are right as well. */
  readonly lines: readonly (readonly [text: string, role: Role | readonly Role[]])[];
  readonly text: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const heads: readonly Head[] = [
  {
    name: "an Arabic menu with an English line in it",
    lines: [
      ["قسم النهر", "boilerplate"],
      ["Main menu", "boilerplate"],
      ["البيوت", "boilerplate"],
      ["الأسواق القديمة", "boilerplate"],
      ["المراكب", "boilerplate"],
      ["وصول أول قافلة حبوب إلى الميناء الجديد في ولاية الساحل", "headline"],
    ],
    text: arabic,
  },
  {
    name: "a Tamil menu, in a language without a lexicon",
    lines: [
      ["முகப்பு", "boilerplate"],
      ["ஊர்", "boilerplate"],
      ["ஆறு", "boilerplate"],
      ["சந்தை", "boilerplate"],
      ["இரண்டு கிராமங்களை இணைக்கும் புதிய பாலம் திறப்பு", "headline"],
    ],
    text: tamil,
  },
  {
    name: "a Chinese menu",
    lines: [
      ["河流", "boilerplate"],
      ["桥梁", "boilerplate"],
      ["集市", "boilerplate"],
      ["渡轮", "boilerplate"],
      ["市议会通过跨河大桥维修计划将关闭一年", "headline"],
    ],
    text: chinese,
  },
  {
    name: "two English words above a Russian headline",
    lines: [
      ["Main menu", "boilerplate"],
      ["Старый колокол вернулся на башню посёлка", "headline"],
    ],
    text: russian,
  },
  {
    name: "a date bar with a Hebrew day, a time, and a name in a flash",
    lines: [
      ['מבזקי היום - יום חמישי 11.04.2024 / ג׳ ניסן התשפ"ד', "date"],
      ["09:42", "date"],
      ["העירייה תפתח שלוש גינות חדשות בשכונה המזרחית", "headline"],
      ["יואב שלום", "byline"],
    ],
    text: hebrew,
    fields: { publishedAt: "2024-04-11", creators: [{ name: "יואב שלום" }] },
  },
  {
    name: "a Hebrew day alone",
    lines: [
      ['ג׳ ניסן התשפ"ד', "date"],
      ["העירייה תפתח שלוש גינות חדשות בשכונה המזרחית", "headline"],
    ],
    text: hebrew,
  },
  {
    name: "a day of the Islamic calendar alone",
    lines: [
      ["15 رمضان 1445 هـ", "date"],
      ["وصول أول قافلة حبوب إلى الميناء الجديد في ولاية الساحل", "headline"],
    ],
    text: arabic,
  },
  {
    name: "a date bar of an English bulletin",
    lines: [
      ["The tide in brief | Thursday 11 April 2024", "date"],
      ["Last two cranes leave the old harbour of Marlow", "headline"],
    ],
    text: english,
    fields: { publishedAt: "2024-04-11" },
  },
  {
    name: "the issue above the headline",
    lines: [
      ["Marlow Tide, no. 165 of 10.09.2020, p. 5", "boilerplate"],
      ["Last two cranes leave the old harbour of Marlow", "headline"],
    ],
    text: english,
    fields: { publishedAt: "2020-09-10" },
  },
  {
    name: "a weekday alone above the headline",
    lines: [
      ["Donnerstag", "date"],
      ["Brücke über die Weida wieder offen", "headline"],
    ],
    text: german,
  },
  {
    name: "a weekday and a time below the headline",
    lines: [
      ["Старый колокол вернулся на башню посёлка", "headline"],
      ["Понедельник", "date"],
      ["17:46", "date"],
    ],
    text: russian,
  },
  {
    name: "three lines of standfirst",
    lines: [
      ["Quay wall in Marlow collapses again", "headline"],
      ["Engineers say the foundations were never finished", "subHeadline"],
      ["Harbour office closes the basin", "subHeadline"],
      ["By Nora Venn", "byline"],
      ["11 March 2024", "date"],
    ],
    text: english,
    fields: {
      subHeadline: "Engineers say the foundations were never finished\nHarbour office closes the basin",
      byline: "Nora Venn",
    },
  },
  {
    name: "a German byline below the standfirst",
    lines: [
      ["Brücke über die Weida wieder offen", "headline"],
      ["Stand: 11.03.2024 17:05 Uhr", "date"],
      [
        "Nach acht Monaten Bauzeit dürfen Autos und Räder die Brücke wieder benutzen, und die Stadt spricht von Erleichterung.",
        ["subHeadline", "paragraph"],
      ],
      ["Von Jorinde Maibach", "byline"],
    ],
    text: german,
    fields: { creators: [{ name: "Jorinde Maibach" }] },
  },
  {
    name: "a byline below the second paragraph",
    lines: [
      ["Brücke über die Weida wieder offen", "headline"],
      [german.replace("Montagmorgen", "Dienstagabend"), "paragraph"],
      [german.replace("Montagmorgen", "Mittwochabend"), "paragraph"],
      ["von Jorinde Maibach", "byline"],
    ],
    text: german,
    fields: { creators: [{ name: "Jorinde Maibach" }] },
  },
  {
    name: "an agency as the author",
    lines: [
      ["Last two cranes leave the old harbour of Marlow", "headline"],
      ["By Associated Press", "byline"],
    ],
    text: english,
    fields: { byline: "Associated Press", creators: [], infoSources: [{ printed: "Associated Press" }] },
  },
  {
    name: "an editorial office as the author",
    lines: [
      ["Les deux dernières grues quittent le vieux port", "headline"],
      ["Par La Rédaction", "byline"],
      ["11 mars 2024", "date"],
    ],
    text: "Les équipes ont démonté les deux dernières grues du port mardi, bien avant la marée du soir, sous les yeux des habitants.",
    fields: { byline: "La Rédaction", creators: [] },
  },
  {
    name: "a Thai byline",
    lines: [
      ["สะพานใหม่ข้ามแม่น้ำเปิดให้ประชาชนใช้แล้ว", "headline"],
      ["โดย มานี ใจงาม", "byline"],
    ],
    text: "สะพานใหม่ข้ามแม่น้ำเปิดให้ใช้เมื่อเช้าวันจันทร์ ชาวบ้านสองฝั่งเดินข้ามเป็นครั้งแรกหลังจากรอมานานกว่าสามปีเต็มจนถึงวันนี้ และเรือข้ามฟากจะหยุดให้บริการตั้งแต่สิ้นเดือนนี้เป็นต้นไป เทศบาลกล่าว เจ้าหน้าที่จะเก็บท่าเรือเดิมไว้เป็นพิพิธภัณฑ์ของเมือง",
    fields: { creators: [{ name: "มานี ใจงาม" }] },
  },
  {
    name: "a Ukrainian name with a day and a time",
    lines: [
      ["Старий дзвін повернувся на вежу селища", "headline"],
      ["Остап Вербич, 8 січня, 17:46", "byline"],
    ],
    text: "У понеділок зранку майстри підняли перший дзвін на вежу, і мешканці селища зібралися на площі його послухати.",
    fields: { byline: "Остап Вербич", creators: [{ name: "Остап Вербич" }] },
  },
  {
    name: "a time and a day before the name",
    lines: [
      ["Старый колокол вернулся на башню посёлка", "headline"],
      ["17:46, 8 января 2024, Остап Вербич", "byline"],
    ],
    text: russian,
    fields: { creators: [{ name: "Остап Вербич" }], publishedAt: "2024-01-08" },
  },
  {
    name: "a Spanish name between a caption and the date",
    lines: [
      ["Las dos últimas grúas abandonan el viejo puerto", "headline"],
      [
        "Varios operarios desmontan una de las grúas del muelle norte, el viernes pasado (EFE)",
        "imageCaption",
      ],
      ["Tomás Albardo", "byline"],
      ["25 de mayo de 2025 16:51 h", "date"],
    ],
    text: "Los equipos desmontaron el martes las dos últimas grúas del puerto, mucho antes de que subiera la marea de la tarde.",
    fields: { creators: [{ name: "Tomás Albardo" }] },
  },
  {
    name: "the author's place between name and date",
    lines: [
      ["Las dos últimas grúas abandonan el viejo puerto", "headline"],
      ["Los equipos terminaron antes de la marea", "subHeadline"],
      ["Tomás Albardo", "byline"],
      ["Marlow", "boilerplate"],
      ["25 de mayo de 2025 16:51 h", "date"],
    ],
    text: "Los equipos desmontaron el martes las dos últimas grúas del puerto, mucho antes de que subiera la marea de la tarde.",
    fields: { creators: [{ name: "Tomás Albardo" }], publishedAt: "2025-05-25" },
  },
  {
    name: "the author's job and how many have read it",
    lines: [
      ["Last two cranes leave the old harbour of Marlow", "headline"],
      ["Author, Nora Venn", "byline"],
      ["Role, Harbour correspondent", "byline"],
      ["Published", "date"],
      ["11 March 2024", "date"],
      ["5672", "boilerplate"],
    ],
    text: english,
    fields: { byline: "Nora Venn", creators: [{ name: "Nora Venn" }], publishedAt: "2024-03-11" },
  },
  {
    name: "an outlet that is as short as a Chinese name",
    lines: [
      ["市议会通过跨河大桥维修计划将关闭一年", "headline"],
      ["2024年03月12日 17:05", "date"],
      ["河湾日报", "boilerplate"],
    ],
    text: chinese,
    fields: { creators: [] },
  },
  {
    name: "two Chinese reporters with a title each",
    lines: [
      ["市议会通过跨河大桥维修计划将关闭一年", "headline"],
      ["本报记者 高朗 通讯员 李禾", "byline"],
    ],
    text: chinese,
    fields: { creators: [{ name: "高朗" }, { name: "李禾" }] },
  },
  {
    name: "a section above the date, and the headline below it",
    lines: [
      ["ענייני העיר", "boilerplate"],
      ["11.04.24 | 17:05", "date"],
      ["העירייה תפתח שלוש גינות ציבוריות חדשות במזרח", "headline"],
    ],
    text: hebrew,
    fields: { publishedAt: "2024-04-11" },
  },
  {
    name: "a desk alone",
    lines: [
      ["Last two cranes leave the old harbour of Marlow", "headline"],
      ["News Desk", "byline"],
      ["11 March 2024", "date"],
    ],
    text: english,
    fields: { byline: "News Desk", creators: [] },
  },
  {
    name: "a Georgian name, though Unicode knows capitals of its letters",
    lines: [
      ["პორტის ორი ბოლო ამწე გაიტანეს", "headline"],
      ["ნინო ბერაძე", "byline"],
      ["11.03.2024", "date"],
    ],
    text: "პორტის ადმინისტრაციამ სამშაბათს ბოლო ორი ამწე გაიტანა და ბრიგადებმა სამუშაო საღამოს მოქცევამდე დიდი ხნით ადრე დაასრულეს.",
    fields: { creators: [{ name: "ნინო ბერაძე" }] },
  },
  {
    name: "a name that the headline has",
    lines: [
      ["Nora Venn wins the prize of the river towns", "headline"],
      ["Nora Venn", ["imageCaption", "imageAlt"]],
      ["By Ada Kern", "byline"],
      ["11 March 2024", "date"],
    ],
    text: english,
    fields: { creators: [{ name: "Ada Kern" }] },
  },
  {
    name: "a name above and below the text",
    lines: [
      ["Last two cranes leave the old harbour of Marlow", "headline"],
      ["By Nora Venn", "byline"],
    ],
    text: `${english}\n\nNora Venn`,
    fields: { byline: "Nora Venn", creators: [{ name: "Nora Venn" }] },
  },
];

/** The forms in which the same story arrives. */
const forms: readonly (readonly [name: string, form: (head: string, text: string) => string])[] = [
  ["with blank lines", (head, text) => `${head.replaceAll("\n", "\n\n")}\n\n${text}\n`],
  ["with a dense head", (head, text) => `${head}\n\n${text}\n`],
  ["without blank lines", (head, text) => `${head}\n${text.replaceAll("\n\n", "\n")}\n`],
  [
    "with a page around it",
    (head, text) =>
      `Tidewater\nTown\nFerries\nMarket day\nLog in\n\n${head}\nFacebook\nWhatsApp\n\n${text}\n\n© 2024 Tidewater`,
  ],
  ["with CRLF", (head, text) => `${head}\n\n${text}\n`.replaceAll("\n", "\r\n")],
];

describe.each(forms)("%s, the head is told:", (_, form) => {
  test.each(heads.map((head) => [head.name, head] as const))("%s", (_, { lines, text, fields = {} }) => {
    const story = form(lines.map(([line]) => line).join("\n"), text);
    const roles = rolesIn(story);
    for (const [line, role] of lines) expect([role].flat(), line).toContain(roles.get(line));
    const { publishedAt, ...parsed } = parseText(story);
    const day = publishedAt?.slice(0, 10);
    expect({ ...parsed, ...(day === undefined ? {} : { publishedAt: day }) }).toMatchObject(fields);
    expect(parsed.headline).toBe(lines.find(([, role]) => role === "headline")?.[0]);
  });
});

test.each([
  [
    "a kicker below a menu",
    ["Town", "Country", "People", "Our pages", "", "RIVER", "Old harbour loses its cranes"],
    "kicker",
  ],
  ["a kicker alone", ["RIVER", "Old harbour loses its last cranes"], "kicker"],
] as const)("%s stays a %s", (_, lines, role) => {
  expect(rolesIn([...lines, "", english].join("\n")).get("RIVER")).toBe(role);
});

test("a short headline above short lines is no menu", () => {
  const story = ["Cranes gone", "Harbour", "Nora Venn", "Marlow", "", english, "", english].join("\n");
  expect(parseText(story).headline).toBe("Cranes gone");
});

test("two Hebrew words below the headline of a flash are no name if the text has them", () => {
  const story = ["העירייה תפתח שלוש גינות חדשות בשכונה המזרחית", "", "לאחר עיכוב", "", hebrew].join("\n");
  expect(rolesIn(story).get("לאחר עיכוב")).not.toBe("byline");
  expect(parseText(story).creators).toEqual([]);
});

test.each([
  ["3 hours ago", english],
  ["3 hours ago", tamil],
  ["vor 5 Stunden", german],
  ["قبل ساعتين", arabic],
  ["5 дней назад", russian],
  ["2 小时前", chinese],
  ["5 மணிநேரம் முன்", tamil],
])("how long ago, as in %j, is no line of the standfirst", (ago, text) => {
  const story = ["Last two cranes leave the old harbour of Marlow", ago, "", text, "", text].join("\n");
  expect(rolesIn(story).get(ago)).toBe("date");
});

test.each([
  ["مدة الفيديو 01 minutes 12 seconds", arabic],
  ["Video 2 Min. 5 Sek.", german],
  ["3 минуты", russian],
])("how long a film takes, as in %j, belongs to the page, as does the clock below it", (length, text) => {
  const story = [
    "Last two cranes leave the old harbour of Marlow",
    length,
    "01:12",
    "6/3/2024",
    "",
    text,
  ].join("\n");
  expect([length, "01:12", "6/3/2024"].map((line) => rolesIn(story).get(line))).toEqual([
    ...["boilerplate", "boilerplate", "date"],
  ]);
  expect(parseText(story).publishedAt?.slice(0, 10)).toBe("2024-03-06");
});

test.each([
  ["Von der Leyen Kommission", german],
  ["By the river", english],
  ["Di nuovo in piazza", german],
  ["โดยสารรถไฟ เพิ่มขึ้น", german],
])("the heading %j among the first paragraphs is no byline", (heading, text) => {
  const story = ["Brücke über die Weida wieder offen", "", text, "", heading, "", text, "", text].join("\n");
  expect(rolesIn(story).get(heading)).toBe("subheading");
});
