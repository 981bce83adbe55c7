import type { SanityClient } from "@sanity/client";
import sharp from "sharp";
import { lakeClient } from "../../cli/lake-client.ts";
import { openLake, serveLake } from "../../lake/index.ts";

export interface Newsroom {
  readonly client: SanityClient;
  readonly url: string;
  close(): Promise<void>;
}

const figure = (image: string) => ({ _type: "figure", image: reference(image) });
const reference = (id: string) => ({ _type: "reference", _ref: id });
const text = (language: string, value: string) => ({
  _type: "localizedText",
  _key: language,
  language,
  text: value,
});
const span = (value: string, ...marks: string[]) => ({ _type: "span", _key: "s", text: value, marks });
const block = (key: string, value: string, style = "normal") => ({
  _type: "block",
  _key: key,
  style,
  children: [span(value)],
  markDefs: [],
});

/** An article with what every article has, and whatever else is given. */
export const article = (key: string, more: Readonly<Record<string, unknown>> = {}) => ({
  _id: `article-${key}`,
  _type: "article",
  headline: `Headline of ${key}`,
  slug: { _type: "slug", current: key },
  language: "en",
  direction: "ltr",
  pubStatus: "usable",
  ...more,
});

/** A lake in memory, served over HTTP, with a few published documents in it: two stories, two images, two sources. */
export async function openNewsroom(): Promise<Newsroom> {
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), { port: 0 });
  const client = lakeClient(server.url, "production");
  const picture = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#7fa6c9" } })
    .jpeg()
    .toBuffer();
  const asset = await client.assets.upload("image", picture, { filename: "harbour.jpg" });

  await client
    .transaction()
    .create({
      _id: "source-al-jazeera",
      _type: "source",
      name: "Al Jazeera",
      kind: "broadcaster",
      names: [{ _type: "sourceName", _key: "ar", language: "ar", value: "الجزيرة" }],
    })
    .create({ _id: "source-reuters", _type: "source", name: "Reuters", kind: "agency" })
    .create({
      _id: "newsimage-lead",
      _type: "newsImage",
      asset: {
        _type: "image",
        asset: reference(asset._id),
        crop: { _type: "sanity.imageCrop", top: 0, bottom: 0, left: 0.25, right: 0.25 },
      },
      captions: [text("ar", "الميناء يوم الجمعة")],
      altTexts: [text("en", 'The "old" harbour')],
      creditLine: "REUTERS/A. Photographer",
      source: reference("source-reuters"),
    })
    .create({ _id: "newsimage-missing", _type: "newsImage", captions: [text("ar", "صورة بلا ملف")] })
    .create(
      article("harbour", {
        headline: "الميناء يفتح أبوابه",
        language: "ar",
        direction: "rtl",
        publishedAt: "2016-11-19T12:00:00Z",
        leadImage: figure("newsimage-lead"),
        sourceLine: "المصدر : الجزيرة",
        infoSources: [
          { _type: "infoSource", _key: "a", role: "originator", source: reference("source-al-jazeera") },
        ],
        body: [
          block("p1", "فتح الميناء أبوابه <b>اليوم</b>."),
          block("h", "العاصفة", "h2"),
          { ...figure("newsimage-missing"), _key: "f" },
          {
            ...block("p2", ""),
            children: [span("انظر "), { ...span("البيان", "link"), _key: "t" }],
            markDefs: [{ _type: "link", _key: "link", href: "https://example.org/?a=1&b=2" }],
          },
        ],
      }),
    )
    .create(
      article("council", { publishedAt: "2016-11-20T12:00:00Z", body: [block("p", "The council voted.")] }),
    )
    .commit();

  return { client, url: server.url, close: server.close };
}
