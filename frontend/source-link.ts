import { html, type Html, languageAttributes, pickText, type SourceResult } from "../queries/index.ts";

/** A source's name in a language if it has one, with the attributes of the language that it is in. */
function sourceName(source: SourceResult, language: string): Html {
  const name = pickText(source.names, language);
  return name
    ? html`<bdi ${languageAttributes(name.language)}>${name.value}</bdi>`
    : html`<bdi>${source.name}</bdi>`;
}

/** A source's name, linked to the stories that come from it. */
export const sourceLink = (source: SourceResult, language: string): Html =>
  html`<a href="/read/sources/${encodeURIComponent(source._id)}">${sourceName(source, language)}</a>`;
