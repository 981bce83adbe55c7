import { labelKindsOf } from "../../lexicons/labels.ts";
import { startsWithDesk } from "../desk-line.ts";
import { isEndMark } from "../../phrases/end-mark.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line, with the features that the rules for the surrounding page use. */
export interface BoilerplatePlace {
  readonly line: ObservedLine;
  /** The line above, if it belongs to the page. */
  readonly pageLineAbove: ObservedLine | undefined;
  /** Whether stories of the outlet share it: see `repeatedByOutlet`. */
  readonly isRepeated: boolean;
  /** The line below, whatever it is. */
  readonly below: ObservedLine | undefined;
}

/** Rules for lines that belong to the page and not to the story, in the order in which they are tried. */
export const boilerplateRules: readonly Rule<BoilerplatePlace>[] = [
  {
    name: "no-words",
    roles: ["boilerplate"],
    looksAt: "a line without a letter or digit",
    confidence: 0.95,
    example: { part: "text", lines: ["* * *"] },
    applies: ({ line }) => !/[\p{L}\p{N}]/u.test(line.text),
  },
  {
    name: "end-mark",
    roles: ["boilerplate"],
    looksAt: "a line that only says that the copy ends",
    confidence: 0.9,
    example: { part: "end", lines: ["-30-"] },
    applies: ({ line }) => line.index > 1 && isEndMark(line.text),
  },
  {
    name: "address",
    roles: ["boilerplate"],
    looksAt: "a web or email address or an account, and nothing else",
    confidence: 0.9,
    example: { part: "end", lines: ["https://example.org/bridge"] },
    applies: ({ line }) => isShort(line) && address.test(line.text),
  },
  {
    name: "linked-item",
    roles: ["boilerplate"],
    looksAt: "an item of a list that is a link and no sentence, where links have numbers",
    confidence: 0.8,
    example: { part: "top", lines: ["* [1]Ferries", "* [2]Bridges", "* [3]Rivers", "* [4]Harbours"] },
    applies: ({ line }) => line.isLinkItem === true && isShort(line) && !line.endsSentence,
  },
  {
    name: "list-of-addresses",
    roles: ["boilerplate"],
    looksAt: "a numbered address, or a word or two right above the first of them",
    confidence: 0.9,
    example: {
      part: "end",
      lines: ["References", "1. https://example.org/bridge", "2. https://example.org/ferry"],
    },
    applies: ({ line, below }) =>
      numberedAddress.test(line.text) ||
      (line.words <= 3 && below !== undefined && /^1\b/.test(below.text) && numberedAddress.test(below.text)),
  },
  {
    name: "picture-label",
    roles: ["boilerplate"],
    looksAt: '"Image source," alone in its line, above a credit or caption',
    confidence: 0.9,
    example: { part: "text", lines: ["Image source,", "Reuters"] },
    applies: ({ line }) => line.isLabelAlone,
  },
  {
    name: "tags",
    roles: ["boilerplate"],
    looksAt: "hashtags and nothing else",
    confidence: 0.9,
    example: { part: "end", lines: ["#bridge #river"] },
    applies: ({ line }) => isShort(line) && tags.test(line.text),
  },
  {
    name: "number-alone",
    roles: ["boilerplate"],
    looksAt: '"1/12", "+3": the number of a picture in a gallery, or of further pictures',
    confidence: 0.8,
    example: { part: "text", lines: ["1 / 12"] },
    applies: ({ line }) => isShort(line) && counter.test(line.text) && line.dates.dates.length === 0,
  },
  {
    name: "copyright",
    roles: ["boilerplate"],
    looksAt: "a line that begins with a copyright sign and has a year, or words that pages use",
    confidence: 0.9,
    example: { part: "end", lines: ["© 2024 Example Media"] },
    applies: ({ line }) =>
      isShort(line) && copyright.test(line.text) && (year.test(line.text) || line.boilerplate !== undefined),
  },
  {
    name: "editor-of-page",
    roles: ["boilerplate"],
    looksAt: "a few words with which pages name their editor",
    confidence: 0.7,
    example: { part: "end", lines: ["Editor: Jane Doe"] },
    applies: ({ line }) =>
      isShort(line) &&
      line.boilerplate === "known-start" &&
      line.label?.kinds.has("byline") === true &&
      line.words <= 8,
  },
  {
    name: "label-of-page",
    roles: ["boilerplate"],
    looksAt: 'a line that begins with "Read also", "Tags" or a similar label, and is not a sentence',
    confidence: 0.9,
    example: { part: "text", lines: ["Read also: Ferry gets a new timetable"] },
    applies: ({ line }) =>
      mayBeOfPage(line) &&
      line.label !== undefined &&
      (line.label.kinds.has("related") || line.label.kinds.has("tags")) &&
      !isLongSentence(line),
  },
  {
    name: "known-line",
    roles: ["boilerplate"],
    looksAt: "a section, a button, or several in a row",
    confidence: 0.9,
    example: { part: "end", lines: ["Share Facebook Twitter"] },
    applies: ({ line }) => line.boilerplate === "known-line" && mayBeOfPage(line),
  },
  {
    name: "known-phrase",
    roles: ["boilerplate"],
    looksAt: "a line with words that only pages use",
    confidence: 0.95,
    example: { part: "end", lines: ["This site uses cookies, click here to subscribe to our newsletter"] },
    applies: ({ line }) => line.boilerplate === "known-phrase" && line.length <= 320 && mayBeOfPage(line),
  },
  {
    name: "known-start",
    roles: ["boilerplate"],
    looksAt: "a short line, or one with a colon or dots, that begins with words that pages use",
    confidence: 0.95,
    example: { part: "end", lines: ["Subscribe for more"] },
    applies: ({ line }) =>
      line.boilerplate === "known-start" &&
      mayBeOfPage(line) &&
      !isLongSentence(line) &&
      !(line.label === undefined && startsWithDesk(line.key)) &&
      (line.words <= 8 || /[:：…»>]/u.test(line.text.slice(0, 40))),
  },
  {
    name: "breadcrumb",
    roles: ["boilerplate"],
    looksAt: '"Home | News | Odd": short parts near the top, and nothing that ends a sentence',
    confidence: 0.95,
    example: { part: "top", lines: ["Home > Region > River"] },
    applies: ({ line }) => line.index < 8 && mayBeOfPage(line) && isBreadcrumb(line),
  },
  {
    name: "after-read-also",
    roles: ["boilerplate"],
    looksAt: 'a line below "Read also" on a line of its own: the title of another story',
    confidence: 0.95,
    example: {
      part: "end",
      lines: ["Share", "https://example.org/bridge", "Read also:", "Ferry gets a new timetable"],
    },
    applies: ({ line, pageLineAbove }) =>
      pageLineAbove !== undefined &&
      !line.endsSentence &&
      line.length <= 140 &&
      !line.isCredit &&
      leadsToTitle(pageLineAbove),
  },
  {
    name: "outlet-furniture",
    roles: ["boilerplate"],
    looksAt: "a line that other stories of the outlet have too, but for numbers and dates in it",
    confidence: 0.85,
    example: {
      part: "end",
      lines: ["Bridge club meets"],
      outlet: [{ shape: "Bridge club meets", role: "boilerplate", habit: "furniture" }],
    },
    applies: ({ line, isRepeated }) => isRepeated && (mayBeOfPage(line) || isNoticeWithSign(line)),
  },
];

const numberedAddress = /^\d{1,4}\.\s+(?:https?|file|mailto|ftp):\S+$/;
const address = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$|^@\w{2,30}$/u;
const tags = /^(?:#[\p{L}\p{N}_]+[\s,،]*)+$/u;
const counter = /^(?:\d{1,3}\s*\/\s*\d{1,3}|\+\s?\d{1,3})$/u;
const copyright = /^(?:[©®]|\(c\)|copyright\b)/iu;
const year = /\b(?:19|20)\d\d\b|[—–-]\s?20\d\d/u;
const crumbs = /\s*(?:[|｜>›»→•·]|\s\/\s)\s*/u;

const isShort = ({ length }: ObservedLine): boolean => length <= 420;

const isLongSentence = ({ endsSentence, length }: ObservedLine): boolean => endsSentence && length > 60;

const mayBeOfPage = (line: ObservedLine): boolean => isShort(line) && !isOfStory(line);

/** "All rights reserved © 2024 Bridge Post": in most stories, it is nobody's picture. */
const isNoticeWithSign = (line: ObservedLine): boolean =>
  line.outlet?.isUsual === true &&
  line.isCredited &&
  !line.isCredit &&
  isShort(line) &&
  /[©®]/u.test(line.text);

/** Whether a label refers to the story's own source, author, date or picture. */
function isOfStory({ label, dates, isCredited, isCredit }: ObservedLine): boolean {
  if (isCredited || isCredit) return true;
  if (dates.dates.length > 0 && dates.others <= 1) return true;
  if (label === undefined || label.value === "") return false;
  const { kinds } = label;
  return kinds.has("source") || kinds.has("credit") || kinds.has("published") || kinds.has("caption");
}

function isBreadcrumb({ text, length, endsSentence, label }: ObservedLine): boolean {
  if (length > 140 || endsSentence || label !== undefined) return false;
  const parts = text.split(crumbs).filter((part) => part.trim() !== "");
  return parts.length >= 3 && parts.every((part) => part.trim().split(/\s+/u).length <= 4);
}

/** "Read also" on its own line. */
const leadsToTitle = ({ label, key, index }: ObservedLine): boolean =>
  index > 4 &&
  (labelKindsOf(key).has("related") || (label?.kinds.has("related") === true && label.value === ""));
