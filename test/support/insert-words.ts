import fc from "fast-check";

/** How something that no rule expects is put into an input of a kind. */
interface Insertion {
  readonly formats: readonly string[];
  /** Where in an input: right after one of these. */
  readonly after: RegExp;
  /** What is put there, each with the words in it. */
  readonly forms: readonly ((words: string) => string)[];
}

const insertions: readonly Insertion[] = [
  {
    formats: ["html"],
    after: /<\/(?:p|li|h[1-6]|figure|table|ul|section|nav|header|footer)>/g,
    forms: [
      (words) => `<p>${words}.</p>`,
      (words) => `<div class="extra">${words}</div>`,
      (words) => `<aside><h4>${words}</h4></aside>`,
      (words) => `<table><caption>${words}</caption><tr><th>1</th></tr><tr><td>2</td></tr></table>`,
      (words) => `<details><summary>${words}</summary></details>`,
      (words) => `<blockquote><q>${words}</q></blockquote>`,
      (words) => ` <time>${words}</time> `,
      (words) => `<form><label>${words}</label><button>Go</button></form>`,
      (words) => `<dl><dt>${words}</dt><dd>1</dd></dl>`,
      (words) => `<video src="https://video.example/1">${words}</video>`,
      (words) => ` <del>${words}</del> `,
      (words) => `<site-box>${words}</site-box>`,
    ],
  },
  {
    formats: ["rss", "atom", "wxr", "nitf", "newsml-1", "newsml-g2"],
    after: /<\/(?:title|hl1|headline|HeadLine|p|category|xhtml:p)>/g,
    forms: [
      (words) => `<extra>${words}</extra>`,
      (words) => `<note>${words}</note>`,
      (words) => `<extra><inner>${words}</inner></extra>`,
      (words) => `<extra>&lt;p&gt;${words}&lt;/p&gt;</extra>`,
    ],
  },
  {
    formats: ["ninjs", "json-feed", "ndjson"],
    after: /(?<="(?:headline|title|byline|titre|name)":\s?"(?:[^"\\]|\\.)*",)/g,
    forms: [
      (words) => `"extra": "${words}",`,
      (words) => `"extra": ["${words}"],`,
      (words) => `"extra": {"inner": "<p>${words}</p>"},`,
    ],
  },
  {
    formats: ["markdown"],
    after: /(?<=[.!?]\n)(?=\n)/g,
    forms: [
      (words) => `\n${words}\n`,
      (words) => `\n> ${words}\n`,
      (words) => `\n| ${words} | b |\n|---|---|\n| 1 | 2 |\n`,
      (words) => `\n[${words}](https://a.example)\n`,
    ],
  },
];

/** Words that stand nowhere else, several to a piece. */
const words = fc
  .array(fc.integer({ min: 0, max: 999_999 }), { minLength: 2, maxLength: 12 })
  .map((numbers) => numbers.map((number, index) => `zq${number}x${index}`));

/** Elements that hold a story, with what is around it in the others. */
const items = /<(item|entry|newsItem|nitf|NewsItem)[\s>].*?<\/\1>/gs;

/** What a page shows: no program, style or head, and nothing within a tag that is never closed. */
function htmlText(html: string): readonly [number, number][] {
  const parts: [number, number][] = [];
  let from = Math.max(0, html.search(/<body/i));
  for (const { 0: silent, index } of html.matchAll(/<(script|style|template|noscript|svg)\b.*?<\/\1>/gis)) {
    if (index > from) parts.push([from, index + 1]);
    from = Math.max(from, index + silent.length);
  }
  return [...parts, [from - 1, html.length + 1]];
}

/** The parts of an input that are its stories: in XML the items that name a headline, in a feed in JSON what follows. */
function storiesIn(format: string, input: string, headlines: readonly string[]): readonly [number, number][] {
  const isOfStory = (text: string): boolean =>
    !/<wp:post_type>(?!(?:<!\[CDATA\[)?(?:post|news))/.test(text) &&
    headlines.some((headline) =>
      headline.split(/\s+/).some((word) => word.length > 3 && text.includes(word)),
    );
  if (format === "html") return htmlText(input);
  if (format === "json-feed") return [[input.indexOf('"items"'), input.length]];
  if (!/^(?:rss|atom|wxr|nitf|newsml-1|newsml-g2)$/.test(format)) return [[0, input.length]];
  return Array.from(input.matchAll(items), ({ 0: item, index }) => [index, index + item.length] as const)
    .filter(([from, to]) => isOfStory(input.slice(from, to)))
    .map(([from, to]) => [from, to]);
}

/**
 * An input with something put into one of its stories that no rule expects, and the words of that; `undefined` if there is
 * no place for it.
 */
export function withInsertion(
  format: string,
  input: string,
  headlines: readonly string[],
): fc.Arbitrary<{ readonly text: string; readonly words: readonly string[] }> | undefined {
  const insertion = insertions.find(({ formats }) => formats.includes(format));
  const stories = storiesIn(format, input, headlines);
  const places =
    insertion &&
    Array.from(input.matchAll(insertion.after), (match) => match.index + match[0].length).filter((at) =>
      stories.some(([from, to]) => at > from && at < to),
    );
  if (insertion === undefined || places === undefined || places.length === 0) return undefined;
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...insertion.forms), words)
    .map(([at, form, own]) => ({
      text: input.slice(0, at) + form(own.join(" ")) + input.slice(at),
      words: own,
    }));
}
