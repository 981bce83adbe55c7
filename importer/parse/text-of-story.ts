import type { ParsedStory } from "./parsed-story.ts";
import { linesOfBlock } from "./text-of-block.ts";

/**
 * A story as a person would read it, one line per paragraph: shown on the import record of an input that is not plain
 * text itself, and used to compare stories. Pure.
 */
export function textOfStory(story: ParsedStory): string {
  const pictureTexts = (place: number): (string | undefined)[] => {
    const picture = story.pictures[place];
    if (picture === undefined) return [];
    return [...picture.altTexts, ...picture.captions]
      .map(({ text }) => text)
      .concat(picture.creditLine ?? []);
  };
  const parts = [
    story.kicker,
    story.headline,
    story.subHeadline,
    story.byline,
    story.dateline?.printed,
    story.summary,
    ...(story.leadPicture === undefined ? [] : pictureTexts(story.leadPicture)),
    ...story.blocks.flatMap((block) => {
      if (block.kind === "picture") return pictureTexts(block.picture);
      return [...linesOfBlock(block), ...(block.kind === "embed" ? [block.url] : [])].join("\n");
    }),
    story.sourceLine,
  ];
  return `${parts.filter((part) => part !== undefined && part.trim() !== "").join("\n\n")}\n`;
}
