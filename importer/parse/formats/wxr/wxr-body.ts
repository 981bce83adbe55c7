import { unescapeMarkup } from "../../cleaning/unescape-markup.ts";
import { joinSamePictures, mergePictures } from "../../pictures/merge-pictures.ts";
import { keysOf } from "../../pictures/same-picture.ts";
import type { ParsedBody } from "../../parsed-body.ts";
import { htmlToBlocks } from "../../markup/html/html-to-blocks.ts";
import { autoParagraphs } from "./auto-paragraphs.ts";
import { expandShortcodes } from "./expand-shortcodes.ts";
import type { WxrLibrary } from "./wxr-library.ts";

/** The text of a post from either editor, with the media library's details of its pictures. Pure. */
export function wxrBody(
  written: string,
  postId: string,
  library: WxrLibrary,
  baseUrl: string | undefined,
): ParsedBody {
  const content = unescapeMarkup(written);
  const expanded = expandShortcodes(frameEmbeds(content), (ids) =>
    (ids ?? library.attachedTo.get(postId) ?? []).flatMap((id) => library.pictures.get(id) ?? []),
  );
  // The block editor writes complete paragraphs, with a comment around each block.
  const html = content.includes("<!-- wp:") ? expanded : autoParagraphs(expanded);
  const body = htmlToBlocks(html, baseUrl);
  return joinSamePictures({
    ...body,
    pictures: body.pictures.map((picture) => {
      const more = keysOf(picture).flatMap((key) => library.byKey.get(key) ?? [])[0];
      return more === undefined ? picture : mergePictures(picture, more);
    }),
  });
}

/** A block-editor embed is an address in a figure, which WordPress would replace with a frame. */
const frameEmbeds = (html: string): string =>
  html.replace(
    /<figure class="wp-block-embed\b[^>]{0,500}>\s*<div class="wp-block-embed__wrapper">\s*(https?:\/\/[^\s<>"]{1,2000})\s*<\/div>/g,
    (_, url: string) => `<figure><iframe src="${url}"></iframe>`,
  );
