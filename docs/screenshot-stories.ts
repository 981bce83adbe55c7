/** The stories of the screenshots: invented, in several languages, each with something for an editor to do. */

const paragraphs = (...texts: readonly string[]): string => `${texts.join("\n\n")}\n`;

interface Illustrated {
  readonly headline: string;
  /** Left out where an editor is to look for it. */
  readonly date?: string;
  readonly picture: string;
  readonly caption: string;
  readonly alt?: string;
}

/** A story of a page, with a picture that stands in the same folder. */
function illustrated(
  { headline, date, picture, caption, alt = "" }: Illustrated,
  ...body: readonly string[]
): string {
  const front = [`title: "${headline}"`, ...(date ? [`date: ${date}`] : []), "source: Reuters"];
  const figure = `<figure><img src="${picture}.png"${alt && ` alt="${alt}"`}><figcaption>${caption}</figcaption></figure>`;
  return paragraphs(["---", ...front, "---"].join("\n"), figure, ...body);
}

const date = "2026-11-28T09:00:00Z";

/** The day after tomorrow, as a wire writes it. */
const embargo = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
  Date.now() + 2 * 86_400_000,
);

/** What was imported the day before. */
export const earlier: Readonly<Record<string, string>> = {
  "arabic/harbour.txt": paragraphs(
    "ميناء المدينة يفتح أبوابه من جديد",
    "28 نوفمبر 2026",
    "قال رئيس البلدية يوم السبت إن الميناء القديم سيفتح أبوابه أمام السفن بعد أعمال استمرت عامين.",
    "وأضاف أن تكاليف البناء بلغت عشرين مليون دينار، وأن 14 سفينة تنتظر الدخول.",
    "المصدر: وكالة الأنباء",
  ),
  "english/tunnel.txt": paragraphs(
    "Tunnel below the river is closed for a winter",
    "November 27, 2026",
    "The tunnel below the river will be closed until March, the council of Port Alden said on Friday.",
    "Engineers found water behind the old walls, and want to see the whole length before anybody drives through it again.",
    "Buses go round by the bridge, which takes 25 minutes longer.",
    "The council will meet again on Monday, and tell shops how it will help them. Some of them have lost half of their customers.",
    "The tunnel was built ninety years ago. It was to last for fifty.",
    "Those who walk may go through on two afternoons a week, with a guide and a helmet. The first tour is sold out.",
    "Source: The Harbour Gazette",
  ),
};

/** What the editor of the screenshots finds. */
export const today: Readonly<Record<string, string>> = {
  "arabic/harbour.txt": (earlier["arabic/harbour.txt"] ?? "").replace(
    "ميناء المدينة يفتح أبوابه من جديد",
    "ميناء المدينة يفتح أبوابه أمام السفن الكبيرة",
  ),
  "arabic/dates.txt": paragraphs(
    "موسم التمور يبدأ مبكرًا هذا العام",
    "بدأ المزارعون في واحة النخيل جني التمور قبل موعدها بثلاثة أسابيع، كما قال اتحاد المزارعين.",
    "وتتوقع الواحة أن يبلغ المحصول 12 ألف طن، أي أكثر من العام الماضي بعشرة في المئة.",
    "المصدر: وكالة الأنباء",
  ),
  "arabic/lighthouse.md": illustrated(
    { headline: "المنارة القديمة تضيء من جديد", date, picture: "lighthouse", caption: "المنارة مساء الجمعة" },
    "أضاءت المنارة القديمة البحر مساء الجمعة للمرة الأولى منذ أربعين عامًا.",
    "وتجمع مئات السكان على الشاطئ، ومعهم أطفال يحملون الفوانيس.",
  ),
  "english/kill.txt": paragraphs(
    "KILL: the name of the company is wrong; a new version follows",
    "Ferry company buys two electric ships",
    "November 28, 2026",
    "The ferry company of the islands has bought two electric ships, it said on Saturday.",
    "Source: Reuters",
  ),
  "english/embargo.txt": paragraphs(
    `EMBARGOED UNTIL ${embargo} 10:00 GMT`,
    "Coral grows back faster than anybody had hoped",
    "November 28, 2026",
    "A reef that was thought dead has grown back in nine years, a study says.",
    "Source: Reuters",
  ),
  "english/tunnel-gazette.txt": (earlier["english/tunnel.txt"] ?? "")
    .replace("25 minutes", "half an hour")
    .replace("The Harbour Gazette", "Harbour Gazette Online"),
  "english/library.md": illustrated(
    {
      headline: "Library lends tools, tents and a telescope",
      picture: "library",
      caption: "The library at dusk. Reuters/Ada Byron",
      alt: "A building on a hill, below a low sun",
    },
    "The library of Upper Dale lends more than books since this week: tools, tents and, for clear nights, a telescope.",
    "Whoever has a card may keep a thing for ten days. The telescope is booked until spring.",
  ),
  "english/dam.md": illustrated(
    {
      headline: "The new dam holds its first flood",
      date,
      picture: "dam",
      caption: "The new dam above the town",
    },
    "The new dam above the town has held its first flood, engineers said on Saturday.",
    "The river rose by four metres in a night, and no cellar was wet in the morning.",
  ),
  "english/bridge.md": illustrated(
    {
      headline: "Bridge for walkers opens with a dance",
      date,
      picture: "bridge",
      caption: "The harbour on Saturday. Reuters/Ada Byron",
    },
    "The bridge for walkers was opened on Saturday by three hundred dancers.",
    "It spans the harbour, where a ferry went until now.",
  ),
  "french/pluie.txt": paragraphs(
    "Après la pluie, les vignerons respirent",
    "28 novembre 2026",
    "La pluie est enfin tombée sur les coteaux de la vallée, après onze semaines de sécheresse.",
    "« Nous avions presque perdu espoir », dit une vigneronne. Les vendanges commenceront lundi.",
    "Source : Agence de la Vallée",
  ),
  "german/turm.txt": paragraphs(
    "Türmerin gesucht: Stadt schreibt alten Beruf neu aus",
    "28. November 2026",
    "Die Stadt sucht zum ersten Mal seit hundert Jahren eine Türmerin, die jeden Abend vom Kirchturm bläst.",
    "Bis zum Freitag haben sich 214 Menschen beworben, die jüngste ist neunzehn.",
    "Quelle: Talbote",
  ),
  "spanish/faro.txt": paragraphs(
    "El mercado del puerto vuelve a abrir de noche",
    "28 de noviembre de 2026",
    "El mercado del puerto abrirá otra vez por la noche, anunció el ayuntamiento este sábado.",
    "Los pescadores lo pedían desde hace tres años.",
    "Fuente: Diario del Puerto",
  ),
  "russian/most.txt": paragraphs(
    "На реке открыли пешеходный мост",
    "28 ноября 2026",
    "Пешеходный мост через реку открыли в субботу после двух лет работ.",
    "В первый день по нему прошли девять тысяч человек.",
    "Источник: Речной вестник",
  ),
};

/** Colours of the sky and of the land, for each picture of the stories. */
export const pictures: Readonly<Record<string, readonly [sky: string, land: string]>> = {
  library: ["#fec89a", "#354f52"],
  lighthouse: ["#f4a261", "#264653"],
  dam: ["#a8dadc", "#457b9d"],
  bridge: ["#ffd6a5", "#6d597a"],
};
