import { webAddress } from "../../addresses/web-address.ts";
import { cleanLine } from "../../cleaning/clean-line.ts";
import type { ParsedEmbed } from "../../parsed-story.ts";
import { formOf, type LeftOutRule } from "./element-forms.ts";
import { knownProvider, providerOf, whyNoEmbed } from "./embed-providers.ts";
import type { HtmlElement } from "./read-tree.ts";
import { attribute, elementsIn, marksOf } from "./walk-tree.ts";

/** What an element is that would show something of another site. */
export type ReadEmbed =
  | {
      readonly kind: "embed";
      /** Without the text that stands in for it, which is the element's content. */
      readonly embed: ParsedEmbed;
    }
  | { readonly kind: "left-out"; readonly reason: LeftOutRule };

/** Attributes from which a frame or player is loaded, most certain first; scripts load late ones from `data-`. */
const sources = [
  "src",
  "data-src",
  "data-lazy-src",
  "data-litespeed-src",
  "data-cmp-src",
  "data-cookieblock-src",
  "data-cookieconsent-src",
  "data-suppressedsrc",
  "data-iframe-src",
  "data-original",
  "data-url",
  "data-href",
  "data",
];

/** Elements that name a video or post by its number: what it is called there, and where it is. */
const numbered: Readonly<Record<string, readonly [attributes: readonly string[], address: string]>> = {
  "amp-youtube": [["data-videoid"], "https://www.youtube.com/watch?v="],
  "lite-youtube": [["videoid"], "https://www.youtube.com/watch?v="],
  "amp-vimeo": [["data-videoid"], "https://vimeo.com/"],
  "lite-vimeo": [["videoid"], "https://vimeo.com/"],
  "amp-dailymotion": [["data-videoid"], "https://www.dailymotion.com/video/"],
  "amp-twitter": [["data-tweetid"], "https://twitter.com/i/status/"],
  "amp-instagram": [["data-shortcode"], "https://www.instagram.com/p/"],
  "amp-soundcloud": [["data-trackid"], "https://api.soundcloud.com/tracks/"],
  "amp-jwplayer": [["data-media-id"], "https://cdn.jwplayer.com/previews/"],
  "amp-gist": [["data-gistid"], "https://gist.github.com/"],
  "amp-imgur": [["data-imgur-id"], "https://imgur.com/"],
  "amp-brightcove": [["data-video-id"], "https://players.brightcove.net/?videoId="],
};

/** Names that sites' scripts know a post by, which they replace with the post itself. */
const posts =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|text-post-media|reddit-embed-bq|reddit-card|mastodon-embed|imgur-embed-pub|fb-(?:post|video)|pinterest-embed|telegram-post|truthsocial-embed)(?:$|\s)/;
/** Where such an element names the post. */
const permalinks = ["data-instgrm-permalink", "data-text-post-permalink", "cite", "data-href", "data-url"];

/** Boxes that scripts fill with a chart. */
const charts: readonly (readonly [mark: string, attribute: string, address: string])[] = [
  ["flourish-embed", "data-src", "https://public.flourish.studio/"],
  ["infogram-embed", "data-id", "https://infogram.com/"],
];

/**
 * Reads an element that would show something of another site: a frame, a player, a quoted post. `undefined` for an
 * element of another kind. Pure.
 *
 * Only `http` and `https` addresses are embeds; advertisements, counters and what sites have for themselves are left out.
 */
export function readEmbed(element: HtmlElement, baseUrl: string | undefined): ReadEmbed | undefined {
  const form = formOf(element.name);
  if (!("as" in form && form.as === "embed")) {
    const url = addressOfPost(element) ?? addressOfChart(element);
    return url === undefined ? undefined : { kind: "embed", embed: embedOf(element, url) };
  }
  // A picture in a frame, which has another picture in it for those who cannot see the first.
  if (/^image\//i.test(attribute(element, "type") ?? "")) return undefined;
  const url = addressOfPlayer(element, baseUrl);
  if (url === undefined) return { kind: "left-out", reason: "no-address" };
  const reason = whyNoEmbed(url) ?? (isAdvertisement(element) ? "advertisement" : undefined);
  if (reason !== undefined) return { kind: "left-out", reason };
  if (isPixel(element) && knownProvider(url) === undefined) return { kind: "left-out", reason: "tracker" };
  return { kind: "embed", embed: embedOf(element, url) };
}

/** Whether an element is an embed, wherever relative addresses lead. Pure. */
export const isEmbed = (element: HtmlElement): boolean =>
  readEmbed(element, "https://page.invalid/")?.kind === "embed";

/** Whether an element shows something of a site that is known for it. Pure. */
export function isEmbedOfKnownSite(element: HtmlElement): boolean {
  const read = readEmbed(element, undefined);
  return read?.kind === "embed" && knownProvider(read.embed.url) !== undefined;
}

function embedOf(element: HtmlElement, url: string): ParsedEmbed {
  const title = cleanLine(attribute(element, "title") ?? attribute(element, "aria-label")) ?? "";
  const isName =
    title !== "" && !/^(?:iframe|embed|embedded content|video player|youtube video player)$/i.test(title);
  return { kind: "embed", url, provider: providerOf(url), ...(isName ? { title } : {}) };
}

function addressOfPlayer(element: HtmlElement, baseUrl: string | undefined): string | undefined {
  const [names = [], address = ""] = numbered[element.name] ?? [];
  for (const name of names) {
    const id = attribute(element, name);
    if (id !== undefined && /^[\w.-]+$/.test(id)) return `${address}${id}`;
  }
  // Of a player, its sources; of an object, the parameters and the older element in it.
  const isPart = ({ name }: HtmlElement): boolean => /^(?:source|param|embed|iframe)$/.test(name);
  for (const part of [element, ...[...elementsIn(element)].filter(isPart)]) {
    const isParameter =
      part.name === "param" && /^(?:movie|src|url|data)$/i.test(attribute(part, "name") ?? "");
    const written = isParameter ? [attribute(part, "value")] : sources.map((name) => attribute(part, name));
    for (const candidate of written) {
      const url = candidate === undefined ? undefined : webAddress(candidate, baseUrl);
      if (url !== undefined && candidate !== "about:blank") return url;
    }
  }
  return undefined;
}

function addressOfPost(element: HtmlElement): string | undefined {
  if (!/^(?:blockquote|div|section|figure)$/.test(element.name)) return undefined;
  if (!posts.test(element.attributes.get("class")?.toLowerCase() ?? "")) return undefined;
  const named = permalinks.map((name) => attribute(element, name));
  // The last link is the post's date; those before it are in its text.
  const links = [...elementsIn(element)]
    .flatMap((part) => (part.name === "a" ? (attribute(part, "href") ?? []) : []))
    .toReversed();
  const isOfSite = (url: string): boolean => knownProvider(url) !== undefined;
  const addresses = [...named, ...links].flatMap((written) => webAddress(written ?? "") ?? []);
  return addresses.find(isOfSite) ?? addresses[0];
}

function addressOfChart(element: HtmlElement): string | undefined {
  for (const [mark, name, address] of charts) {
    const written = attribute(element, name);
    if (element.name === "div" && marksOf(element).split(/\s+/).includes(mark) && written !== undefined)
      return webAddress(written, address);
  }
  return undefined;
}

const adMarks =
  /(?:^|[\s_-])(?:ad|ads|advert|advertisement|adsbygoogle|dfp|gpt|google_ads_iframe\w*|banner)(?:$|[\s_-])/;

const isAdvertisement = (element: HtmlElement): boolean =>
  adMarks.test(`${marksOf(element)} ${attribute(element, "name")?.toLowerCase() ?? ""}`) ||
  /^(?:advertisement|3rd party ad content)$/i.test(attribute(element, "title") ?? "");

/** A frame that nobody can see counts readers. */
const isPixel = (element: HtmlElement): boolean =>
  ["width", "height"].some((name) => /^[0-9]$/.test(attribute(element, name) ?? ""));
