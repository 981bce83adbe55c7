import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const gold = z.object({
  headline: z.string(),
  kicker: z.string().optional(),
  subHeadline: z.string().optional(),
  byline: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string(),
  sourceLine: z.string().optional(),
  /** Paragraphs, headings, list items and quotations, in order. */
  text: z.array(z.string()),
  captions: z.array(z.string()),
  credits: z.array(z.string()),
});

/** A page with what a person would read from it. */
export interface GoldPage {
  readonly name: string;
  readonly html: string;
  readonly gold: z.infer<typeof gold>;
}

/** Reads the pages of a folder that have their gold beside them, in the order of their names. */
export async function readGoldPages(folder: string): Promise<GoldPage[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".gold.json")).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const name = file.slice(0, -".gold.json".length);
      const html = await readFile(join(folder, `${name}.html`), "utf8");
      return { name, html, gold: gold.parse(JSON.parse(await readFile(join(folder, file), "utf8"))) };
    }),
  );
}
