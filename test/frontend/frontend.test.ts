import { afterAll, beforeAll, expect, test } from "vitest";
import { lakeClient } from "../../cli/lake-client.ts";
import { renderFrontend } from "../../frontend/render-frontend.ts";
import { openLake, serveLake } from "../../lake/index.ts";
import { type Newsroom, article, openNewsroom } from "../support/open-newsroom.ts";

let newsroom: Newsroom;
let frontend: ReturnType<typeof renderFrontend>;

beforeAll(async () => {
  newsroom = await openNewsroom();
  frontend = renderFrontend({ client: newsroom.client });
});
afterAll(() => newsroom.close());

async function get(path: string, init?: RequestInit): Promise<Response> {
  const response = await frontend(new Request(new URL(path, "http://127.0.0.1:3333"), init));
  if (response === undefined) throw new Error(`${path} is not a path of the frontend`);
  return response;
}
const page = async (path: string): Promise<string> => (await get(path)).text();

test("/read lists published articles, each in its own language and direction", async () => {
  const markup = await page("/read");
  expect(markup).toMatch(/<article class="card" lang="ar" dir="rtl">/);
  expect(markup).toMatch(/<article class="card" lang="en" dir="ltr">/);
  expect(markup).toContain('<a href="/read/harbour">الميناء يفتح أبوابه</a>');
  expect(markup.indexOf("Headline of council")).toBeLessThan(markup.indexOf("الميناء"));
});

test("/read says how to publish while nothing is published", async () => {
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), { port: 0 });
  const empty = renderFrontend({ client: lakeClient(server.url, "production") });
  const response = await empty(new Request("http://127.0.0.1:3333/read"));
  expect(response?.status).toBe(200);
  const markup = await response?.text();
  expect(markup).toContain("Nothing is published yet");
  expect(markup).toContain('href="/studio"');
  expect(markup).toContain("--publish");
  await server.close();
});

test("/read/<slug> shows a right-to-left story with headings, links, caption, credit and sources", async () => {
  const markup = await page("/read/harbour");
  expect(markup).toContain('<html lang="ar" dir="rtl">');
  expect(markup).toContain("<h1>الميناء يفتح أبوابه</h1>");
  expect(markup).toContain("<h2>العاصفة</h2>");
  expect(markup).toContain('<a href="https://example.org/?a=1&amp;b=2">البيان</a>');
  expect(markup).toMatch(/<figcaption>\s*<span lang="ar" dir="rtl">الميناء يوم الجمعة<\/span>/);
  expect(markup).toContain("<bdi>REUTERS/A. Photographer</bdi>");
  expect(markup).toContain("المصدر : الجزيرة");
  expect(markup).toMatch(
    /<a href="\/read\/sources\/source-al-jazeera"><bdi lang="ar" dir="rtl">الجزيرة<\/bdi><\/a>/,
  );
});

test("/read/<slug> gives an alternative text in the language that it is in", async () => {
  expect(await page("/read/harbour")).toMatch(/alt="The &quot;old&quot; harbour"\s+lang="en" dir="ltr"/);
});

test("/read/<slug> shows a place in the text for a picture that nobody has supplied yet", async () => {
  expect(await page("/read/harbour")).toMatch(/class="no-picture"[\s\S]*صورة بلا ملف/);
});

test("/read/<slug> escapes what a story says", async () => {
  const markup = await page("/read/harbour");
  expect(markup).toContain("&lt;b&gt;اليوم&lt;/b&gt;");
  expect(markup).not.toContain("<b>");
});

test("/read/<slug> does not show a story with a link that runs a script", async () => {
  const { client } = newsroom;
  const link = { _type: "link", _key: "l", href: "javascript:alert(1)" };
  const children = [{ _type: "span", _key: "s", text: "press here", marks: ["l"] }];
  const body = [{ _type: "block", _key: "b", style: "normal", children, markDefs: [link] }];
  const { _id } = await client.create(article("trap", { body }));
  const response = await get("/read/trap");
  expect(response.status).toBe(500);
  const markup = await response.text();
  expect(markup).toContain("body[0].markDefs[0].href");
  expect(markup).not.toContain("javascript:");
  await client.delete(_id);
});

const forms = article("forms", {
  body: [
    {
      _type: "table",
      _key: "t",
      caption: "Hours <i>",
      hasHeaderRow: true,
      rows: [
        { _type: "tableRow", _key: "a", cells: ["Day", "Hours"] },
        { _type: "tableRow", _key: "b", cells: ["Mon", "9:00 <b>\n10:00"] },
      ],
    },
    { _type: "table", _key: "plain", rows: [{ _type: "tableRow", _key: "c", cells: ["one", "two"] }] },
    { _type: "table", _key: "empty" },
    {
      _type: "embed",
      _key: "e",
      url: "https://video.example/?a=1&b=2",
      provider: "Video",
      title: "A film",
      text: "Boats <i>\nin the harbour",
    },
    {
      _type: "block",
      _key: "p",
      style: "normal",
      markDefs: [],
      children: [
        { _type: "span", _key: "1", text: "10", marks: [] },
        { _type: "span", _key: "2", text: "6", marks: ["sup"] },
        { _type: "span", _key: "3", text: " H", marks: [] },
        { _type: "span", _key: "4", text: "2<", marks: ["sub"] },
      ],
    },
  ],
});

test("/read/<slug> shows a table as a table, with caption and column headers", async () => {
  const { _id } = await newsroom.client.create(forms);
  const markup = (await page("/read/forms")).replace(/\s*\n\s*/g, "");
  await newsroom.client.delete(_id);
  expect(markup).toContain("<caption><bdi>Hours &lt;i&gt;</bdi></caption>");
  expect(markup).toContain(
    '<thead><tr><th scope="col"><bdi>Day</bdi></th><th scope="col"><bdi>Hours</bdi></th></tr></thead>',
  );
  expect(markup).toContain("<tr><td><bdi>Mon</bdi></td><td><bdi>9:00 &lt;b&gt;10:00</bdi></td></tr>");
  expect(markup).toContain(
    "<table><tbody><tr><td><bdi>one</bdi></td><td><bdi>two</bdi></td></tr></tbody></table>",
  );
  expect(markup.match(/<table>/g)).toHaveLength(2);
});

test("/read/<slug> shows an embed as its words and a link, and asks no other host for anything", async () => {
  const { _id } = await newsroom.client.create(forms);
  const markup = await page("/read/forms");
  await newsroom.client.delete(_id);
  expect(markup).toMatch(
    /<blockquote>\s*<p dir="auto">Boats &lt;i&gt;<\/p>\s*<p dir="auto">in the harbour<\/p>/,
  );
  expect(markup).toMatch(
    /<a href="https:\/\/video\.example\/\?a=1&amp;b=2" rel="external noopener noreferrer"\s*><bdi>A film<\/bdi>/,
  );
  expect(markup).not.toMatch(/<(?:iframe|object|embed|video|audio|script)/);
  expect(markup.match(/src="(?:https?:)?\/\//g)).toBeNull();
});

test("/read/<slug> raises and lowers what is raised and lowered", async () => {
  const { _id } = await newsroom.client.create(forms);
  expect(await page("/read/forms")).toContain("10<sup>6</sup> H<sub>2&lt;</sub>");
  await newsroom.client.delete(_id);
});

test("/read/<slug> does not show a story with an embed that runs a script", async () => {
  const body = [{ _type: "embed", _key: "e", url: "javascript:alert(1)" }];
  const { _id } = await newsroom.client.create(article("trap", { body }));
  const response = await get("/read/trap");
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("javascript:");
  await newsroom.client.delete(_id);
});

test("/read/<slug> offers each picture in several widths, cropped as the editor asked, from this server", async () => {
  const markup = await page("/read/harbour");
  const [, srcset = ""] = /srcset="([^"]+)"/.exec(markup) ?? [];
  const offers = srcset.replaceAll("&amp;", "&").split(/,\s+/);
  // The crop leaves 800 of 1600 pixels: nothing wider is offered.
  expect(offers.map((offer) => offer.split(" ")[1])).toEqual(["320w", "480w", "640w", "800w"]);
  expect(markup).toMatch(/width="800"\s+height="900"/);
  for (const offer of offers) {
    const [path = ""] = offer.split(" ");
    const response = await fetch(new URL(path, newsroom.url), { headers: { accept: "image/webp,*/*" } });
    expect(response.status, path).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/webp");
    await response.arrayBuffer();
  }
});

test("/read/sources/<id> shows a source's names and the stories that come from it", async () => {
  const markup = await page("/read/sources/source-al-jazeera");
  expect(markup).toMatch(/<h1>\s*<bdi>Al Jazeera<\/bdi>\s*<\/h1>/);
  expect(markup).toContain('lang="ar" dir="rtl">الجزيرة<');
  expect(markup).toContain('href="/read/harbour"');
  expect(markup).not.toContain('href="/read/council"');
});

test("a page carries a policy under which no script, style or request of a story could work", async () => {
  const { headers } = await get("/read/harbour");
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none';/);
  expect(headers.get("content-security-policy")).not.toMatch(/unsafe|script-src|https?:/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("a page holds no script, no inline style and no address of another host but the story's own links", async () => {
  const markup = await page("/read/harbour");
  expect(markup).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
  expect(markup.match(/(?:src|href)="(?:https?:)?\/\/[^"]+"/g)).toEqual([
    'href="https://example.org/?a=1&amp;b=2"',
  ]);
});

test("the style sheet's fonts come from this server", async () => {
  const response = await get("/read/assets/style.css");
  expect(response.headers.get("content-type")).toMatch(/^text\/css/);
  const urls = [...(await response.text()).matchAll(/url\(([^)]+)\)/g)].map(([, url = ""]) => url);
  expect(urls.length).toBeGreaterThan(0);
  for (const url of urls) {
    const font = await get(url);
    expect(font.headers.get("content-type"), url).toBe("font/woff2");
    expect(new TextDecoder("latin1").decode(await font.arrayBuffer()).slice(0, 4)).toBe("wOF2");
  }
});

test.each([
  "/read/no-such-story",
  "/read/sources/no-such-source",
  "/read/sources/article-harbour",
  "/read/a/b",
  "/read/a/b/c",
  "/read/%E0%A4%A",
  "/read/fonts/..%2F..%2Fpackage.json",
  "/read/fonts/noto-sans-arabic-nothing-wght-normal.woff2",
])("%s is a page that says there is no such page", async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("Page not found");
});

test("a story that does not fit the content model gives a page that says what is wrong with it", async () => {
  const { client } = newsroom;
  const { _id } = await client.create(article("odd", { body: [{ _type: "poem", _key: "p" }] }));
  const response = await get("/read/odd");
  expect(response.status).toBe(500);
  expect(await response.text()).toContain("body[0]._type");
  await client.delete(_id);
});

test("a long list is cut into pages that lead to each other", async () => {
  const { client } = newsroom;
  const transaction = client.transaction();
  for (let number = 0; number < 20; number += 1) transaction.create(article(`many-${number}`));
  await transaction.commit();
  const first = await page("/read");
  expect(first.match(/class="card"/g)).toHaveLength(20);
  const older = /rel="next" href="([^"]+)"/.exec(first)?.[1] ?? "";
  expect(older).toMatch(/^\/read\?from=older/);
  const second = await page(older);
  expect(second.match(/class="card"/g)).toHaveLength(2);
  expect(second).toMatch(/<a rel="prev" href="\/read\?from=newer/);
  expect(second).not.toContain('rel="next"');
  await client.delete({ query: '*[_id match "article-many*"]' });
});

test("a slug of any script is found at its encoded address", async () => {
  const { client } = newsroom;
  const { _id } = await client.create(article("x", { slug: { _type: "slug", current: "الميناء و?" } }));
  expect((await get(`/read/${encodeURIComponent("الميناء و?")}`)).status).toBe(200);
  expect(await page("/read")).toContain(`href="/read/${encodeURIComponent("الميناء و?")}"`);
  await client.delete(_id);
});

test("a day alone is shown as that day, without an hour, and machines are told no more", async () => {
  const { client } = newsroom;
  const { _id } = await client.create(article("day", { publishedAt: "2016-11-20" }));
  for (const markup of [await page("/read"), await page("/read/day")])
    expect(markup).toContain('<time datetime="2016-11-20">November 20, 2016</time>');
  await client.delete(_id);
});

test.each(["/read/harbour", "/read", "/read/assets/style.css"])(
  "%s says how long it is, so that it may travel compressed",
  async (path) => {
    const response = await get(path);
    expect(Number(response.headers.get("content-length"))).toBe((await response.bytes()).length);
  },
);

test("what is long travels compressed, and not again to a browser that has it", async () => {
  const path = "/read/assets/style.css";
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), { port: 0, pages: frontend });
  const packed = await fetch(server.url + path, { headers: { "accept-encoding": "br" } });
  expect(packed.headers.get("content-encoding")).toBe("br");
  expect(await packed.text()).toBe(await page(path));
  const known = { "if-none-match": packed.headers.get("etag") ?? "" };
  expect((await fetch(server.url + path, { headers: known })).status).toBe(304);
  await server.close();
});

test("HEAD answers as GET does, without a body; other methods are refused", async () => {
  const head = await get("/read/harbour", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await get("/read/harbour", { method: "POST" })).status).toBe(405);
});

test("a path of somebody else is left alone", async () => {
  expect(await frontend(new Request("http://127.0.0.1:3333/reader"))).toBeUndefined();
});
