import { parse as parseCsv } from "csv-parse/sync";
import { DOMParser, parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";

/**
 * The texts of the stories in an input that somebody would miss if they were gone, by its format: read without the rules of
 * the importer. Ids, addresses and other data are left out where a format has a place of its own for them.
 */
export function textsOfInput(format: string, input: string): string[] {
  const read = readers.find(({ formats }) => formats.includes(format))?.read;
  if (read === undefined) throw new Error(`No reader for ${format}`);
  // What is left of escaping is no word.
  return read(input).map((text) => text.replace(/&(?:amp;)*#?\w+;|<\/?\w+[^<>]*>/g, " "));
}

const readers: readonly {
  readonly formats: readonly string[];
  readonly read: (input: string) => string[];
}[] = [
  { formats: ["html"], read: htmlTexts },
  { formats: ["ninjs", "json-feed"], read: (input) => jsonTexts(storiesIn(JSON.parse(input))) },
  { formats: ["ndjson"], read: (input) => jsonLines(input).flatMap(jsonTexts) },
  { formats: ["csv"], read: csvTexts },
  { formats: ["json"], read: (input) => jsonTexts(recordsIn(JSON.parse(input))) },
  { formats: ["iptc7901"], read: (input) => input.split(/[\0-\x1f]+/) },
  { formats: ["markdown"], read: markdownTexts },
  { formats: ["rss", "atom", "wxr", "nitf", "newsml-1", "newsml-g2"], read: xmlTexts },
];

const block =
  "p, div, br, li, ul, ol, h1, h2, h3, h4, h5, h6, td, th, tr, table, caption, section, article, main, header, footer, nav, aside, figure, figcaption, blockquote, dd, dt, a + a, form, button, label, select, option, iframe, video, hr, pre, address, img";

function htmlTexts(html: string): string[] {
  const { document } = parseHTML(/<(?:html|body)\b/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const silent = "script, style, template, head, title, noscript, svg, canvas, object, math";
  for (const element of document.querySelectorAll(silent)) element.remove();
  for (const element of document.querySelectorAll(block)) {
    element.before(" ");
    element.after(" ");
  }
  return [document.body.textContent];
}

/** HTML that an escaped text holds is read as such, however often it is escaped. */
function textsOf(text: string): string[] {
  const read = /<\/?\w|&#?\w+;/.test(text) ? htmlTexts(text) : [text];
  return read.join() === text ? [text] : read.flatMap(textsOf);
}

function xmlTexts(xml: string): string[] {
  const plain = xml.replace(/^[^<]+|<\?xml[^>]*>|<!DOCTYPE[^>]*>/gi, "");
  const document = new DOMParser().parseFromString(plain, "text/xml");
  const items = [...document.querySelectorAll("item, entry, newsItem, nitf, NewsItem")];
  const stories = items.filter(
    (item) =>
      !items.some((other) => other !== item && other.contains(item)) &&
      !/<wp:post_type>(?!<!\[CDATA\[post|post)|<wp:status>(?:auto-draft|inherit)/.test(item.toString()) &&
      !/<itemClass[^>]*"ninat:(?!text|composite)/.test(item.toString()),
  );
  return stories.flatMap(leavesOf).flatMap(textsOf);
}

function leavesOf(node: ChildNode): string[] {
  // References part a text into several nodes.
  const isLeaf = [...node.childNodes].every(({ nodeType }) => nodeType === 3 || nodeType === 4);
  return isLeaf ? [node.textContent ?? ""] : [...node.childNodes].flatMap(leavesOf);
}

const jsonLines = (input: string): unknown[] =>
  input.split("\n").flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });

/** The records of an answer, or all of it. */
const recordsIn = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "articles" in value ? value.articles : value;

/** The items of a feed or a list that are stories. */
function storiesIn(value: unknown): unknown[] {
  const list = typeof value === "object" && value !== null && "items" in value ? value.items : value;
  return [list].flat().filter((item) => !/"type":"(?!text)\w+","?/.test(JSON.stringify(item).slice(0, 400)));
}

function jsonTexts(value: unknown): string[] {
  if (typeof value === "string") return textsOf(value);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(jsonTexts);
}

function csvTexts(input: string): string[] {
  const delimiter = [";", "\t", ","].find((each) => input.split("\n")[0]?.includes(each)) ?? ",";
  const rows: unknown[] = parseCsv(input, {
    delimiter,
    columns: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  return rows.flatMap(jsonTexts);
}

function markdownTexts(input: string): string[] {
  const [, matter = "", body = input] =
    /^(?:---|\+\+\+)\n(.*?)\n(?:---|\+\+\+)\n(.*)$/s.exec(input.replace(/^\uFEFF/, "")) ?? [];
  const values = matter.split("\n").map((line) => line.replace(/^\s*(?:- )?[^\s:]+:|["'[\]{}#]|\w+:/g, " "));
  return [...values, ...htmlTexts(new MarkdownIt({ html: true }).render(body))];
}
