import { toHTML } from "@portabletext/to-html";
import type { BodyItem } from "../queries/index.ts";
import { Html, html } from "./html.ts";
import { renderFigure } from "./render-figure.ts";

/**
 * A story's Portable Text as HTML. Headings, quotations, lists and emphasis come from `@portabletext/to-html`,
 * which escapes text; figures and links are ours. A link goes only to the protocols that the content model allows.
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
        types: { figure: ({ value }) => String(figures.get(String(value._key)) ?? "") },
        marks: {
          link: ({ value, children }) =>
            isSafeLink(value?.href)
              ? String(html`<a href="${value?.href}">${new Html(children)}</a>`)
              : children,
        },
      },
    }),
  );
}

const isSafeLink = (href: unknown): boolean =>
  typeof href === "string" && URL.canParse(href) && /^(https?|mailto):$/.test(new URL(href).protocol);
