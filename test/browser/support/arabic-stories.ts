import { runImport } from "../../../importer/index.ts";
import { storyFolder, type StoryFiles } from "../../support/story-folder.ts";
import { newsroom } from "./newsroom-and-browsers.ts";

/** A story in Arabic without a date, which is to be checked. */
export const arabicStory = (headline: string): string =>
  `${headline}\n\nقال مجلس البلدة يوم الاثنين عن «${headline}» إنه يزرع ${headline.length * 7} شجرة جديدة هذا العام.\n\nالمصدر: صحيفة الميناء\n`;

/** Imports files one after the other: the story of the last stands first. */
export async function importOneByOne(files: StoryFiles): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await using folder = await storyFolder({ [name]: text });
    await runImport({ inputs: [folder.path], client: newsroom.client });
  }
}

/** Imports stories of which only the headlines matter; the last stands first. */
export const importHeadlines = (...headlines: readonly string[]): Promise<void> =>
  importOneByOne(Object.fromEntries(headlines.map((headline, at) => [`${at}.txt`, arabicStory(headline)])));
