import type { Problem } from "../../schemas/index.ts";
import type { ParsedStory } from "../parse/parsed-story.ts";
import { textOfStory } from "../parse/text-of-story.ts";
import { toProblem } from "../problems.ts";

/** Characters of a story that could not be decoded. */
interface Damage {
  /** Whether it makes the story useless, which nobody should have to put right by hand. */
  readonly isGrave: boolean;
  readonly problem: Problem;
}

/** A story may lose so many characters, or a hundredth of them. */
const fewCharacters = 3;

/**
 * What a story of a damaged file has lost; `undefined` if nothing. Pure.
 *
 * @param isSure Whether the encoding of the file is sure, so that little is lost where little is damaged.
 */
export function damageOf(story: ParsedStory, isSure: boolean): Damage | undefined {
  const text = `${story.headline}\n${textOfStory(story)}`;
  const count = text.split("\ufffd").length - 1;
  if (count === 0) return undefined;
  const around = /\S*[^\S\n]?\S*\ufffd\S*[^\S\n]?\S*/.exec(text)?.[0].slice(0, 80) ?? "";
  const what = count === 1 ? "a character" : `${count} characters`;
  if (!isSure || count > Math.max(fewCharacters, text.length / 100)) {
    const message = `Cannot read ${what} of the story, such as in "${around}": the encoding of the file is not certain`;
    return { isGrave: true, problem: toProblem("unknown-encoding", message) };
  }
  const message = `Cannot read ${what} of the story, such as in "${around}": \ufffd stands in the place`;
  return { isGrave: false, problem: toProblem("damaged-characters", message, { path: "body" }) };
}
