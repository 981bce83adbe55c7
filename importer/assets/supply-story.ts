import type { StoryText } from "../stages.ts";
import type { PictureSupply } from "./picture-supply.ts";

/** Finds the pictures of a story, so that its images can show them; a missing picture is a problem of the story. */
export async function supplyStory(story: StoryText, supply: PictureSupply): Promise<StoryText> {
  const { beside } = story.origin;
  const pictures = story.parsed?.pictures ?? [];
  if (!pictures.some(({ file, url }) => file !== undefined || url !== undefined)) return story;
  return { ...story, pictures: await supply.supply(pictures, beside) };
}
