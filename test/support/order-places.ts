import type { Vocabulary } from "../../importer/parse/control/order-table.ts";
import { csvParser } from "../../importer/parse/formats/csv/csv-parser.ts";
import { atomParser } from "../../importer/parse/formats/feeds/atom-parser.ts";
import { jsonFeedParser } from "../../importer/parse/formats/feeds/json-feed-parser.ts";
import { rssParser } from "../../importer/parse/formats/feeds/rss-parser.ts";
import { htmlParser } from "../../importer/parse/formats/html/html-parser.ts";
import { iptc7901Parser } from "../../importer/parse/formats/iptc7901/iptc7901-parser.ts";
import { jsonParser } from "../../importer/parse/formats/ndjson/json-parser.ts";
import { markdownParser } from "../../importer/parse/formats/markdown/markdown-parser.ts";
import { ndjsonParser } from "../../importer/parse/formats/ndjson/ndjson-parser.ts";
import { newsml1Parser } from "../../importer/parse/formats/newsml/newsml1-parser.ts";
import { newsmlG2Parser } from "../../importer/parse/formats/newsml/newsml-g2-parser.ts";
import { ninjsParser } from "../../importer/parse/formats/ninjs/ninjs-parser.ts";
import { nitfParser } from "../../importer/parse/formats/nitf/nitf-parser.ts";
import { wxrParser } from "../../importer/parse/formats/wxr/wxr-parser.ts";
import type { ParsedStory } from "../../importer/parse/parsed-story.ts";
import type { Parser } from "../../importer/parse/parser.ts";
import { parseText } from "../../importer/parse/text/parse-text.ts";
import { parseFixture } from "./format-fixtures.ts";

/** A place of a format in which an order can stand. */
export interface OrderPlace {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  /** Codes by which the format marks what is no story. */
  readonly passesOver?: readonly string[];
  /** Reads the smallest story of the format that has the order in that place. */
  read(order: string): ParsedStory | undefined;
}

const sentence =
  "The mill in the valley turned again on Friday, and the owner said that it would not stop before the winter came.";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const through =
  (parser: Parser, document: (order: string) => string) =>
  (order: string): ParsedStory | undefined =>
    parseFixture(parser, document(order)).stories[0];

const xml = (parser: Parser, document: (order: string) => string) =>
  through(parser, (order) => document(escaped(order)));

const g2 = (itemMeta: string, body = ""): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><itemMeta><itemClass qcode="ninat:text"/>${itemMeta}</itemMeta><contentMeta><headline>Mill turns again</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}<p>${sentence}</p></body></html></inlineXML></contentSet></newsItem>`;
const newsml1 = (management: string): string =>
  `<NewsML><NewsItem><NewsManagement>${management}</NewsManagement><NewsComponent><NewsLines><HeadLine>Mill turns again</HeadLine></NewsLines><ContentItem><DataContent>${sentence}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
const nitf = (docdata: string, body = ""): string =>
  `<nitf><head><docdata ${docdata}</docdata></head><body><body.head><hedline><hl1>Mill turns again</hl1></hedline></body.head><body.content>${body}<p>${sentence}</p></body.content></body></nitf>`;
const ninjs = (more: Readonly<Record<string, string>>): string =>
  JSON.stringify({ uri: "urn:a", type: "text", headline: "Mill turns again", body_text: sentence, ...more });
const record = (more: Readonly<Record<string, string>>): string =>
  JSON.stringify({ headline: "Mill turns again", body: sentence, ...more });
const markdown = (name: string, order: string): string =>
  `---\ntitle: Mill turns again\n${name}: ${JSON.stringify(order)}\n---\n${sentence}`;
const wxr = (status: string): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Mill turns again</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>${status}</wp:status><content:encoded>${sentence}</content:encoded></item></channel></rss>`;
const atom = (more: string, body: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><entry><id>urn:a</id><title>Mill turns again</title>${more}<content type="html">${escaped(`${body}<p>${sentence}</p>`)}</content></entry></feed>`;
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Fields in which a format says what is to become of a story. */
export const orderFields: readonly OrderPlace[] = [
  {
    name: "NewsML-G2 pubStatus",
    vocabulary: "newsml-g2-status",
    read: xml(newsmlG2Parser, (order) => g2(`<pubStatus qcode="${order}"/>`)),
  },
  {
    name: "NewsML-G2 signal",
    vocabulary: "newsml-g2-signal",
    read: xml(newsmlG2Parser, (order) => g2(`<signal qcode="${order}"/>`)),
  },
  {
    name: "NewsML-G2 signal by name",
    vocabulary: "newsml-g2-signal",
    read: xml(newsmlG2Parser, (order) => g2(`<signal qcode="x:1"><name>${order}</name></signal>`)),
  },
  {
    name: "NewsML-G2 embargoed",
    vocabulary: "embargo-field",
    read: xml(newsmlG2Parser, (order) => g2(`<embargoed>${order}</embargoed>`)),
  },
  {
    name: "NewsML-G2 edNote",
    vocabulary: "note",
    read: xml(newsmlG2Parser, (order) => g2(`<edNote>${order}</edNote>`)),
  },
  {
    name: "NewsML 1 Status",
    vocabulary: "newsml-1-status",
    read: xml(newsml1Parser, (order) => newsml1(`<Status FormalName="${order}"/>`)),
  },
  {
    name: "NewsML 1 Instruction",
    vocabulary: "newsml-1-instruction",
    read: xml(newsml1Parser, (order) => newsml1(`<Instruction FormalName="${order}"/>`)),
  },
  {
    name: "NITF management-status",
    vocabulary: "nitf-status",
    read: xml(nitfParser, (order) => nitf(`management-status="${order}">`)),
  },
  {
    name: "NITF ed-msg",
    vocabulary: "nitf-message",
    read: xml(nitfParser, (order) => nitf(`><ed-msg info="${order}"/>`)),
  },
  {
    name: "NITF ed-msg by type",
    vocabulary: "nitf-message",
    read: xml(nitfParser, (order) => nitf(`><ed-msg msg-type="${order}"/>`)),
  },
  {
    name: "ninjs pubstatus",
    vocabulary: "ninjs-status",
    read: through(ninjsParser, (order) => ninjs({ pubstatus: order })),
  },
  {
    name: "ninjs signal",
    vocabulary: "ninjs-signal",
    read: through(ninjsParser, (order) => ninjs({ signal: order })),
  },
  {
    name: "ninjs embargoed",
    vocabulary: "embargo-field",
    read: through(ninjsParser, (order) => ninjs({ embargoed: order })),
  },
  {
    name: "ninjs ednote",
    vocabulary: "note",
    read: through(ninjsParser, (order) => ninjs({ ednote: order })),
  },
  {
    name: "WordPress status",
    vocabulary: "wordpress-status",
    passesOver: ["auto-draft", "inherit"],
    read: xml(wxrParser, wxr),
  },
  {
    name: "Atom draft",
    vocabulary: "atom-draft",
    read: xml(atomParser, (order) => atom(`<app:control><app:draft>${order}</app:draft></app:control>`, "")),
  },
  {
    name: "NDJSON pubStatus",
    vocabulary: "record-status",
    read: through(ndjsonParser(), (order) => record({ pubStatus: order })),
  },
  {
    name: "NDJSON pubStatus, mapped",
    vocabulary: "record-status",
    read: through(
      ndjsonParser({ fields: { headline: { at: ["headline"] }, pubStatus: { at: ["flags"] } } }),
      (order) => record({ flags: order }),
    ),
  },
  {
    name: "NDJSON draft",
    vocabulary: "draft-flag",
    read: through(ndjsonParser(), (order) => record({ is_draft: order })),
  },
  {
    name: "NDJSON published",
    vocabulary: "published-flag",
    read: through(
      ndjsonParser({ fields: { headline: { at: ["headline"] }, published: { at: ["live"] } } }),
      (order) => record({ live: order }),
    ),
  },
  {
    name: "CSV draft",
    vocabulary: "draft-flag",
    read: through(
      csvParser(),
      (order) => `headline,body,draft\nMill turns again,${cell(sentence)},${cell(order)}\n`,
    ),
  },
  {
    name: "NDJSON embargo",
    vocabulary: "embargo-field",
    read: through(ndjsonParser(), (order) => record({ embargo: order })),
  },
  {
    name: "NDJSON edNote",
    vocabulary: "note",
    read: through(ndjsonParser(), (order) => record({ edNote: order })),
  },
  {
    name: "CSV status",
    vocabulary: "record-status",
    read: through(
      csvParser(),
      (order) => `headline,body,status\nMill turns again,${cell(sentence)},${cell(order)}\n`,
    ),
  },
  {
    name: "front matter status",
    vocabulary: "record-status",
    read: through(markdownParser, (order) => markdown("status", order)),
  },
  {
    name: "front matter draft",
    vocabulary: "draft-flag",
    read: through(markdownParser, (order) => markdown("draft", order)),
  },
  {
    name: "front matter published",
    vocabulary: "published-flag",
    read: through(markdownParser, (order) => markdown("published", order)),
  },
  {
    name: "front matter embargo",
    vocabulary: "embargo-field",
    read: through(markdownParser, (order) => markdown("embargo", order)),
  },
  {
    name: "front matter ednote",
    vocabulary: "note",
    read: through(markdownParser, (order) => markdown("ednote", order)),
  },
];

/** The head of a text, in formats of fields and without. */
export const orderHeads: readonly OrderPlace[] = [
  {
    name: "a line above the headline",
    vocabulary: "note",
    read: (order) => parseText(`${order}\nMill turns again in the valley\n\n${sentence}\n\n${sentence}`),
  },
  {
    name: "the first line of NewsML-G2",
    vocabulary: "note",
    read: xml(newsmlG2Parser, (order) => g2("", `<p>${order}</p>`)),
  },
  {
    name: "the first line of NITF",
    vocabulary: "note",
    read: xml(nitfParser, (order) => nitf(">", `<p>${order}</p>`)),
  },
  {
    name: "the first line of ninjs",
    vocabulary: "note",
    read: through(ninjsParser, (order) => ninjs({ body_text: `${order}\n\n${sentence}` })),
  },
  {
    name: "the first line of NDJSON",
    vocabulary: "note",
    read: through(ndjsonParser(), (order) => record({ body: `${order}\n\n${sentence}` })),
  },
  {
    name: "the first line of RSS",
    vocabulary: "note",
    read: xml(
      rssParser,
      (order) =>
        `<rss version="2.0"><channel><title>Wire</title><item><title>Mill turns again</title><description>${escaped(`<p>${order}</p><p>${sentence}</p>`)}</description></item></channel></rss>`,
    ),
  },
  {
    name: "the first line of Atom",
    vocabulary: "note",
    read: xml(atomParser, (order) => atom("", `<p>${order}</p>`)),
  },
  {
    name: "the first line of JSON Feed",
    vocabulary: "note",
    read: through(jsonFeedParser, (order) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Wire",
        items: [{ id: "1", title: "Mill turns again", content_text: `${order}\n\n${sentence}` }],
      }),
    ),
  },
  {
    name: "the first line of Markdown",
    vocabulary: "note",
    read: through(markdownParser, (order) => `# Mill turns again\n\n${escaped(order)}\n\n${sentence}`),
  },
  {
    name: "the first line of JSON",
    vocabulary: "note",
    read: through(jsonParser(), (order) =>
      JSON.stringify([{ headline: "Mill turns again", body: `${order}\n\n${sentence}` }]),
    ),
  },
  {
    name: "the first line of IPTC 7901",
    vocabulary: "note",
    read: through(
      iptc7901Parser,
      (order) => `\x01xyz0123 3 i 12  nwa 0816\n\x02Mill turns again =\n\n   ${order}\n   ${sentence}\n\x03`,
    ),
  },
  {
    name: "the headline of NDJSON",
    vocabulary: "note",
    read: through(ndjsonParser(), (order) => record({ headline: order })),
  },
  {
    name: "the first line of an HTML page",
    vocabulary: "note",
    read: xml(
      htmlParser,
      (order) =>
        `<!doctype html><html><head><title>Mill turns again</title></head><body><article><h1>Mill turns again</h1><p>${order}</p><p>${sentence}</p><p>${sentence}</p></article></body></html>`,
    ),
  },
];
