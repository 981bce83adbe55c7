import type { LearnedShape, OutletHabit, OutletProfile, TaughtRule } from "../../schemas/index.ts";
import { shownText } from "../shown-text.ts";
import { roleInWords } from "./role-in-words.ts";

/** Renders the list of outlets, one line each. Pure. */
export const renderOutlets = (outlets: readonly OutletProfile[]): string =>
  outlets.length === 0
    ? "Nothing is known of any outlet yet."
    : outlets.map((outlet) => headOf(outlet).join("  ")).join("\n");

/** Renders all that is known of an outlet, in plain words. Pure. */
export function renderOutlet(outlet: OutletProfile): string {
  const { learned, taught = [] } = outlet;
  const parts = titles.flatMap(([habit, title]) => {
    const own = learned.filter((shape) => shape.habit === habit);
    return own.length === 0 ? [] : [[title, ...own.map(renderShape)].join("\n")];
  });
  const lessons = taught.length === 0 ? [] : [["Taught by editors", ...taught.map(renderLesson)].join("\n")];
  const nothing =
    parts.length + lessons.length === 0
      ? ["Its stories share no lines yet: that takes three different ones at least."]
      : [];
  return [headOf(outlet).join("  "), ...parts, ...lessons, ...nothing].join("\n\n");
}

const titles: readonly (readonly [OutletHabit, string])[] = [
  ["date", "Where the date stands"],
  ["label", "What labels say"],
  ["credit", "How pictures are credited"],
  ["ending", "How a story ends: left out, as part of the page"],
  ["furniture", "Left out, as part of the page"],
];

const places: Readonly<Record<LearnedShape["stands"], string>> = {
  head: "above the text",
  text: "in the text",
  tail: "below the text",
};

const headOf = ({ key, name, stories, learned, taught = [] }: OutletProfile): string[] => [
  shownText(key),
  ...(name === key ? [] : [shownText(name)]),
  numbered(stories, "story", "stories"),
  `${learned.length} learned`,
  ...(taught.length === 0 ? [] : [`${taught.length} taught`]),
];

function renderShape({ shape, habit, role, stands, stories }: LearnedShape): string {
  const what = habit === "label" ? `${roleInWords(role)}, ` : "";
  return `  ${what}${places[stands]}, in ${numbered(stories, "story", "stories")}: ${shownText(shape)}`;
}

function renderLesson({ shape, role, state, by, at, kept, contradicted }: TaughtRule): string {
  const tally = `kept ${kept}, contradicted ${contradicted}`;
  return `  ${roleInWords(role)}, ${state}, by ${shownText(by)} on ${at.slice(0, 10)}, ${tally}: ${shownText(shape)}`;
}

const numbered = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
