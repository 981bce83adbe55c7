import { expect, test } from "vitest";
import { parseOne } from "../support/parse-all.ts";

/** What matters of a story for a reader of its language. */
async function outline(file: string) {
  const { story, article, images, sources } = await parseOne(`test/importer/stories/${file}`);
  return {
    headline: article.headline,
    slug: article.slug.current,
    language: article.language,
    direction: article.direction,
    styles: article.body?.map((block) => (block._type === "block" ? block.style : "figure")),
    leadImage: article.leadImage?.image._ref === images[0]?._id,
    images: images.map(
      ({ altTexts, captions, creditLine, creators, source, dateCreated, locationCreated }) => ({
        alt: altTexts?.map(({ language, text }) => [language, text]),
        captions: captions?.map(({ language, text }) => [language, text]),
        ...{ creditLine, creators: creators?.map(({ name }) => name), source: source?._ref },
        ...{ dateCreated, city: locationCreated?.city },
      }),
    ),
    infoSources: article.infoSources?.map(({ source, role, asPrinted }) => [source._ref, role, asPrinted]),
    sources: sources.map(({ _id }) => _id),
    problems: story.problems.map(({ code }) => code),
  };
}

test("an English story keeps its byline, its two picture lines and a source that nobody knew", async () => {
  const { article } = await parseOne("test/importer/stories/library.en.txt");
  expect([article.byline, article.creators?.map(({ name }) => name)]).toEqual(["Nora Feld", ["Nora Feld"]]);
  expect(await outline("library.en.txt")).toEqual({
    headline: "City library reopens after flood repairs",
    slug: "city-library-reopens-after-flood-repairs",
    language: "en",
    direction: "ltr",
    styles: ["normal", "normal", "h2", "normal"],
    leadImage: true,
    images: [
      {
        alt: [["en", "Readers queue outside the restored main hall in Lisbon, Portugal, March 4, 2024."]],
        captions: [["en", "Readers wait for the doors to open on Monday"]],
        creditLine: "REUTERS/Ana Moreira",
        creators: ["Ana Moreira"],
        source: "source-reuters",
        dateCreated: "2024-03-04",
        city: "Lisbon",
      },
    ],
    infoSources: [
      ["source-reuters", "originator", "Reuters"],
      ["source-agencies", "contributor", "agencies"],
      ["source-the-harbour-gazette", "contributor", "the Harbour Gazette"],
    ],
    sources: ["source-reuters", "source-agencies", "source-the-harbour-gazette"],
    problems: ["new-source", "missing-asset", "publication-date-unknown"],
  });
});

test("a Hebrew story runs right to left and has its photographer from the credit in brackets", async () => {
  expect(await outline("park.he.txt")).toEqual({
    headline: "הפארק העירוני נפתח מחדש לאחר שיפוץ של שנה",
    slug: "hfrk-hyrvny-nfth-mhds-lhr-syfvts-sl-snh",
    language: "he",
    direction: "rtl",
    styles: ["normal", "normal", "h2", "normal"],
    leadImage: true,
    images: [
      {
        captions: [["he", "ילדים משחקים בפארק ביום הפתיחה"]],
        creditLine: "צילום: דנה כהן, רויטרס",
        creators: ["דנה כהן"],
        source: "source-reuters",
      },
    ],
    infoSources: [
      ["source-haaretz", "originator", "הארץ"],
      ["source-agencies", "contributor", "סוכנויות הידיעות"],
    ],
    sources: ["source-reuters", "source-haaretz", "source-agencies"],
    problems: ["missing-asset", "missing-alt-text", "publication-date-unknown"],
  });
});

test("a Persian story is not taken for Arabic, nor its repeated caption for a paragraph", async () => {
  const caption = "گردشگران از پل مرمت‌شده می‌گذرند";
  expect(await outline("bridge.fa.txt")).toEqual({
    headline: "پل تاریخی شهر پس از مرمت بازگشایی شد",
    slug: "pl-tarykhy-shhr-ps-az-mrmt-bazgshayy-shd",
    language: "fa",
    direction: "rtl",
    styles: ["normal", "normal", "h2", "normal"],
    leadImage: true,
    images: [
      { alt: [["fa", caption]], captions: [["fa", caption]], creditLine: "ایسنا", source: "source-isna" },
    ],
    infoSources: [
      ["source-isna", "originator", "ایسنا"],
      ["source-agencies", "contributor", "خبرگزاری‌ها"],
    ],
    sources: ["source-isna", "source-agencies"],
    problems: ["missing-asset", "publication-date-unknown"],
  });
});

test("a Chinese story has a readable slug and its photographer from the words after the full stop", async () => {
  expect(await outline("museum.zh.txt")).toEqual({
    headline: "城市博物馆夜间开放首日迎来三千名观众",
    slug: "cheng-shi-bo-wu-guan-ye-jian-kai-fang-shou-ri-ying-lai-san-qian-ming-guan-zhong",
    language: "zh",
    direction: "ltr",
    styles: ["normal", "normal", "h2", "normal"],
    leadImage: true,
    images: [
      {
        captions: [["zh", "观众在博物馆展厅内参观陶瓷展品。"]],
        creditLine: "新华社记者 李明 摄",
        creators: ["李明"],
        source: "source-xinhua",
      },
    ],
    infoSources: [["source-xinhua", "originator", "新华社"]],
    sources: ["source-xinhua"],
    problems: ["missing-asset", "missing-alt-text", "publication-date-unknown"],
  });
});
