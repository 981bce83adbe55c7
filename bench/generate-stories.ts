import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createFolder } from "../importer/create-folder.ts";
import { generateStory, type StoryOptions } from "./generate-story.ts";

const storiesPerFolder = 1_000;

export const storyFormats = ["text", "html"] as const;

export interface StoryFilesOptions extends StoryOptions {
  /** Default: plain text. */
  readonly format?: (typeof storyFormats)[number];
}

/** Writes generated stories as files, numbered from 0; the stories of another edition have the same paths. */
export async function generateStories(
  folder: string,
  count: number,
  { format = "text", ...options }: StoryFilesOptions = {},
): Promise<string> {
  for (let number = 0; number < count; number += 1) {
    const part = join(folder, String(Math.floor(number / storiesPerFolder)).padStart(4, "0"));
    if (number % storiesPerFolder === 0) createFolder(part);
    const text = generateStory(number, options);
    const [content, extension] = format === "text" ? [text, "txt"] : [pageOf(text), "html"];
    await writeFile(join(part, `${String(number).padStart(7, "0")}.${extension}`), content);
  }
  return folder;
}

/** A story as a page of a small website. */
function pageOf(text: string): string {
  const [headline = "", ...paragraphs] = text.trim().split("\n\n");
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return (
    `<!doctype html>\n<html><head><title>${headline}</title></head><body>\n` +
    `<nav><a href="/">Home</a></nav>\n<article><h1>${headline}</h1>\n${body}</article>\n</body></html>\n`
  );
}
