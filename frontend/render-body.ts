import { toHTML } from "@portabletext/to-html";
import type { BodyItem } from "../queries/index.ts";
import { Html } from "./html.ts";
import { renderFigure } from "./render-figure.ts";

/**
 * A story's Portable Text as HTML. `@portabletext/to-html` escapes text and renders headings, quotations, lists,
 * emphasis and links; the query has let only those links through that the content model allows.
 */
export function renderBody(body: readonly BodyItem[], language: string): Html {
  const figures = new Map(
    body.flatMap((item) =>
      item._type === "figure"
        ? [[item._key, renderFigure(item, language, { sizes: "(min-width: 46rem) 42rem, 100vw" })] as const]
        : [],
    ),
  );
  return new Html(
    toHTML([...body], {
      onMissingComponent: false,
      components: {
        types: { figure: ({ value }: { value: { _key: string } }) => String(figures.get(value._key) ?? "") },
      },
    }),
  );
}
