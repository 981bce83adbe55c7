import { type Html, html, languageAttributes } from "../queries/index.ts";
import type { TextDirection } from "../schemas/index.ts";

export interface Page {
  readonly title: string;
  readonly description?: string | null;
  /** Language of the page as a whole; a part in another language states its own. */
  readonly language: string;
  readonly direction?: TextDirection;
  readonly main: Html;
}

/** A whole document: no script, no inline style, nothing from another host. */
export const layout = (page: Page): Html =>
  html`<!doctype html>
    <html ${languageAttributes(page.language, page.direction)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        ${page.description && html`<meta name="description" content="${page.description}" />`}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/read/assets/style.css" />
      </head>
      <body>
        <header class="masthead" lang="en" dir="ltr"><a href="/read">Copydesk</a></header>
        <main>${page.main}</main>
      </body>
    </html> `;
