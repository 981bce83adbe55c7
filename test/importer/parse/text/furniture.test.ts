import { describe, expect, test } from "vitest";
import { assignRoles } from "../../../../importer/parse/text/assign-roles.ts";
import { closingLines } from "../../../../importer/parse/text/closing-lines.ts";
import { findEnd } from "../../../../importer/parse/text/find-end.ts";
import { groupLines, type RoledLine } from "../../../../importer/parse/text/lines.ts";
import { observeLines } from "../../../../importer/parse/text/observe-lines.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { RoleBoard } from "../../../../importer/parse/text/role-board.ts";
import { isUnsure } from "../../../../schemas/index.ts";

/** A story of a bridge, a market or a school, and what its page has below it; hardly a word of either is in a lexicon. */
interface PageStory {
  readonly headline: string;
  readonly text: readonly string[];
  readonly tail: readonly string[];
}

const pages: Readonly<Record<string, PageStory>> = {
  sw: {
    headline: "Soko jipya la samaki lafunguliwa katika mji wa Mbweni",
    text: [
      "Soko jipya la samaki limefunguliwa leo katika mji wa Mbweni baada ya miaka miwili ya ujenzi, na wavuvi wanasema litawasaidia kuuza samaki wao kwa bei nzuri zaidi.",
      "Meya wa mji huo alisema kwamba soko lina barafu, maji safi na meza mia moja, na kwamba wachuuzi hawatalipa kodi kwa miezi sita ya kwanza.",
      "Ujenzi wa barabara inayoelekea sokoni utaanza mwezi ujao.",
    ],
    tail: [
      ...["Habari zaidi kuhusu hili", "Mvua kubwa yaharibu daraja la Kijito", "Saa 3 zilizopita"],
      ...["Shule mpya yapata walimu kumi", "12 Machi 2024", "Iliyosomwa zaidi wiki hii", "1"],
      ...[
        "Bei ya mahindi yapanda tena",
        "2",
        "Timu ya mji yashinda mechi ya tatu",
        "Kuhusu sisi",
        "Sera ya faragha",
      ],
    ],
  },
  uz: {
    headline: "Daryo ustidagi eski ko‘prik bir yilga yopiladi",
    text: [
      "Shahar kengashi dushanba kuni kechqurun eski ko‘prikni bir yilga yopishga qaror qildi, chunki uning ustunlari ta’mirga muhtoj ekan.",
      "Odamlar va mashinalar bu vaqt ichida har o‘n daqiqada qatnaydigan paromdan foydalanadi, dedi shahar hokimi yig‘ilishdan keyin.",
    ],
    tail: [
      ...["Mavzuga oid xabarlar", "Tog‘ qishlog‘ida yangi maktab ochildi"],
      "Maktabda to‘rt yuz nafar bola o‘qiydi va ular orasida qo‘shni qishloqdan keladiganlar ham bor.",
      "Bozorda meva va sabzavot narxlari pasaydi",
      "Savdogarlar narxlar bir oy ichida sezilarli darajada pasayganini aytishmoqda.",
      ...["Ko‘proq o‘qilganlar", "Biz haqimizda", "Bog‘lanish"],
    ],
  },
  ta: {
    headline: "ஆற்றின் மேல் உள்ள பழைய பாலம் ஓராண்டுக்கு மூடப்படும்",
    text: [
      "ஆற்றின் மேல் உள்ள பழைய பாலத்தை ஓராண்டுக்கு மூட நகர சபை திங்கட்கிழமை மாலை முடிவு செய்தது, ஏனெனில் அதன் தூண்களைச் சீரமைக்க வேண்டியுள்ளது.",
      "இந்தக் காலத்தில் மக்கள் பத்து நிமிடங்களுக்கு ஒருமுறை செல்லும் படகைப் பயன்படுத்தலாம் என்று மேயர் கூட்டத்துக்குப் பிறகு தெரிவித்தார்.",
    ],
    tail: [
      ...["தொடர்புடைய செய்திகள்", "மலைக் கிராமத்தில் புதிய பள்ளி திறக்கப்பட்டது", "5 மணி நேரங்களுக்கு முன்னர்"],
      ...["சந்தையில் காய்கறி விலை குறைந்தது", "12 மார்ச் 2024", "எங்களைப் பற்றி", "தொடர்பு கொள்ள"],
    ],
  },
  ka: {
    headline: "მდინარეზე ძველი ხიდი ერთი წლით დაიკეტება",
    text: [
      "ქალაქის საბჭომ ორშაბათს საღამოს გადაწყვიტა, რომ ძველი ხიდი ერთი წლით დაიკეტება, რადგან მის საყრდენებს შეკეთება სჭირდება.",
      "ამ ხნის განმავლობაში ხალხი ისარგებლებს ბორნით, რომელიც ყოველ ათ წუთში ივლის, თქვა მერმა სხდომის შემდეგ.",
    ],
    tail: [
      ...["მსგავსი ამბები", "ახალი სკოლა გაიხსნა მთის სოფელში", "ბაზარში ხილი გაიაფდა", "01:12"],
      ...["ჩვენ შესახებ", "კონტაქტი"],
      "ეს საიტი იყენებს ფაილებს, რომლებიც თქვენს კომპიუტერში ინახება, და მათზე თანხმობა ნებისმიერ დროს შეგიძლიათ გააუქმოთ.",
    ],
  },
  vi: {
    headline: "Cây cầu cũ trên sông sẽ đóng cửa một năm",
    text: [
      "Hội đồng thành phố tối thứ Hai quyết định đóng cửa cây cầu cũ trong một năm, vì các trụ cầu cần được sửa chữa trước mùa mưa lũ.",
      "Trong thời gian này người dân sẽ đi phà, mười phút một chuyến, từ sáu giờ sáng đến nửa đêm, thị trưởng cho biết sau cuộc họp.",
    ],
    tail: [
      ...["Khai trương ngôi trường mới ở vùng núi", "2 giờ trước", "Giá rau ở chợ giảm mạnh"],
      ...["Đọc nhiều nhất", "12 bình luận", "Giới thiệu", "Liên hệ"],
    ],
  },
  am: {
    headline: "በከተማዋ አዲስ የአውቶቡስ መስመር ተከፈተ",
    text: [
      "የከተማዋ ትራንስፖርት ቢሮ ዛሬ አዲስ የአውቶቡስ መስመር መክፈቱን አስታወቀ።",
      "መስመሩ ሰሜናዊውን ሰፈር ከማዕከላዊው ገበያ ጋር ያገናኛል።",
      "የቢሮው ኃላፊ እንዳሉት አሥራ ሁለት አዳዲስ አውቶቡሶች በመስመሩ ላይ የሚሰማሩ ሲሆን እያንዳንዳቸው በሃያ ደቂቃ ልዩነት ለተሳፋሪዎች አገልግሎት ይሰጣሉ።",
    ],
    tail: ["ተጨማሪ ዜናዎች", "አዲስ ትምህርት ቤት ተከፈተ", "የገበያ ዋጋ ቀነሰ", "ስለ እኛ"],
  },
  th: {
    headline: "เทศบาลปิดสะพานเก่าข้ามแม่น้ำหนึ่งปี",
    text: [
      "สภาเทศบาลมีมติเมื่อค่ำวันจันทร์ให้ปิดสะพานเก่าข้ามแม่น้ำเป็นเวลาหนึ่งปี เนื่องจากเสาสะพานต้องได้รับการซ่อมแซมก่อนฤดูน้ำหลากที่จะมาถึง",
      "ในระหว่างนี้ประชาชนสามารถใช้เรือข้ามฟากซึ่งออกทุกสิบนาทีตั้งแต่หกโมงเช้าจนถึงเที่ยงคืน นายกเทศมนตรีกล่าวหลังการประชุม",
    ],
    tail: ["ข่าวที่เกี่ยวข้อง", "เปิดโรงเรียนใหม่บนดอย", "ราคาผักในตลาดลดลง", "เกี่ยวกับเรา"],
  },
  my: {
    headline: "မြစ်ကူးတံတားဟောင်း တစ်နှစ်ကြာ ပိတ်မည်",
    text: [
      "မြို့တော်ကောင်စီက မြစ်ကူးတံတားဟောင်းကို တစ်နှစ်ကြာ ပိတ်ထားရန် တနင်္လာနေ့ညနေက ဆုံးဖြတ်ခဲ့သည်။",
      "ထိုအတောအတွင်း ပြည်သူများသည် ဆယ်မိနစ်လျှင် တစ်ကြိမ် ထွက်သော ကူးတို့သင်္ဘောကို အသုံးပြုနိုင်သည်ဟု မြို့တော်ဝန်က ပြောကြားသည်။",
    ],
    tail: ["ဆက်စပ်သတင်းများ", "တောင်ပေါ်ရွာတွင် ကျောင်းသစ်ဖွင့်", "ဈေးထဲတွင် ဟင်းသီးဟင်းရွက်ဈေးကျ", "ကျွန်ုပ်တို့အကြောင်း"],
  },
  hy: {
    headline: "Գետի վրայի հին կամուրջը կփակվի մեկ տարով",
    text: [
      "Քաղաքային խորհուրդը երկուշաբթի երեկոյան որոշեց մեկ տարով փակել գետի վրայի հին կամուրջը, քանի որ նրա սյուները նորոգման կարիք ունեն։",
      "Այդ ընթացքում մարդիկ կօգտվեն լաստանավից, որը կաշխատի տասը րոպեն մեկ, ասաց քաղաքապետը նիստից հետո։",
    ],
    tail: [
      "Նմանատիպ լուրեր",
      "Լեռնային գյուղում նոր դպրոց է բացվել",
      "Շուկայում միրգն էժանացել է",
      "Մեր մասին",
    ],
  },
  el: {
    headline: "Κλείνει για έναν χρόνο η παλιά γέφυρα του ποταμού",
    text: [
      "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει για έναν χρόνο η παλιά γέφυρα, επειδή τα βάθρα της χρειάζονται επισκευή πριν από τις βροχές.",
      "Οι κάτοικοι θα περνούν με το φέρι, που θα φεύγει κάθε δέκα λεπτά από τις έξι το πρωί ως τα μεσάνυχτα.",
    ],
    tail: [
      "Ροή ειδήσεων",
      "17:05",
      "Πωλείται ο μύλος στον πάνω ποταμό",
      "16:48",
      "Νέο σχολείο στο νησί",
      "16:20",
      "Ο γιατρός με το ποδήλατο",
      "Δείτε όλες τις ειδήσεις",
      "Όροι χρήσης",
    ],
  },
  hu: {
    headline: "Egy évre lezárják a régi hidat a folyón",
    text: [
      "A városi tanács hétfő este úgy döntött, hogy egy évre lezárják a régi hidat, mert a pilléreit az esőzések előtt meg kell javítani.",
      "Az emberek komppal kelhetnek át, amely tízpercenként indul reggel hattól éjfélig, mondta a polgármester az ülés után.",
    ],
    tail: [
      "Eladó a malom a felső folyónál",
      "A régi malom tulajdonosa tavasz óta keres vevőt, és két család már meg is nézte.",
      "Új iskola nyílt a szigeten",
      "Négyszáz gyerek tanul majd az iskolában, amelyet két év alatt építettek fel.",
      "Kerékpáron jár a betegeihez az orvos",
      "A doktornő naponta húsz kilométert teker a falvak között.",
    ],
  },
  ps: {
    headline: "پر سیند زوړ پل د یوه کال لپاره تړل کېږي",
    text: [
      "د ښار شورا د دوشنبې په ماښام پرېکړه وکړه چې پر سیند زوړ پل د یوه کال لپاره وتړي، ځکه چې ستنې یې د بارانونو له موسم مخکې رغولو ته اړتیا لري.",
      "خلک به په دې موده کې له کښتۍ کار اخلي چې په هرو لسو دقیقو کې یو ځل تګ راتګ کوي، ښاروال د غونډې وروسته وویل.",
    ],
    tail: [
      "نور خبرونه",
      "په غره کې نوی ښوونځی پرانیستل شو",
      "په بازار کې د مېوو بیې راټیټې شوې",
      "زموږ په اړه",
      "اړیکه",
    ],
  },
};

const roled = (text: string): RoledLine[] => assignRoles(groupLines(text));
const shown = (lines: readonly RoledLine[]): string =>
  lines.map(({ role, rule, confidence, text }) => `${role} (${rule} ${confidence}): ${text}`).join("\n");
const isDropped = ({ role, confidence }: RoledLine): boolean =>
  role === "boilerplate" && !isUnsure(confidence);

const joints = { "with blank lines": "\n\n", "without blank lines": "\n", "with CRLF": "\r\n\r\n" };

describe.each(Object.entries(pages))("a page in %s", (_, { headline, text, tail }) => {
  test.each(Object.entries(joints))("keeps its text and loses what is below it, %s", (_, joint) => {
    const lines = roled([headline, ...text, ...tail].join(joint).replaceAll("\r", ""));
    const roles = lines.map((line) => (isDropped(line) ? "dropped" : line.role));
    expect(roles, shown(lines)).toEqual([
      "headline",
      ...text.map(() => "paragraph"),
      ...tail.map(() => "dropped"),
    ]);
  });

  test("keeps all of the text where the page has nothing below it", () => {
    const lines = roled([headline, ...text].join("\n\n"));
    expect(
      lines.map(({ role }) => role),
      shown(lines),
    ).toEqual(["headline", ...text.map(() => "paragraph")]);
  });
});

const paragraphs = [
  "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.",
  "Traffic will take the ferry meanwhile, which runs every ten minutes from six in the morning until midnight.",
  "Shops on both sides of the river fear for their customers, and the mayor has promised them lower rents.",
];
const story = ["Bridge over the river closed for a year", ...paragraphs];
const others = [
  "Mill on the upper river for sale",
  "The owner of the old mill has been looking for a buyer since the spring, and two families from the town have been to see it.",
  "Pictures of the week",
  "A boat race, a wedding and a cow on the roof of the town hall are among the pictures that our readers have sent us.",
];

/** How many lines there are of each role, but for those that are dropped. */
function rolesOf(...lines: string[]): string[] {
  return roled(lines.join("\n\n")).map((line) => (isDropped(line) ? "dropped" : line.role));
}

describe("a line that closes the story", () => {
  test.each(closingLines.map((closing) => [closing.name, closing] as const))(
    "%s does in its example",
    (_, own) => {
      const lines = observeLines(groupLines([...story, own.example].join("\n\n")));
      const { closing } = findEnd(new RoleBoard(lines), 1);
      expect(closing).toMatchObject({ name: own.name, line: { text: own.example } });
    },
  );

  test.each([
    ...["(ends)", "ENDS", "###", "-30-", "– 30 –", "انتهى", "（完）", "Enditem", "[FIN]", "انتهای پیام/۲۱"],
    ...["Source: Reuters", "المصدر : الجزيرة + وكالات", "来源：新华社", "Quelle: dpa", "Chanzo: Reuters"],
    ...["(Reporting by Jane Doe; editing by the desk)", "Source: Bridge Post"],
  ])("%j leaves nothing below it in the story, whatever its length", (closing) => {
    const below = rolesOf(...story, closing, ...others).slice(story.length + 1);
    expect(below).toEqual(others.map(() => "dropped"));
  });

  test("may stand at the end of the last paragraph", () => {
    const [last = ""] = paragraphs;
    for (const mark of [" Enditem", "（完）", " (ends)"])
      expect(rolesOf(...story, `${last}${mark}`, ...others).slice(4)).toEqual([
        "paragraph",
        ...others.map(() => "dropped"),
      ]);
  });

  test("leaves credits and names right below it in the story", () => {
    expect(
      rolesOf(...story, "Source: Reuters", "Photo: Jane Doe/AP", "(Editing by the desk)", ...others).slice(4),
    ).toEqual(["sourceLine", "imageCredit", "sourceLine", ...others.map(() => "dropped")]);
  });

  test("leaves notes to editors below an end mark as they are", () => {
    const note =
      "The bridge was built in 1904 by the town and has been closed for repairs twice since it was opened.";
    expect(rolesOf(...story, "ENDS", "Notes to editors", note).slice(4)).toEqual([
      "dropped",
      "subheading",
      "paragraph",
    ]);
  });

  test.each([
    ["stands above the text", ["Bridge over the river closed for a year", "Source: Reuters", ...paragraphs]],
    [
      "is that of a chart in the middle of the text",
      [...story, "Source: River Board", ...paragraphs.map((text) => text.replace("will", "shall"))],
    ],
    [
      "names an agency in the middle of the text",
      [...story, "Source: Reuters", ...paragraphs.map((text) => text.replace("will", "shall"))],
    ],
  ])("closes nothing where it %s", (_, lines) => {
    expect(rolesOf(...lines).filter((role) => role === "paragraph")).toHaveLength(
      lines.filter((line) => line.length > 100).length,
    );
  });
});

describe("short lines between paragraphs", () => {
  const [first = "", second = "", third = ""] = paragraphs;
  const [headline = ""] = story;
  const between = (...lines: string[]): string[] =>
    rolesOf(headline, first, second, ...lines, third).slice(3, -1);

  test.each([
    [
      "titles with their dates",
      ["Mill for sale", "March 4, 2024", "A new bell for the town hall", "March 2, 2024"],
    ],
    ["titles with how long films are", ["Watch: the mill", "01:12", "The cow on the roof", "00:48"]],
    ["titles beside a line that pages have", ["Read also", "Mill for sale", "A new bell for the town hall"]],
  ])("are left out: %s", (_, lines) => {
    expect(between(...lines)).toEqual(lines.map(() => "dropped"));
  });

  test.each([
    [
      "a list that is announced",
      ["The ways over the river are:", "the ferry", "the old dam", "the railway bridge"],
    ],
    ["results", ["Riverside 3 Millfield 1", "Harbour 0 Old Town 0", "Northgate 2 Quay 5"]],
    ["names with what they do", ["Jane Doe: mayor", "John Smith: ferryman", "Ann Other: baker"]],
    ["a poem", ["The river knows no bridge,", "the bridge no river,", "and I no other shore,", "my love"]],
    ["names", ["Jane Doe", "John Smith", "Ann Other", "Mary Major"]],
    ["a heading", ["What comes next"]],
  ])("stay in the story: %s", (_, lines) => {
    expect(between(...lines)).not.toContain("dropped");
    expect(rolesOf(headline, first, second, ...lines, third).at(-1)).toBe("paragraph");
  });

  test("are left out where one recurs, and speakers of a talk are not", () => {
    const more = paragraphs.map((text) => text.replace("will", "shall"));
    const [note, ...speakers] = ["Hikaya inaendelea hapa chini", "Jane Doe", "John Smith"];
    const talk = (...turns: string[]): string[] =>
      rolesOf(
        headline,
        first,
        ...[...paragraphs, ...more].flatMap((text, at) => [turns[at % turns.length] ?? "", text]),
      );
    expect(talk(note).filter((role) => role === "dropped")).toHaveLength(6);
    expect(talk(...speakers)).not.toContain("dropped");
  });

  test("are left out where the title of another story stands below the text again", () => {
    const title = "Daraja jipya kufunguliwa mwezi ujao";
    expect(
      rolesOf(headline, first, title, second, third, "Habari zaidi", title, "Kuhusu sisi").slice(2, 3),
    ).toEqual(["dropped"]);
  });

  test("do not end a text that goes on below them", () => {
    const lines = ["Mill for sale", "March 4, 2024", "A new bell for the town hall", "March 2, 2024"];
    expect(rolesOf(headline, first, ...lines, second, third).slice(-2)).toEqual(["paragraph", "paragraph"]);
    expect(rolesOf(headline, first, second, ...lines, `${third} ${third}`).at(-1)).toBe("paragraph");
  });
});

test("paragraphs below headings stay where the story ends with them", () => {
  const parts = paragraphs.flatMap((text, at) => [`Part ${["one", "two", "three"][at] ?? ""}`, text]);
  expect(rolesOf(...story, ...parts).slice(4)).toEqual(paragraphs.flatMap(() => ["subheading", "paragraph"]));
});

test("what is left out below a text is listed with its reason", () => {
  const { pieces, blocks } = parseText([...story, "Source: Reuters", ...others].join("\n\n"));
  expect(blocks).toHaveLength(paragraphs.length);
  expect(pieces?.filter(({ isDropped }) => isDropped).map(({ text, reason }) => [text, reason])).toEqual(
    others.map((text) => [text, "page-furniture"]),
  );
});
