import { toHTML } from "@portabletext/to-html";
import type { BodyItem } from "../../article-by-slug.ts";
import { Html } from "../../html/html.ts";
import type { BodyOptions } from "../body-options.ts";
import { embedToHtml } from "./embed-to-html.ts";
import { figureToHtml } from "./figure-to-html.ts";
import { tableToHtml } from "./table-to-html.ts";

/**
 * A story's Portable Text as HTML. `@portabletext/to-html` escapes text and renders headings, quotations, lists,
 * emphasis and links; the query has let only those links through that the content model allows.
 */
export function bodyToHtml(body: readonly BodyItem[], options: BodyOptions): Html {
  const objects = new Map(body.map((item) => [item._key, objectToHtml(item, options)]));
  const object = ({ value }: { value: { _key: string } }): string => String(objects.get(value._key) ?? "");
  return new Html(
    toHTML([...body], {
      onMissingComponent: false,
      components: {
        types: { figure: object, table: object, embed: object },
        marks: {
          sub: ({ children }: { children: string }) => `<sub>${children}</sub>`,
          sup: ({ children }: { children: string }) => `<sup>${children}</sup>`,
        },
      },
    }),
  );
}

/** What stands between paragraphs. */
function objectToHtml(item: BodyItem, options: BodyOptions): Html | undefined {
  switch (item._type) {
    case "figure":
      return figureToHtml(item, options);
    case "table":
      return tableToHtml(item);
    case "embed":
      return embedToHtml(item);
    case "block":
      return undefined;
  }
}
