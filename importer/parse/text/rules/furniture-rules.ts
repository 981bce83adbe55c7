import type { ObservedLine } from "../observe-lines.ts";
import type { ShortRun } from "../story-end.ts";
import type { Rule } from "./rule.ts";

/** A line that may be of the page because of where it stands and what stands beside it. */
export interface FurniturePlace {
  readonly line: ObservedLine;
  /** The name of how it closes the story, if it does. */
  readonly closes: string | undefined;
  /** Whether it is below the line that closes the story, and below the credits and notes that belong there. */
  readonly isBelowClosing: boolean;
  /** Whether it is in the tail of the page: the first of several short lines after the text, or below it. */
  readonly isInTail: boolean;
  /** Whether it is the one name with a title or a place in the tail. */
  readonly isAuthorInTail: boolean;
  /** What the run of short lines is that it stands in within the text. */
  readonly run: ShortRun["kind"] | undefined;
  /** Whether it stands between paragraphs, and once more there or below. */
  readonly isRepeated: boolean;
}

/** Rules for lines of the page that no word tells, in the order in which they are tried. */
export const furnitureRules: readonly Rule<FurniturePlace>[] = [
  {
    name: "known-source-below-unknown-label",
    roles: ["sourceLine"],
    looksAt: "a word or two in any language, a colon, and known sources, right below the text",
    confidence: 0.65,
    example: { part: "end", lines: ["Sarchashma: Reuters"] },
    applies: ({ closes }) => closes === "known-source-below-unknown-label",
  },
  {
    name: "after-closing",
    roles: ["boilerplate"],
    looksAt: "anything below the line that closes the story",
    confidence: 0.95,
    example: {
      part: "end",
      lines: ["Source: Reuters", "Ferry gets a new timetable", "The ferry sails from six to midnight."],
    },
    applies: ({ isBelowClosing }) => isBelowClosing,
  },
  {
    name: "name-at-end",
    roles: ["byline"],
    looksAt: "the one name with a title or a place among short lines after the text",
    confidence: 0.55,
    example: {
      part: "end",
      lines: [
        "More about the river",
        "Jane Doe, correspondent",
        "Ferry gets a new timetable",
        "A new market hall",
      ],
    },
    applies: ({ isAuthorInTail }) => isAuthorInTail,
  },
  {
    name: "in-tail",
    roles: ["boilerplate"],
    looksAt: "one of three short lines or more after the text, or between those",
    confidence: 0.9,
    example: {
      part: "end",
      lines: ["More about the river", "Ferry gets a new timetable", "Mayor opens a second market hall"],
    },
    applies: ({ line, isInTail }) => isInTail && line.length <= longestTitle && !line.endsSentence,
  },
  {
    name: "in-tail",
    roles: ["boilerplate"],
    looksAt: "a sentence below short lines after the text",
    confidence: 0.6,
    example: {
      part: "end",
      lines: [
        ...["More about the river", "Ferry gets a new timetable", "Mayor opens a second market hall"],
        "Fish and bread are sold there.",
      ],
    },
    applies: ({ isInTail }) => isInTail,
  },
  {
    name: "repeated-line",
    roles: ["boilerplate"],
    looksAt: "a few words between two paragraphs that stand once more between others, or after the text",
    confidence: 0.6,
    example: {
      part: "whole",
      lines: [
        "Bridge over the river closed for a year",
        "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.",
        "Scroll on to read more",
        "Traffic will take the ferry meanwhile, which runs every ten minutes from six in the morning until midnight.",
        "Scroll on to read more",
        "Shops on both sides of the river fear for their customers, and the mayor has promised them lower rents.",
      ],
    },
    applies: ({ isRepeated }) => isRepeated,
  },
  {
    name: "short-lines",
    roles: ["boilerplate"],
    looksAt:
      "one of several short lines between paragraphs, with a date, a time or a line of the page among them",
    confidence: 0.6,
    example: {
      part: "text",
      lines: ["Ferry timetable", "March 4, 2024", "New market hall", "March 3, 2024"],
    },
    applies: ({ run }) => run === "proven",
  },
];

const longestTitle = 120;
