import { z } from "zod";
import { defineList } from "./define-list.ts";

/** The articles with a keyword, as it is written in them. */
export const articlesByKeyword = defineList({
  name: "articlesByKeyword",
  filter: "$keyword in keywords",
  params: { keyword: z.string().min(1) },
});
