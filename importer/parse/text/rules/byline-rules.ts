import type { Byline } from "../../phrases/read-byline.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line of head or tail that reads like a byline, with the features that its rules use. */
export interface BylinePlace {
  readonly line: ObservedLine;
  readonly byline: Byline;
  /** Whether it is in the head; otherwise it is after the text. */
  readonly isInHead: boolean;
  /** Whether it is right after the text, before anything of the page. */
  isAtEnd(): boolean;
  isBesideDateOrName(): boolean;
  isBeforeText(): boolean;
  /** Whether the headline, a caption or another longer line of the head has the name. */
  isNamedAbove(): boolean;
  /** Whether it is right below the headline of a story of few paragraphs, and none of its words is in them. */
  isAloneInFlash(): boolean;
}

/**
 * Rules for unlabelled author names, in the order in which they are tried: such names count only near a date, before
 * the text, or at its end.
 */
export const bylineRules: readonly Rule<BylinePlace>[] = [
  {
    name: "byline-word",
    roles: ["byline"],
    looksAt: "a word for reporter beside a name, in a line too long for a plain byline",
    confidence: 0.8,
    example: {
      part: "head",
      lines: [
        "김철수 기자, 강 건너 마을에서 다리 공사를 기다리는 상인들과 배를 타고 출근하는 주민들을 만나 하루를 함께 보내고 쓰다",
      ],
    },
    applies: ({ byline }) => byline.strength === "labelled",
  },
  {
    name: "name-with-title",
    roles: ["byline"],
    looksAt: "a name with a title, right after the text",
    confidence: 0.7,
    example: { part: "end", lines: ["Jane Doe, correspondent"] },
    applies: (place) => isSignature(place) && place.byline.strength === "titled",
  },
  {
    name: "name-at-end",
    roles: ["byline"],
    looksAt: "a name right after the text",
    confidence: 0.55,
    example: { part: "end", lines: ["Jane Doe"] },
    applies: (place) => isSignature(place),
  },
  {
    name: "name-with-title",
    roles: ["byline"],
    looksAt: "a name with a title, before the text",
    confidence: 0.75,
    example: { part: "head", lines: ["Jane Doe, correspondent"] },
    applies: (place) => isNameInHead(place) && place.byline.strength === "titled",
  },
  {
    name: "name-with-date",
    roles: ["byline"],
    looksAt: "a name and a date, before the text",
    confidence: 0.65,
    example: { part: "head", lines: ["Jane Doe, Monday 4 March 2024, last changed at noon"] },
    applies: (place) =>
      isNameInHead(place) && place.byline.strength === "bare" && place.line.dates.dates.length > 0,
  },
  {
    name: "name-beside-date",
    roles: ["byline"],
    looksAt: "a name in the line above or below a date or another name, before the text",
    confidence: 0.9,
    example: { part: "head", lines: ["Jane Doe", "March 4, 2024"] },
    applies: (place) => isNameInHead(place) && place.isBesideDateOrName() && !isOfStory(place),
  },
  {
    name: "name-with-place",
    roles: ["byline"],
    looksAt: "a name and a place, in a script with capitals, before the text",
    confidence: 0.6,
    example: { part: "head", lines: ["Jane Doe - Lisbon"] },
    applies: (place) => isNameInHead(place) && hasCase(place.line) && place.byline.strength === "placed",
  },
  {
    name: "name-with-place",
    roles: ["byline"],
    // Arabic sites print a correspondent above the text this way.
    looksAt:
      "a name and a place with a dash between them, right before the text, in a script without capitals",
    confidence: 0.6,
    example: {
      part: "whole",
      lines: [
        "إغلاق الجسر مدة عام كامل",
        "",
        "محمد النجار-عمّان",
        "",
        "أعلن الوزير يوم الاثنين أن الجسر سيغلق مدة عام كامل لإجراء أعمال الصيانة فيه، وأن العبارات ستعمل بدلا منه.",
      ],
    },
    applies: (place) =>
      isNameInHead(place) &&
      !hasCase(place.line) &&
      place.byline.strength === "placed" &&
      /[-–—:：]/u.test(place.line.text) &&
      place.line.length <= 36 &&
      place.isBeforeText(),
  },
  {
    name: "name-in-head",
    roles: ["byline"],
    looksAt: "a name right before the text, in a script with capitals",
    confidence: 0.55,
    example: { part: "head", lines: ["Jane Doe"] },
    applies: (place) =>
      isNameInHead(place) && hasCase(place.line) && place.isBeforeText() && !isOfStory(place),
  },
  {
    name: "name-in-head",
    roles: ["byline"],
    looksAt:
      "two or three words that no other line has, between the headline and the few paragraphs below it, in a script without capitals",
    confidence: 0.55,
    example: {
      part: "whole",
      lines: [
        "إغلاق الجسر مدة عام كامل",
        "",
        "نهى الطرابلسي",
        "",
        "أعلن الوزير يوم الاثنين أن العبور فوق النهر سيتوقف لإجراء أعمال الصيانة، وأن العبارات ستعمل بدلا منه.",
      ],
    },
    applies: (place) =>
      isNameInHead(place) &&
      !hasCase(place.line) &&
      place.byline.strength === "bare" &&
      place.byline.names.length === 1 &&
      place.line.words <= 3 &&
      place.isAloneInFlash(),
  },
];

/** Scripts without capitals give names no form of their own, so a longer line is not a name. */
const longestUncased = 46;

const hasCase = ({ text }: ObservedLine): boolean => /\p{Lu}/u.test(text);

const mayBeName = (line: ObservedLine): boolean => hasCase(line) || line.length <= longestUncased;

const isNameInHead = ({ line, isInHead }: BylinePlace): boolean => isInHead && mayBeName(line);

/** Without a title beside it, a name that the story names is not its author's. */
const isOfStory = (place: BylinePlace): boolean =>
  (place.byline.strength === "bare" || place.byline.strength === "placed") && place.isNamedAbove();

const isSignature = (place: BylinePlace): boolean =>
  !place.isInHead &&
  mayBeName(place.line) &&
  place.isAtEnd() &&
  !(place.byline.strength === "placed" && /[:：]/u.test(place.line.text)) &&
  (hasCase(place.line) || /^[(（[【]/u.test(place.line.text));
