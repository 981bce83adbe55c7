import type { ParsedPicture } from "../../parsed-story.ts";
import { knownProvider } from "../../markup/html/embed-providers.ts";
import { escapeHtml } from "../../markup/xml/to-html.ts";

/** Returns the pictures of a gallery: those with the given ids, or the post's if it names none. */
export type GalleryPictures = (ids: readonly string[] | undefined) => readonly ParsedPicture[];

/**
 * Replaces WordPress shortcodes with what they show: captions and galleries with figures, players and embeds with frames,
 * other addresses on a line of their own with links.
 * Shortcodes of unknown plug-ins are removed but their content stays. Brackets that people write, as in "[sic]",
 * stay. Pure, linear.
 */
export function expandShortcodes(html: string, galleryPictures: GalleryPictures): string {
  // A shortcode that is closed somewhere encloses text: "[dropcap]M[/dropcap]".
  const enclosing = new Set(Array.from(html.matchAll(/\[\/([a-z][\w-]{0,40})\]/g), ([, name = ""]) => name));
  const captioned = replaceEnclosed(html, "caption", (attributes, inner) => figureOf(attributes, inner));
  return replaceEnclosed(captioned, "embed", (_, inner) => frameOf(inner))
    .replace(player, (_, name: string, attributes: string) => frameOf(addressIn(name, attributes)))
    .replace(/\[gallery\b([^\]]{0,2000})\]/g, (_, attributes: string) =>
      galleryPictures(idsOf(attributes)).map(figureWith).join(""),
    )
    .replace(/^[ \t]*(https?:\/\/[^\s<>"]{1,2000})[ \t]*$/gm, (_, url: string) =>
      knownProvider(url) === undefined ? linkTo(url) : frameOf(url),
    )
    .replace(unknownShortcode, "")
    .replace(/\[\/?([a-z][\w-]{0,40})(?:\s[^\][]{0,500})?\]/g, (whole, name: string) =>
      enclosing.has(name) ? "" : whole,
    );
}

/** A bracketed name with an underscore or attributes is a program's, not a writer's remark. */
const unknownShortcode =
  /\[\/?(?:[a-z][a-z0-9]{0,30}(?:[_-][a-z0-9]{1,30}){1,5}(?:\s[^\][]{0,2000})?|[a-z][a-z0-9]{1,30}(?:\s+[a-z_-]{1,40}=(?:"[^"\]]{0,500}"|'[^'\]]{0,500}'|[^\s\]"']{1,200})){1,20}\s*|\/?(?:audio|video|playlist|gallery|caption|embed))\/?\]/g;

function replaceEnclosed(
  text: string,
  name: string,
  replacement: (attributes: string, inner: string) => string,
): string {
  const opener = new RegExp(String.raw`\[${name}(\s[^\]]{0,2000})?\]`, "g");
  const closer = `[/${name}]`;
  const parts: string[] = [];
  let from = 0;
  for (let open = opener.exec(text); open !== null; open = opener.exec(text)) {
    const end = text.indexOf(closer, opener.lastIndex);
    if (end === -1) break;
    parts.push(text.slice(from, open.index), replacement(open[1] ?? "", text.slice(opener.lastIndex, end)));
    from = end + closer.length;
    opener.lastIndex = from;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

const shownPicture = /^\s*(?:<a\b[^>]{0,2000}>\s*)?(<img\b[^>]{0,5000}>)(?:\s*<\/a>)?/i;

/** The words after the picture are its caption; before WordPress 3.4 the caption was an attribute. */
function figureOf(attributes: string, inner: string): string {
  const [whole = "", image = ""] = shownPicture.exec(inner) ?? [];
  const caption = inner.slice(whole.length).trim() || /\bcaption="([^"]*)"/.exec(attributes)?.[1] || "";
  // On one line, so that no paragraphs are made inside.
  return `\n\n<figure>${image}<figcaption>${caption.replace(/\s*\n\s*/g, " ")}</figcaption></figure>\n\n`;
}

const linkTo = (written: string): string => {
  const url = written.trim();
  return /^https?:\/\/[^\s<>"]+$/.test(url)
    ? `\n\n<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>\n\n`
    : written;
};

/** Shortcodes of players, whose file or page is in their attributes. */
const player =
  /\[(audio|video|playlist|youtube|vimeo|dailymotion|soundcloud|tweet|twitter|instagram|facebook|tiktok)\b([^\]]{0,2000})\](?:\[\/\1\])?/g;

/** Players that name a video by its number alone. */
const pages: Readonly<Record<string, string>> = {
  youtube: "https://www.youtube.com/watch?v=",
  vimeo: "https://vimeo.com/",
  dailymotion: "https://www.dailymotion.com/video/",
};

function addressIn(name: string, attributes: string): string {
  const [address] = /https?:\/\/[^\s"'<>\]]+/.exec(attributes) ?? [];
  const id = /^[\s=]*(?:(?:id|video)=)?["']?([\w-]{5,20})["']?(?:\s|$)/.exec(attributes)?.[1];
  return address ?? (pages[name] === undefined || id === undefined ? "" : `${pages[name]}${id}`);
}

/** What WordPress would show of an address, as a frame, which becomes an embed. */
const frameOf = (written: string): string => {
  const url = written.replaceAll("&amp;", "&").trim();
  return /^https?:\/\/[^\s<>"]+$/.test(url) ? `\n\n<iframe src="${escapeHtml(url)}"></iframe>\n\n` : written;
};

const idsOf = (attributes: string): readonly string[] | undefined =>
  /\bids=["']?([\d,\s]+)/
    .exec(attributes)?.[1]
    ?.split(",")
    .map((id) => id.trim());

/** A picture as HTML, to be read with the surrounding text. */
function figureWith({ url = "", altTexts, captions, creditLine }: ParsedPicture): string {
  const [alt, caption] = [altTexts[0]?.text ?? "", captions[0]?.text ?? ""].map(escapeHtml);
  const credit = creditLine === undefined ? "" : ` <span class="credit">${escapeHtml(creditLine)}</span>`;
  return `\n\n<figure><img src="${escapeHtml(url)}" alt="${alt}"><figcaption>${caption}${credit}</figcaption></figure>\n\n`;
}
