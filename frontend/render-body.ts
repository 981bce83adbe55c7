import { toHTML } from "@portabletext/to-html";
import type { BodyItem } from "../queries/index.ts";
import { Html } from "./html.ts";
import { renderEmbed } from "./render-embed.ts";
import { renderFigure } from "./render-figure.ts";
import { renderTable } from "./render-table.ts";

/**
 * A story's Portable Text as HTML. `@portabletext/to-html` escapes text and renders headings, quotations, lists,
 * emphasis and links; the query has let only those links through that the content model allows.
 */
export function renderBody(body: readonly BodyItem[], language: string): Html {
  const objects = new Map(body.map((item) => [item._key, renderObject(item, language)]));
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
function renderObject(item: BodyItem, language: string): Html | undefined {
  switch (item._type) {
    case "figure":
      return renderFigure(item, language, { sizes: "(min-width: 46rem) 42rem, 100vw" });
    case "table":
      return renderTable(item);
    case "embed":
      return renderEmbed(item);
    case "block":
      return undefined;
  }
}
