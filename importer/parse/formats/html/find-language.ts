import { agreeLanguage } from "../../fields/agree-language.ts";
import type { Candidate } from "./candidate.ts";
import type { Page } from "./page.ts";
import { attribute, findElement } from "../../markup/html/walk-tree.ts";

/** Returns the language of a page's story, from the page's declarations and the story's words. Pure. */
export function findLanguage({ root, described, metas }: Page, text: string): Candidate<string> {
  const html = findElement(
    root,
    (element) => element.attributes.has("lang") && /^(?:html|body|article|main)$/.test(element.name),
  );
  const meta = metas.first("og:locale", "content-language", "dc.language", "dcterms.language", "language");
  return agreeLanguage(
    [
      { written: html && attribute(html, "lang"), place: `${html?.name ?? "html"}[lang]` },
      { written: described?.language, place: `${described?.place}.inLanguage` },
      { written: meta?.value, place: meta?.place ?? "" },
    ],
    text,
  );
}
