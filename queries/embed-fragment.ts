import { z } from "zod";
import { embed } from "../schemas/index.ts";
import { defineFragment } from "./fragment.ts";

/** What a page of another site shows, as a link to it: the content model allows no address that runs a script. */
export const embedFragment = defineFragment(
  "url, provider, title, text",
  z.object({
    url: embed.shape.url,
    provider: z.string().nullable(),
    title: z.string().nullable(),
    text: z.string().nullable(),
  }),
);
export type EmbedResult = z.infer<typeof embedFragment.shape>;
