import { languageTag } from "../../schemas/index.ts";
import { inLanguage } from "../in-language.ts";
import { defineList } from "./define-list.ts";

/** The articles in a language, whatever its region or script. */
export const articlesByLanguage = defineList({
  name: "articlesByLanguage",
  filter: inLanguage,
  params: { language: languageTag() },
});
