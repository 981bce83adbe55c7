import { type Html, html } from "../queries/index.ts";
import { layout } from "./layout.ts";

/** A page that says why it has no story. */
export const messagePage = (title: string, text: string): Html =>
  layout({
    title,
    language: "en",
    main: html`<section class="notice">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/read">All stories</a></p>
    </section>`,
  });
