import { orNoStories } from "../../fields/or-no-stories.ts";
import { passedOver } from "../../fields/passed-over.ts";
import { piecesOfElement } from "../../fields/pieces-of-element.ts";
import { storyItem, unsupported } from "../../fields/story-item.ts";
import type { ParsedItem, Parser } from "../../parser.ts";
import { childOf, textOf } from "../../markup/xml/navigate.ts";
import { parseItems } from "../../markup/xml/parse-items.ts";
import { rootOf } from "../../markup/xml/root-of.ts";
import { isWxr } from "../../markup/xml/is-wxr.ts";
import { collectWxrLibrary, isWxrItem } from "./wxr-library.ts";
import { wxrStory } from "./wxr-story.ts";

/** Names that sites use for their own post types that are stories. */
const storyType = /^post$|news|article|story|stories|report|opinion|column|analysis|interview|press|blog/;

/** Types that WordPress keeps among its posts but readers do not read as stories. */
const otherTypes: ReadonlySet<string> = new Set(
  "page attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face".split(
    " ",
  ),
);

/** WordPress exports (WXR 1.0 to 1.2): posts, with the pictures of the media library. */
export const wxrParser: Parser = {
  format: "wxr",
  recognises: ({ text }) => isWxr(text) && rootOf(text)?.name === "rss",
  *parse(text, { baseUrl }) {
    const library = collectWxrLibrary(text, baseUrl);
    const unknown = new Set<string>();
    const others = new Map<string, number>();
    const items = parseItems(text, isWxrItem, (item): readonly ParsedItem[] => {
      const type = textOf(childOf(item, "wp:post_type")) ?? "post";
      const status = textOf(childOf(item, "wp:status"));
      if (otherTypes.has(type) || status === "auto-draft" || status === "inherit") {
        const kind = otherTypes.has(type) ? type : `${type} with the status ${status}`;
        others.set(kind, (others.get(kind) ?? 0) + 1);
        return [];
      }
      if (storyType.test(type))
        return [storyItem(wxrStory(item, library, baseUrl), piecesOfElement(item, baseUrl))];
      if (unknown.has(type)) return [];
      unknown.add(type);
      return [
        unsupported(`Posts of type "${type}" were left out: they are not known to be stories`, item.line),
      ];
    });
    yield* orNoStories(items, "a WordPress export");
    yield* passedOver(others);
  },
};
