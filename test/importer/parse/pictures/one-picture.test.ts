import { expect, test } from "vitest";
import type { ParsedPicture, ParsedStory } from "../../../../importer/parse/parsed-story.ts";
import { parserOf, parsersFor } from "../../../../importer/parse/parsers.ts";

const small = "https://img.harbour.example/b8e1/viewimage";
const large = "https://img.harbour.example/77c0/orig";

const association = {
  type: "picture",
  uri: "urn:harbour:p1",
  description_text: "The quay in March",
  body_text: "A stone quay",
  byline: "Lea Moor",
  copyrightholder: "Harbour Pictures",
  renditions: {
    thumbnail: { href: "https://img.harbour.example/1a/thumb", width: 120, height: 80 },
    original: { href: large, width: 3000, height: 2000 },
    viewImage: { href: small, width: 640, height: 426 },
  },
};

const ninjs = (body_html: string, associations: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    uri: "urn:harbour:n1",
    type: "text",
    pubstatus: "usable",
    headline: "Board rebuilds the quay",
    body_html: `<p>One.</p>${body_html}<p>Two.</p>`,
    associations,
  });

const g2 = (body: string): string =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
  <newsItem guid="t1"><itemMeta><itemClass qcode="ninat:text"/><link rel="irel:seeAlso" residref="urn:harbour:p1"/></itemMeta><contentMeta><headline>Board rebuilds the quay</headline></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One.</p>${body}<p>Two.</p></body></html></inlineXML></contentSet></newsItem>
  <newsItem guid="urn:harbour:p1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><creditline>Lea Moor/Harbour Pictures</creditline><creator literal="Lea Moor"><name>Lea Moor</name></creator><description>The quay in March</description></contentMeta>
  <contentSet><remoteContent id="web" href="${small}" rendition="rnd:web" contenttype="image/jpeg" width="640"/><remoteContent href="${large}" rendition="rnd:highRes" contenttype="image/jpeg" width="3000"/></contentSet></newsItem></itemSet></newsMessage>`;

const wxr = (content: string): string =>
  `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><title>D</title><wp:wxr_version>1.2</wp:wxr_version>
  <item><title>Quay</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://harbour.example/up/quay-e17.jpg</wp:attachment_url><excerpt:encoded>The quay in March</excerpt:encoded>
    <wp:postmeta><wp:meta_key>_media_credit</wp:meta_key><wp:meta_value>Lea Moor/AP</wp:meta_value></wp:postmeta>
    <wp:postmeta><wp:meta_key>_wp_attachment_metadata</wp:meta_key><wp:meta_value><![CDATA[a:2:{s:4:"file";s:19:"up/quay-e17.jpg";s:5:"sizes";a:1:{s:5:"large";a:1:{s:4:"file";s:17:"quay-1024x683.jpg";}}s:14:"original_image";s:8:"quay.jpg";}]]></wp:meta_value></wp:postmeta></item>
  <item><title>Board rebuilds the quay</title><guid>1</guid><content:encoded><![CDATA[One.\n\n${content}\n\nTwo.]]></content:encoded>
    <wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item></channel></rss>`;

const feed = (media: string, body: string): string =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>D</title><item><title>Board rebuilds the quay</title><guid>1</guid>${media}<description><![CDATA[<p>One.</p>${body}<p>Two.</p>]]></description></item></channel></rss>`;

/** The picture in the middle of the text, and again beside it with what is known of it. */
const stories: Readonly<Record<string, string>> = {
  "ninjs, between Superdesk's comments": ninjs(
    `<!-- EMBED START Image {id: "editor_0"} -->\n<figure><img src="https://cdn.example/other" alt=""><figcaption>The quay in March</figcaption></figure><!-- EMBED END Image {id: "editor_0"} -->`,
    { editor_0: association, featuremedia: null },
  ),
  "ninjs, in another size": ninjs(`<figure><img src="${small}"></figure>`, { a1: association }),
  "ninjs, in the smallest size": ninjs(`<img src="https://img.harbour.example/1a/thumb">`, {
    a1: association,
  }),
  "ninjs, by the key of the association": ninjs(
    `<p><img data-id="editor_7" src="https://cdn.example/x"></p>`,
    {
      editor_7: association,
    },
  ),
  "ninjs, by the id of an element around it": ninjs(
    `<div id="editor_7" class="embed"><figure><img src="https://cdn.example/x"></figure></div>`,
    { editor_7: association },
  ),
  "ninjs, by the picture's own uri": ninjs(`<img data-uri="urn:harbour:p1" src="https://cdn.example/x">`, {
    a1: association,
  }),
  "ninjs, with its uri for an address": ninjs(`<img src="urn:harbour:p1">`, { a1: association }),
  "ninjs, associated twice": ninjs(`<img src="${small}">`, {
    editor_0: association,
    featuremedia: association,
    "related--1": null,
  }),
  "ninjs, without a uri": ninjs(`<img src="${small}">`, { a1: { ...association, uri: undefined } }),
  "NewsML-G2, in another size": g2(`<figure><img src="${small}"/></figure>`),
  "NewsML-G2, by its guid": g2(`<p><img data-ref="urn:harbour:p1" src="https://cdn.example/x"/></p>`),
  "WXR, in a size that WordPress made": wxr('<img src="https://harbour.example/up/quay-1024x683.jpg" />'),
  "WXR, by its number": wxr('<img class="size-large wp-image-9" src="https://cdn.example/q77" />'),
  "WXR, behind an image server": wxr('<img src="https://i2.wp.com/harbour.example/up/quay-e17.jpg?w=640" />'),
  "RSS, in one of a group's sizes": feed(
    `<media:group><media:content url="${small}" medium="image" width="640"/><media:content url="${large}" medium="image" width="3000"/><media:description>The quay in March</media:description><media:credit role="photographer">Lea Moor</media:credit><media:credit>Harbour Pictures</media:credit></media:group>`,
    `<img src="${small}">`,
  ),
  "RSS, in one of the text's sizes": feed(
    `<media:content url="${small}" medium="image"><media:description>The quay in March</media:description><media:credit role="photographer">Lea Moor</media:credit><media:credit>Harbour Pictures</media:credit></media:content>`,
    `<img src="${large}" srcset="${small} 640w, ${large} 3000w">`,
  ),
};

test.each(Object.entries(stories))(
  "a picture that is told of twice is one, with all that is told: %s",
  (name, text) => {
    const [story] = storiesIn(text);
    expect(story?.pictures).toHaveLength(1);
    expect(story?.blocks.map(({ kind }) => kind)).toEqual(["text", "picture", "text"]);
    expect(story?.leadPicture).toBeUndefined();
    expect(story?.pictures[0]).toMatchObject({
      url: name.startsWith("WXR") ? "https://harbour.example/up/quay-e17.jpg" : large,
      captions: [{ text: "The quay in March" }],
      creditLine: name.startsWith("WXR") ? "Lea Moor/AP" : "Lea Moor/Harbour Pictures",
      people: ["Lea Moor"],
    });
    expect(story?.pictures[0]).not.toHaveProperty("knownAs");
    expect(story?.pictures[0]).not.toHaveProperty("declaredSize");
  },
);

test("pictures of a gallery stay as many as they are, each with its own credit", () => {
  const nth = (number: number) => ({
    ...association,
    uri: `urn:harbour:p${number}`,
    byline: `Photographer ${"ABC"[number] ?? ""} Moor`,
    renditions: {
      original: { href: `${large}-${number}`, width: 3000, height: 2000 },
      viewImage: { href: `${small}-${number}`, width: 640, height: 426 },
    },
  });
  const [story] = storiesIn(
    ninjs(`<img src="${small}-0"><p>Between.</p><img src="${small}-1">`, {
      editor_0: nth(0),
      editor_1: nth(1),
      gallery_2: nth(2),
    }),
  );
  const shown = (story?.blocks ?? []).flatMap((block) => (block.kind === "picture" ? block.picture : []));
  expect(shown.map((number) => story?.pictures[number]).map((picture) => picture?.url)).toEqual([
    `${large}-0`,
    `${large}-1`,
    `${large}-2`,
  ]);
  expect(new Set(story?.pictures.map((picture: ParsedPicture) => picture.people[0])).size).toBe(3);
});

test("associations of a list that have one role are several pictures", () => {
  const pictures = [1, 2].map((number) => ({
    ...association,
    uri: `urn:harbour:p${number}`,
    rel: "picture",
    renditions: { original: { href: `${large}-${number}` } },
  }));
  const text = JSON.stringify({
    uri: "urn:harbour:n1",
    type: "text",
    pubStatus: "usable",
    headlines: [{ value: "Board rebuilds the quay" }],
    bodies: [{ value: "<p>One.</p>", contentType: "text/html" }],
    associations: pictures,
  });
  expect(storiesIn(text)[0]?.pictures).toHaveLength(2);
});

function storiesIn(text: string): ParsedStory[] {
  const items = [...(parserOf({ text }, parsersFor())?.parse(text, {}) ?? [])];
  return items.flatMap((item) => (item.kind === "story" ? [item.story] : []));
}
