import { expect, test } from "vitest";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";

/** An agency's own caption of several sentences, longer than any paragraph. */
const longEnglish = [
  "Workers unload grain sacks at the new pier on Tuesday, March 5, 2024, after the first convoy of lorries arrived in the town.",
  "The pier was built in three months with stones from the ruins of the old harbour, and the council says that it will take two ships at a time when the cranes have come.",
  "The ferry that has carried all goods until now is to be mended for the first time in twenty years, and its crew of nine will help at the pier meanwhile, as they did when the storm had closed the bridge in the winter before.",
].join(" ");
const shortEnglish =
  "Workers unload grain sacks at the new pier in the morning, after the first convoy of lorries.";

interface Story {
  readonly headline: string;
  readonly caption: string;
  readonly text: string;
}

const stories: Readonly<Record<string, Story>> = {
  Arabic: {
    headline: "وصول أول قافلة حبوب إلى الميناء الجديد",
    caption: "عمال يفرغون أكياس الحبوب على رصيف الميناء الجديد صباح اليوم",
    text: "وصلت صباح اليوم أول قافلة حبوب إلى الميناء الجديد بعد رحلة استمرت ستة أيام، وقال مدير الميناء إن التفريغ سيكتمل قبل نهاية الأسبوع وإن الشحنات المقبلة ستكون أكبر حجما.",
  },
  Russian: {
    headline: "Первый караван с зерном пришёл в новый порт",
    caption: "Рабочие выгружают мешки с зерном на новом причале",
    text: "Первый караван с зерном пришёл утром в новый порт после шести дней пути, и директор порта сказал, что разгрузка закончится до конца недели, а следующие грузы будут больше.",
  },
  Spanish: {
    headline: "Llega al nuevo puerto el primer convoy de grano",
    caption: "Los obreros descargan los sacos de grano en el nuevo muelle por la mañana",
    text: "El primer convoy de grano llegó por la mañana al nuevo puerto tras seis días de viaje, y el director dijo que la descarga se terminará antes del fin de semana y que los próximos envíos serán más grandes.",
  },
  Vietnamese: {
    headline: "Chuyến hàng ngũ cốc đầu tiên đến bến cảng mới",
    caption: "Công nhân dỡ các bao ngũ cốc trong cầu cảng mới và chất lên xe",
    text: "Chuyến hàng ngũ cốc đầu tiên đã đến bến cảng mới trong buổi sáng sau sáu ngày đi đường, và giám đốc cảng nói việc dỡ hàng sẽ xong trước cuối tuần, các chuyến sau sẽ lớn hơn với không ít hàng của tỉnh.",
  },
};

const cases = Object.entries(stories).flatMap(([language, story]) =>
  [longEnglish, shortEnglish].map(
    (english) => [language, `${english.length} letters`, story, english] as const,
  ),
);

test.each(cases)(
  "in %s, an English line of %s above the caption is its alternative text",
  (_, __, story, english) => {
    const { headline, caption, text } = story;
    for (const between of ["\n", "\n\n"]) {
      const lines = [
        headline,
        `${english} (AP Photo/Jane Doe)`,
        `${caption} (AP)`,
        text,
        `${caption}. ${text}`,
      ];
      const { pictures, blocks } = parseText(lines.join(between));
      expect(pictures).toMatchObject([
        {
          altTexts: [{ text: english }],
          captions: [{ text: caption }],
          creditLine: "AP Photo/Jane Doe",
          people: ["Jane Doe"],
        },
      ]);
      expect(blocks).toHaveLength(2);
    }
  },
);

test.each(cases)(
  "in %s, an English line of %s with a credit is an alternative text by itself",
  (_, __, story, english) => {
    const { headline, text } = story;
    const { pictures, blocks } = parseText(
      [headline, "", text, "", `${english} (AP Photo/Jane Doe)`, "", `${text} ${text}`].join("\n"),
    );
    expect(pictures).toMatchObject([
      { altTexts: [{ text: english }], captions: [], creditLine: "AP Photo/Jane Doe" },
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["text", "picture", "text"]);
  },
);

test("in English, a line with English names and a credit is a caption", () => {
  const { pictures } = parseText(
    [
      "First convoy of grain reaches the new port",
      "",
      `${shortEnglish} (AP Photo/Jane Doe)`,
      "",
      longEnglish,
    ].join("\n"),
  );
  expect(pictures).toMatchObject([{ altTexts: [], captions: [{ text: shortEnglish }] }]);
});
