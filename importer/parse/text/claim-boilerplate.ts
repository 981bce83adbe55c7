import { labelKindsOf } from "../lexicons/labels.ts";
import { startsWithDesk } from "./desk-line.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims the lines that belong to the page and not to the story, wherever they stand. */
export function claimBoilerplate(board: RoleBoard): void {
  for (const line of board.lines) {
    const found = signOf(line);
    if (found !== undefined) board.claim(line, { role: "boilerplate", ...found });
  }
  for (const line of board.free()) {
    const before = board.lines[line.index - 1];
    if (before === undefined || line.endsSentence || line.length > 140 || line.isCredit) continue;
    const isTitled = board.claimOf(before)?.role === "boilerplate" && leadsToTitle(before);
    if (isTitled) board.claim(line, { role: "boilerplate", rule: "after-read-also", confidence: 0.75 });
  }
  withdrawTitle(board);
}

/** "Read also" on a line of its own: the title of another story follows. */
const leadsToTitle = ({ label, key, index }: ObservedLine): boolean =>
  index > 4 &&
  (labelKindsOf(key).has("related") || (label?.kinds.has("related") === true && label.value === ""));

interface Sign {
  readonly rule: string;
  readonly confidence: number;
}

const address = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/u;
const tags = /^(?:#[\p{L}\p{N}_]+[\s,،]*)+$/u;
const counter = /^(?:\d{1,3}\s*\/\s*\d{1,3}|\+\s?\d{1,3})$/u;
const copyright = /^(?:[©®]|\(c\)|copyright\b)/iu;
const year = /\b(?:19|20)\d\d\b|[—–-]\s?20\d\d/u;
const crumbs = /\s*(?:[|｜>›»→•·]|\s\/\s)\s*/u;

function signOf(line: ObservedLine): Sign | undefined {
  const { text, length, label, boilerplate } = line;
  if (!/[\p{L}\p{N}]/u.test(text)) return { rule: "no-words", confidence: 0.95 };
  if (length > 420) return undefined;
  if (address.test(text)) return { rule: "address", confidence: 0.9 };
  if (tags.test(text)) return { rule: "tags", confidence: 0.9 };
  if (counter.test(text) && line.dates.dates.length === 0) return { rule: "number-alone", confidence: 0.8 };
  if (copyright.test(text) && (year.test(text) || boilerplate !== undefined)) {
    return { rule: "copyright", confidence: 0.9 };
  }
  if (boilerplate === "known-start" && label?.kinds.has("byline") === true && line.words <= 8) {
    return { rule: "editor-of-page", confidence: 0.7 };
  }
  if (isOfStory(line)) return undefined;
  const isSentence = line.endsSentence && length > 60;
  if (label !== undefined && (label.kinds.has("related") || label.kinds.has("tags")) && !isSentence) {
    return { rule: "label-of-page", confidence: 0.9 };
  }
  if (boilerplate === "known-line") return { rule: "known-line", confidence: 0.9 };
  if (boilerplate === "known-phrase" && length <= 320) return { rule: "known-phrase", confidence: 0.85 };
  if (
    boilerplate === "known-start" &&
    !isSentence &&
    !(label === undefined && startsWithDesk(line.key)) &&
    (line.words <= 8 || /[:：…»>]/u.test(text.slice(0, 40)))
  ) {
    return { rule: "known-start", confidence: 0.75 };
  }
  if (line.index < 8 && isBreadcrumb(line)) return { rule: "breadcrumb", confidence: 0.75 };
  return undefined;
}

/** A label that speaks of the story's own source, author, date or picture. */
function isOfStory({ label, dates, isCredited, isCredit }: ObservedLine): boolean {
  if (isCredited || isCredit) return true;
  if (dates.dates.length > 0 && dates.others <= 1) return true;
  if (label === undefined || label.value === "") return false;
  const { kinds } = label;
  return kinds.has("source") || kinds.has("credit") || kinds.has("published") || kinds.has("caption");
}

/** "Home | News | Odd", "Accueil / Bretagne / Économie": short parts, and nothing that ends a sentence. */
function isBreadcrumb({ text, length, endsSentence, label }: ObservedLine): boolean {
  if (length > 140 || endsSentence || label !== undefined) return false;
  const parts = text.split(crumbs).filter((part) => part.trim() !== "");
  return parts.length >= 3 && parts.every((part) => part.trim().split(/\s+/u).length <= 4);
}

/**
 * "Weather", "Story 3": words of the page, but nothing else stands above the first sentence. The line right above it
 * heads the story then.
 */
function withdrawTitle(board: RoleBoard): void {
  const top = board.firstFree();
  const above = board.lines[(top?.index ?? 0) - 1];
  if (top === undefined || above === undefined || !/[.。।۔]["”»)]?$/u.test(top.text)) return;
  board.withdraw(above, "known-line");
}
