import { describe, expect, test } from "vitest";
import { headCharacters, parserOf, parsersFor } from "../../../../importer/parse/parsers.ts";
import type { ParsedPicture } from "../../../../importer/parse/parsed-story.ts";

/** A size that a picture is offered in, as every wire format can write it. */
interface Offered {
  readonly href: string;
  /** What the format calls such a size, in its own words. */
  readonly is?: "preview" | "original";
  readonly type?: string;
  readonly width?: number;
  readonly height?: number;
}

const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`))
    .join("");

const nitfMedia = (offered: readonly Offered[]): string =>
  `<media media-type="image">${offered
    .map(
      ({ href, is, type, width, height }) =>
        `<media-reference${attributes({ source: href, name: is, "mime-type": type, width, height })}/>`,
    )
    .join("")}</media>`;
const nitf = (offered: readonly Offered[]): string =>
  `<nitf><body><body.head><hedline><hl1>A quay</hl1></hedline></body.head><body.content><p>Text.</p>${nitfMedia(offered)}</body.content></body></nitf>`;

const newsml1Item = (content: string, pictures: string): string =>
  `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>A quay</HeadLine></NewsLines>${pictures}<NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent>${content}</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`;

const g2Item = (content: string): string =>
  `<newsItem guid="t1"><itemMeta><itemClass qcode="ninat:text"/><link rel="irel:seeAlso" residref="p1"/></itemMeta><contentMeta><headline>A quay</headline></contentMeta><contentSet><inlineXML contenttype="application/nitf+xml">${content}</inlineXML></contentSet></newsItem>`;
const g2Message = (items: string): string =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items}</itemSet></newsMessage>`;

const rendition = ({ href, is, type, width, height }: Offered, name: string | undefined) => ({
  href,
  name: is ?? name,
  mimetype: type,
  width,
  height,
});

/** A story with one picture in every format that offers pictures in sizes. */
const formats: readonly { readonly format: string; input(offered: readonly Offered[]): string }[] = [
  {
    format: "newsml-g2",
    input: (offered) =>
      g2Message(
        `${g2Item('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text.</p></body></html>')}<newsItem guid="p1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet>${offered
          .map(
            ({ href, is, type, width, height }) =>
              `<remoteContent${attributes({ href, rendition: is && `rnd:${is}`, contenttype: type, width, height })}/>`,
          )
          .join("")}</contentSet></newsItem>`,
      ),
  },
  {
    format: "newsml-1",
    input: (offered) =>
      newsml1Item(
        "<p>Text.</p>",
        `<NewsComponent>${offered
          .map(
            ({ href, is, type, width, height }) =>
              `<NewsComponent>${is === undefined ? "" : `<Role FormalName="${is}"/>`}<ContentItem${attributes({ Href: href })}><MediaType FormalName="Photo"/>${
                type === undefined ? "" : `<MimeType FormalName="${type}"/>`
              }<Characteristics>${Object.entries({ Width: width, Height: height })
                .map(([name, value]) =>
                  value === undefined ? "" : `<Property FormalName="${name}" Value="${value}"/>`,
                )
                .join("")}</Characteristics></ContentItem></NewsComponent>`,
          )
          .join("")}</NewsComponent>`,
      ),
  },
  { format: "nitf", input: nitf },
  {
    format: "newsml-1",
    input: (offered) => newsml1Item(nitf(offered), ""),
  },
  { format: "newsml-g2", input: (offered) => g2Message(g2Item(nitf(offered))) },
  {
    format: "ninjs",
    input: (offered) =>
      JSON.stringify({
        uri: "t1",
        type: "text",
        headline: "A quay",
        body_html: "<p>Text.</p>",
        associations: {
          main: {
            uri: "p1",
            type: "picture",
            renditions: Object.fromEntries(
              offered.map((each, index) => [
                each.is ?? `size${index}`,
                { ...rendition(each, undefined), name: undefined },
              ]),
            ),
          },
        },
      }),
  },
  {
    format: "ninjs",
    input: (offered) =>
      JSON.stringify({
        uri: "t1",
        type: "text",
        headlines: [{ value: "A quay" }],
        bodies: [{ value: "<p>Text.</p>", contentType: "text/html" }],
        associations: [
          {
            name: "main",
            uri: "p1",
            type: "picture",
            renditions: offered.map((each, index) => rendition(each, `size${index}`)),
          },
        ],
      }),
  },
  ...["group", "contents"].map((form) => ({
    format: "rss",
    input: (offered: readonly Offered[]) =>
      `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Quays</title><item><title>A quay</title><description>Text.</description><media:group>${offered
        .map(({ href, is, type, width, height }) =>
          is === "preview" && form === "group"
            ? `<media:thumbnail${attributes({ url: href, width, height })}/>`
            : `<media:content${attributes({ url: href, medium: type === undefined ? "image" : undefined, type, expression: is && { preview: "sample", original: "full" }[is], width, height })}/>`,
        )
        .join("")}</media:group></item></channel></rss>`,
  })),
];

const web = (name: string): string => `https://a.example/${name}`;

const cases: readonly {
  readonly what: string;
  readonly offered: readonly Offered[];
  readonly taken: Pick<ParsedPicture, "url" | "file"> | undefined;
}[] = [
  {
    what: "the widest, wherever it stands",
    offered: [
      { href: web("480.jpg"), width: 480 },
      { href: web("1920.jpg"), width: 1920 },
      { href: web("960.jpg"), width: 960 },
    ],
    taken: { url: web("1920.jpg") },
  },
  {
    what: "the higher of two that are as wide",
    offered: [
      { href: web("crop.jpg"), width: 960, height: 540 },
      { href: web("whole.jpg"), width: 960, height: 720 },
    ],
    taken: { url: web("whole.jpg") },
  },
  {
    what: "the first of those that tell no size",
    offered: [{ href: web("a.jpg") }, { href: web("b.jpg") }],
    taken: { url: web("a.jpg") },
  },
  {
    what: "no preview, even one that is the only to tell its size",
    offered: [{ href: web("preview.jpg"), is: "preview", width: 640 }, { href: web("a.jpg") }],
    taken: { url: web("a.jpg") },
  },
  {
    what: "a preview where there is nothing else that can be found",
    offered: [
      { href: "AP-4711", width: 4000 },
      { href: web("preview.jpg"), is: "preview", width: 640 },
    ],
    taken: { url: web("preview.jpg") },
  },
  {
    what: "the original that tells no size over what does",
    offered: [
      { href: web("960.jpg"), width: 960 },
      { href: web("original.jpg"), is: "original" },
    ],
    taken: { url: web("original.jpg") },
  },
  {
    what: "the next where the largest has an address that nobody may open",
    offered: [
      { href: "ftp://a.example/4000.jpg", width: 4000 },
      { href: web("960.jpg"), width: 960 },
    ],
    taken: { url: web("960.jpg") },
  },
  {
    what: "nothing that is declared as something else than a picture",
    offered: [
      { href: web("film.mp4"), type: "video/mp4", width: 4000 },
      { href: web("960"), type: "image/jpeg", width: 960 },
    ],
    taken: { url: web("960") },
  },
  {
    what: "a file that comes along, also without a word about it",
    offered: [{ href: "./img/a%20quay.jpg" }],
    taken: { file: "img/a quay.jpg" },
  },
  { what: "no file out of the folder", offered: [{ href: "../../etc/a.jpg" }], taken: undefined },
  { what: "no file by its path on the disk", offered: [{ href: "/etc/a.jpg" }], taken: undefined },
  { what: "no number in somebody's archive", offered: [{ href: "iJIJyyF0" }], taken: undefined },
];

describe("a picture is the same in every wire format", () => {
  test.each(cases)("it is $what", ({ offered, taken }) => {
    const chosen = formats.map(({ format, input }) => {
      const text = input(offered);
      const parser = parserOf({ text: text.slice(0, headCharacters) }, parsersFor());
      expect(parser?.format).toBe(format);
      const stories = [...(parser?.parse(text, {}) ?? [])].flatMap((item) =>
        item.kind === "story" ? [item.story] : [],
      );
      expect(stories.map(({ headline }) => headline)).toEqual(["A quay"]);
      return {
        format,
        pictures: stories.flatMap(({ pictures }) =>
          pictures.map(({ url, file }) => ({
            ...(url === undefined ? {} : { url }),
            ...(file === undefined ? {} : { file }),
          })),
        ),
      };
    });
    expect(chosen).toEqual(
      formats.map(({ format }) => ({ format, pictures: taken === undefined ? [] : [taken] })),
    );
  });
});
