import { defineList } from "./define-list.ts";

/** The articles that readers may see. */
export const latestArticles = defineList({ name: "latestArticles", params: {} });
