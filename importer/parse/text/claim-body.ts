import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims quotations and sub-headings; what is left is a paragraph. */
export function claimBody(board: RoleBoard): void {
  for (const line of board.free()) {
    if (isQuotation(board, line)) {
      board.claim(line, { role: "quotation", rule: "in-quotation-marks", confidence: 0.65 });
    } else if (isAttribution(board, line)) {
      board.claim(line, { role: "quotation", rule: "name-after-quotation", confidence: 0.8 });
    } else if (/^[\s\d٠-٩۰-۹０-９/|+.:()-]{1,14}$/u.test(line.text)) {
      board.claim(line, { role: "boilerplate", rule: "number-alone", confidence: 0.6 });
    } else if (isHeading(board, line)) {
      board.claim(line, { role: "subheading", rule: "short-before-text", confidence: 0.7 });
    } else {
      const confidence = line.endsSentence || line.length > 120 ? 0.9 : 0.6;
      board.claim(line, { role: "paragraph", rule: "no-other-role", confidence });
    }
  }
}

const curly = /^[“„«‹’‘].{8,}[”“»›‘’][.!?]?$/su;
const straight = /^"[^"]{8,}"[.!?]?$/su;
const named = /^[“«„"「].{8,}[”»“"」][.,]?\s*[-–—]\s*\S.{2,60}$/su;

/** A line that is a quotation from its first to its last character, shown apart from the text around it. */
function isQuotation(board: RoleBoard, line: ObservedLine): boolean {
  const { text, length } = line;
  if (length > 420 || length < 15) return false;
  if (named.test(text) && !line.endsSentence) return true;
  const isWhole = curly.test(text) ? !/[”»].+[“«]/su.test(text.slice(1, -1)) : straight.test(text);
  if (!isWhole) return false;
  const next = board.lines[line.index + 1];
  const before = board.lines[line.index - 1];
  if (before !== undefined && /[?？؟]$/u.test(before.text)) return false;
  const isAnnounced = before !== undefined && /[:：]$/u.test(before.text);
  const isAttributed = next !== undefined && (dash.test(next.text) || /^\p{Ll}/u.test(next.text));
  if (isAnnounced || isAttributed) return true;
  const isAmongQuotes = [before, next].some(
    (other) => other !== undefined && /^[“„«‹’‘"「]/u.test(other.text),
  );
  return curly.test(text) && !isAmongQuotes && line.script !== "Han" && line.words >= 5;
}

const dash = /^[—–-]\s?\p{L}/u;

/** "— Jane Doe, baker" below a quotation. */
const isAttribution = (board: RoleBoard, line: ObservedLine): boolean =>
  dash.test(line.text) &&
  line.length <= 120 &&
  board.claimOf(board.lines[line.index - 1])?.role === "quotation";

const bullet = /^(?:[-–—*•·▪◦‣]|\d+[.)])\s/u;

/** Whether a line heads the text after it: short, without punctuation at its end, before something longer. */
function isHeading(board: RoleBoard, line: ObservedLine): boolean {
  const next = textAfter(board, line);
  if (next === undefined || next.isCredit || line.isWrapped || bullet.test(line.text)) return false;
  const isQuestion = /[?？؟]$/u.test(line.text) && line.length <= 75 && !/^["“«„]/u.test(line.text);
  if (line.endsWithPunctuation && !isQuestion) return false;
  const role = board.claimOf(next)?.role;
  if (role === "listItem") return line.length <= 90;
  if (role !== undefined && role !== "paragraph" && role !== "quotation") return false;
  const isBeside = next.number === line.number + 1;
  return isBeside
    ? line.length <= 80 && (next.isWrapped || next.length > 1.5 * line.length)
    : line.length <= 62 && next.length > 1.7 * line.length;
}

/** The next line that is no picture and nothing of the page. */
const textAfter = (board: RoleBoard, line: ObservedLine): ObservedLine | undefined =>
  board.firstFrom(line.index + 1, (next) => {
    const role = board.claimOf(next)?.role;
    return role !== "boilerplate" && role?.startsWith("image") !== true;
  });
