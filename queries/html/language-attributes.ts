import { directionOf } from "../../schemas/index.ts";
import { html, type Html } from "./html.ts";

/** `lang` and `dir` for an element with text in a language. `und` (unknown) becomes HTML's empty `lang`. */
export const languageAttributes = (language: string, direction = directionOf(language)): Html =>
  html`lang="${language === "und" ? "" : language}" dir="${direction}"`;
