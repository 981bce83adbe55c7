import { z } from "zod";
import { webAddress } from "../addresses/web-address.ts";
import { isObject, listOf, type JsonObject } from "../fields/json-values.ts";
import { providerOf } from "../markup/html/embed-providers.ts";
import { htmlToBlocks } from "../markup/html/html-to-blocks.ts";
import { emptyBody, joinBodies, objectBody, pictureBody, type ParsedBody } from "../parsed-body.ts";
import type { ParsedBlock, ParsedPicture } from "../parsed-story.ts";
import { textOfBlocks } from "../text-of-block.ts";
import { foundPicture } from "../pictures/found-picture.ts";
import { pictureLocation, wireBase } from "../pictures/picture-location.ts";
import { portableFormOf } from "./portable-text-forms.ts";

/** Reads Portable Text within an object. */
type ReadBlocks = (blocks: readonly unknown[]) => ParsedBody;

/** A picture in the shapes that exports use: its address on the block or on its asset. */
const pictureShape = z.looseObject({
  url: z.string().optional(),
  src: z.string().optional(),
  asset: z.looseObject({ url: z.string().optional() }).nullish(),
  image: z.looseObject({ asset: z.looseObject({ url: z.string().optional() }).nullish() }).nullish(),
  alt: z.string().nullish(),
  caption: z.string().nullish(),
  credit: z.string().nullish(),
});

/**
 * Reads what stands between the paragraphs of Portable Text, as `portableForms` says. `undefined` if nothing of it can be
 * kept. Pure.
 *
 * @param read Reads the Portable Text within it.
 */
export function portableObject(
  object: JsonObject,
  baseUrl: string | undefined,
  read: ReadBlocks,
): ParsedBody | undefined {
  const form = portableFormOf(textAt(object, "_type") ?? "");
  if ("leftOut" in form) return undefined;
  switch (form.as) {
    case "rule":
      return emptyBody;
    case "picture": {
      const picture = pictureFrom(object, baseUrl);
      return picture === undefined ? undefined : pictureBody(picture);
    }
    case "pictures": {
      const members = ["images", "items", "pictures", "photos", "slides"].flatMap((name) =>
        listOf(object[name]),
      );
      const pictures = members.flatMap((member) =>
        isObject(member) ? (pictureFrom(member, baseUrl) ?? []) : [],
      );
      return pictures.length === 0 ? textOf(object, read) : joinBodies(pictures.map(pictureBody));
    }
    case "table":
      return tableFrom(object, read) ?? textOf(object, read);
    case "embed":
      return embedFrom(object, baseUrl) ?? textOf(object, read);
    case "html": {
      const html = ["html", "code", "embedCode", "value", "content"]
        .map((name) => textAt(object, name))
        .find(Boolean);
      return html === undefined ? undefined : htmlToBlocks(html, baseUrl);
    }
    case "quotation":
      return quoted(textOf(object, read));
    case "lines": {
      const lines = ["code", "text", "latex", "body", "value"]
        .map((name) => textAt(object, name))
        .find(Boolean);
      return lines === undefined ? textOf(object, read) : paragraphs([lines.normalize("NFC").trim()]);
    }
    case "text":
      return textOf(object, read);
  }
}

const textAt = (object: JsonObject, name: string): string | undefined => {
  const value = object[name];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
};

const paragraphs = (texts: readonly string[]): ParsedBody => ({
  blocks: texts.map((text): ParsedBlock => ({ kind: "text", style: "normal", spans: [{ text }] })),
  pictures: [],
  problems: [],
});

function pictureFrom(object: JsonObject, baseUrl: string | undefined): ParsedPicture | undefined {
  const { success, data } = pictureShape.safeParse(object);
  if (!success) return undefined;
  const written = data.asset?.url ?? data.image?.asset?.url ?? data.url ?? data.src ?? "";
  return foundPicture({
    ...pictureLocation(written, wireBase(baseUrl)),
    alt: data.alt ?? undefined,
    caption: data.caption ?? undefined,
    credit: data.credit ?? undefined,
  });
}

/** A table as `@sanity/table` has it, or with objects or lists for its rows and cells. */
function tableFrom(object: JsonObject, read: ReadBlocks): ParsedBody | undefined {
  const inner = isObject(object["table"]) ? object["table"] : object;
  const rows = listOf(inner["rows"])
    .map((row) => listOf(isObject(row) ? (row["cells"] ?? row["columns"]) : row))
    .map((cells) => cells.map((cell) => cellText(cell, read)))
    .filter((cells) => cells.some((cell) => cell !== ""));
  if (rows.length === 0) return undefined;
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const caption = textAt(object, "caption") ?? textAt(object, "title");
  return objectBody({
    kind: "table",
    ...(caption === undefined ? {} : { caption: caption.normalize("NFC") }),
    hasHeaderRow: ["hasHeaderRow", "hasHeader", "headerRow", "firstRowIsHeader"].some(
      (name) => inner[name] === true,
    ),
    rows: rows.map((cells) => [...cells, ...Array.from({ length: columns - cells.length }, () => "")]),
  });
}

function cellText(cell: unknown, read: ReadBlocks): string {
  if (typeof cell === "string") return cell.normalize("NFC").trim();
  if (typeof cell === "number") return String(cell);
  const body = Array.isArray(cell) ? read(cell) : isObject(cell) ? textOf(cell, read) : undefined;
  return textOfBlocks(body?.blocks ?? []);
}

const addressNames = ["url", "href", "link", "src", "embedUrl", "videoUrl", "tweetUrl", "postUrl", "asset"];
/** Where a player's or a post's number leads. */
const numbered: readonly (readonly [type: RegExp, names: readonly string[], address: string])[] = [
  [/youtube/i, ["videoId", "id", "youtubeId"], "https://www.youtube.com/watch?v="],
  [/vimeo/i, ["videoId", "id", "vimeoId"], "https://vimeo.com/"],
  [/tweet|twitter/i, ["tweetId", "id"], "https://twitter.com/i/status/"],
  [/instagram/i, ["postId", "shortcode", "id"], "https://www.instagram.com/p/"],
];

function embedFrom(object: JsonObject, baseUrl: string | undefined): ParsedBody | undefined {
  const html = ["html", "code", "embedCode", "embed"].map((name) => textAt(object, name)).find(Boolean);
  if (html?.includes("<") === true) return htmlToBlocks(html, baseUrl);
  const url = addressNames
    .map((name) => object[name])
    .map((value) => (isObject(value) ? value["url"] : value))
    .map((value) => (typeof value === "string" ? webAddress(value, baseUrl) : undefined))
    .concat(addressOfNumber(object))
    .find((address) => address !== undefined);
  if (url === undefined) return undefined;
  const title = textAt(object, "title");
  const text = ["text", "caption", "description", "quote"].map((name) => textAt(object, name)).find(Boolean);
  return objectBody({
    kind: "embed",
    url,
    provider: textAt(object, "provider") ?? providerOf(url),
    ...(title === undefined ? {} : { title: title.normalize("NFC") }),
    ...(text === undefined ? {} : { text: text.normalize("NFC") }),
  });
}

function addressOfNumber(object: JsonObject): string | undefined {
  const type = textAt(object, "_type") ?? "";
  const [, names = [], address = ""] = numbered.find(([types]) => types.test(type)) ?? [];
  const id = names.map((name) => textAt(object, name)).find((value) => /^[\w-]{1,40}$/.test(value ?? ""));
  return id === undefined ? undefined : `${address}${id}`;
}

/** Fields of objects that say how something looks or where it is, not what it says. */
const noWords =
  /^(?:_.*|id|slug|key|ref|url|href|src|link|style|layout|size|align\w*|position|colou?r|background\w*|theme|variant|tone|type|kind|icon|language|lang|level|width|height|className|mimeType|filename|extension|sha1hash|path|asset|hotspot|crop|target|rel)$/i;
const deepest = 6;

/** The words of an object that has no form of its own: each text a paragraph, in the order of its fields. */
function textOf(object: JsonObject, read: ReadBlocks, depth = 0): ParsedBody | undefined {
  if (depth > deepest) return undefined;
  const parts = Object.entries(object).flatMap(([name, value]): ParsedBody[] => {
    if (noWords.test(name)) return [];
    if (typeof value === "string")
      return /\p{L}/u.test(value) ? [paragraphs([value.normalize("NFC").trim()])] : [];
    if (isObject(value)) return [textOf(value, read, depth + 1)].filter((part) => part !== undefined);
    if (!Array.isArray(value)) return [];
    if (value.some((member) => isObject(member) && member["_type"] === "block")) return [read(value)];
    return value.flatMap((member: unknown): ParsedBody[] => {
      if (typeof member === "string")
        return /\p{L}/u.test(member) ? [paragraphs([member.normalize("NFC")])] : [];
      return isObject(member) ? [textOf(member, read, depth + 1)].filter((part) => part !== undefined) : [];
    });
  });
  return parts.length === 0 ? undefined : joinBodies(parts);
}

const quoted = (body: ParsedBody | undefined): ParsedBody | undefined =>
  body && {
    ...body,
    blocks: body.blocks.map((block) =>
      block.kind === "text" && block.style === "normal" ? { ...block, style: "blockquote" } : block,
    ),
  };
