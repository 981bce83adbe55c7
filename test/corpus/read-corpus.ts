import { globSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { lineRole, type LineRole } from "../../schemas/index.ts";

export type GoldRole = LineRole;

/** What a person says a story's lines and fields are. A field that the story does not have is absent. */
const gold = z.object({
  language: z.string(),
  layout: z.string(),
  messy: z.boolean(),
  roles: z.array(z.object({ line: z.int().positive(), role: lineRole })),
  fields: z.object({
    headline: z.string().optional(),
    kicker: z.string().optional(),
    subHeadline: z.string().optional(),
    byline: z.string().optional(),
    creators: z.array(z.string()).optional(),
    dateline: z
      .object({
        printed: z.string(),
        place: z.string().optional(),
        date: z.string().optional(),
        agency: z.array(z.string()).optional(),
      })
      .optional(),
    datelineSources: z.array(z.string()).optional(),
    publishedAt: z.string().optional(),
    credits: z.array(z.string()).optional(),
    imageSources: z.array(z.string()).optional(),
    sources: z.array(z.string()).optional(),
    pubStatus: z.enum(["usable", "withheld", "canceled"]).optional(),
    embargoedUntil: z.string().optional(),
    pictures: z.int().optional(),
  }),
});
export type Gold = z.infer<typeof gold>;

/** One story of the corpus. */
export interface CorpusStory {
  readonly name: string;
  /** Rules are tuned on one half; the other half is only counted. */
  readonly half: "tune" | "held-out";
  readonly text: string;
  readonly gold: Gold;
}

const corpus = fileURLToPath(new URL(".", import.meta.url));

/** Reads the corpus, in the order of the names. The half depends on the name alone, so that nobody chooses it. */
export function readCorpus(folder: string = corpus): CorpusStory[] {
  return globSync("*/*.txt", { cwd: folder })
    .sort()
    .map((path) => readStory(join(folder, path)));
}

/**
 * Reads a story and its gold.
 *
 * @param set What is learned or held out as a whole; default: the story itself.
 */
export function readStory(path: string, set?: string): CorpusStory {
  const name = basename(path, ".txt");
  return {
    name: set === undefined ? name : `${set} ${name}`,
    half: halfOf(set ?? name),
    text: readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .replace(/\r\n?/g, "\n"),
    gold: gold.parse(JSON.parse(readFileSync(path.replace(/txt$/, "gold.json"), "utf8"))),
  };
}

/** The half that a name falls into. */
export const halfOf = (name: string): CorpusStory["half"] =>
  (createHash("sha256").update(name).digest()[0] ?? 0) % 2 === 0 ? "tune" : "held-out";
