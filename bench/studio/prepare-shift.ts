import type { SanityClient } from "@sanity/client";
import { runImport } from "../../importer/index.ts";
import { carryOut } from "../../studio/desk/acts/carry-out.ts";
import { done } from "../../studio/desk/acts/decide.ts";
import { makePicture } from "../../test/importer/assets/make-pictures.ts";
import { editHeadline } from "../../test/support/edit-headline.ts";
import { storyFolder } from "../../test/support/story-folder.ts";
import { shiftStories, type ShiftStory } from "./shift-stories.ts";

/**
 * Imports what an editor finds in the morning: the stories of the day before, with which an editor is done or in which one has
 * changed the headline, and then those of the day.
 */
export async function prepareShift(client: SanityClient): Promise<readonly ShiftStory[]> {
  const stories = shiftStories();
  await using folder = await storyFolder(together(stories.map(({ before }) => before)));
  await runImport({ inputs: [folder.path], client });
  for (const { kind, headline } of stories)
    if (kind === "conflict") await editHeadline(client, headline, `${headline}, edited`);

  const now = together(stories.map((story) => story.now));
  await folder.write(now);
  for (const [index, name] of Object.keys(now)
    .filter((file) => file.endsWith(".md"))
    .entries())
    await folder.write({
      [name.replace(".md", ".png")]: await makePicture("png", `hsl(${index * 60}, 50%, 50%)`),
    });
  await runImport({ inputs: [folder.path], client });
  await finishEarlier(client);
  return stories;
}

const together = (all: readonly Readonly<Record<string, string>>[]): Record<string, string> =>
  Object.fromEntries(all.flatMap(Object.entries<string>));

/** Says that an editor is done with the stories that were there before others came that are nearly the same. */
async function finishEarlier(client: SanityClient): Promise<void> {
  const earlier = await client.fetch<{ articleId: string; contentHash: string }[]>(
    '*[_type == "importRecord" && string::startsWith(input, "earlier-")]{"articleId": article._ref, contentHash}',
  );
  for (const { articleId, contentHash } of earlier)
    await carryOut(client, done(contentHash), { articleId, by: "local" });
}
