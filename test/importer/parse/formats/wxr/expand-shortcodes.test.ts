import { expect, test } from "vitest";
import { pictureOf } from "../../../../../importer/parse/pictures/picture-of.ts";
import { autoParagraphs } from "../../../../../importer/parse/formats/wxr/auto-paragraphs.ts";
import { expandShortcodes } from "../../../../../importer/parse/formats/wxr/expand-shortcodes.ts";

const gallery = (ids: readonly string[] | undefined) =>
  (ids ?? ["all"]).map((id) => pictureOf({ url: `https://a.example/${id}.jpg`, alt: `"${id}"` }));

const expand = (text: string): string => expandShortcodes(text, gallery).replace(/\s*\n\s*/g, "");

test.each([
  [
    '[caption id="x" width="3"]<img src="a.jpg" /> Words <em>here</em>\nand there[/caption]',
    '<figure><img src="a.jpg" /><figcaption>Words <em>here</em> and there</figcaption></figure>',
  ],
  [
    '[caption caption="Old form"]<a href="b"><img src="a.jpg"></a>[/caption]',
    '<figure><img src="a.jpg"><figcaption>Old form</figcaption></figure>',
  ],
  [
    '[gallery ids="3, 4"]',
    '<figure><img src="https://a.example/3.jpg" alt="&quot;3&quot;"><figcaption></figcaption></figure><figure><img src="https://a.example/4.jpg" alt="&quot;4&quot;"><figcaption></figcaption></figure>',
  ],
  [
    "[gallery]",
    '<figure><img src="https://a.example/all.jpg" alt="&quot;all&quot;"><figcaption></figcaption></figure>',
  ],
  ["[embed]https://v.example/1?a=1&b=2[/embed]", '<iframe src="https://v.example/1?a=1&amp;b=2"></iframe>'],
  ["before\nhttps://youtu.be/a1\nafter", 'before<iframe src="https://youtu.be/a1"></iframe>after'],
  ['[audio mp3="https://a.example/1.mp3"][/audio]', '<iframe src="https://a.example/1.mp3"></iframe>'],
  ["[youtube https://youtu.be/a1]", '<iframe src="https://youtu.be/a1"></iframe>'],
  ["[vimeo 123456 w=640]", '<iframe src="https://vimeo.com/123456"></iframe>'],
  ["[playlist ids=1]", ""],
  [
    "before\nhttps://v.example/2\nafter",
    'before<p><a href="https://v.example/2">https://v.example/2</a></p>after',
  ],
  ['[vc_row][vc_column width="1/2"]Kept[/vc_column][/vc_row]', "Kept"],
  ['[contact-form-7 id="9" title="Write"]', ""],
  ['[quote author="x"]kept[/quote]', "kept"],
  ["[dropcap]M[/dropcap]ills turn. [dropcap] [sic]", "Mills turn.  [sic]"],
  ["[caption]no picture, no end", "no picture, no end"],
  ["He [sic] said [the mayor] so [1] and [...].", "He [sic] said [the mayor] so [1] and [...]."],
  ["[caption never closed <img src='a'>", "[caption never closed <img src='a'>"],
])("expandShortcodes() shows %j as WordPress does", (text, html) => {
  expect(expand(text)).toBe(html);
});

test.each([
  ["one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"],
  ["one<h2>Two</h2>three", "<p>one</p>\n<h2>Two</h2>\n<p>three</p>"],
  ["<p>one</p>\r\n\r\n<ul>\n<li>a</li>\n</ul>", "<p>one</p>\n<ul>\n<li>a</li>\n</ul>"],
  ["", ""],
])("autoParagraphs() makes paragraphs of %j", (text, html) => {
  expect(autoParagraphs(text).replace(/\n+/g, "\n")).toBe(html);
});
