import { namesOnlyKnownSources } from "./names-only-known-sources.ts";
import { isProse, type Bounds } from "./find-body.ts";
import type { Claim } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims the headline and what stands above it, and what repeats it. */
export function claimHeadline(board: RoleBoard, bounds: Bounds): void {
  claimSiteName(board, bounds);
  claimTitle(board, bounds);
  claimIssue(board, bounds);
  const candidates = board
    .free(0, bounds.start)
    .filter(
      (line) =>
        !line.isCredit && !line.isWrapped && !(line.isCredited && line.credited?.strength === "certain"),
    );
  const first = candidates[0] ?? board.firstFree();
  if (first === undefined) {
    claimLastResort(board, bounds);
    return;
  }
  const second = candidates[1];
  const headline = second !== undefined && isKicker(first, second, board) ? second : first;
  if (headline !== first)
    board.claim(first, { role: "kicker", rule: "short-before-headline", confidence: 0.65 });
  board.claim(headline, headlineClaim(headline, headline === first ? "first-line" : "after-kicker"));
  claimRepeats(board, headline, bounds);
}

const headlineClaim = (line: ObservedLine, rule: string): Claim => ({
  role: "headline",
  rule,
  confidence: isProse(line) ? 0.4 : 0.9,
});

/** The title of the page holds the headline that comes after it, and the site or the way to it. */
function claimTitle(board: RoleBoard, { start }: Bounds): void {
  const [first, ...others] = board.free(0, start + 1);
  if (first === undefined) return;
  const isInside = others
    .slice(0, 4)
    .some(({ key }) => key.length >= 15 && first.key.length > key.length && first.key.includes(key));
  if (isInside) board.claim(first, { role: "boilerplate", rule: "headline-in-title", confidence: 0.75 });
}

/** "Daily Post, no. 165 of 10.09.2020, p. 5": the issue that the story was in. */
function claimIssue(board: RoleBoard, { start }: Bounds): void {
  const [first, second] = board.free(0, start);
  if (first === undefined || second === undefined || isProse(second) || second.length < 15) return;
  const isDated = first.dates.dates.some(({ date }) => date !== undefined) && first.dates.others <= 6;
  if (isDated && first.length <= 100) {
    board.claim(first, { role: "boilerplate", rule: "issue-above-headline", confidence: 0.6 });
  }
}

/** A short line right above the page's navigation names the site. */
function claimSiteName(board: RoleBoard, { start }: Bounds): void {
  const [first, second] = board.free(0, start);
  const next = board.lines[(first?.index ?? 0) + 1];
  if (first === undefined || second === undefined || next === undefined || isProse(second)) return;
  const rule = board.claimOf(next)?.rule ?? "";
  if (first.words <= 4 && first.length <= 40 && second.length >= 15 && rule === "breadcrumb") {
    board.claim(first, { role: "boilerplate", rule: "above-navigation", confidence: 0.6 });
  }
}

/** A story of nothing but lines that looked like the page around one still has a headline: its first line. */
function claimLastResort(board: RoleBoard, bounds: Bounds): void {
  const [first] = board.lines;
  const claimed = board.claimOf(first);
  if (first === undefined || claimed === undefined) return;
  board.override(first, claimed.rule, headlineClaim(first, "first-line"));
  claimRepeats(board, first, bounds);
}

const ends = /[.!?…。！？:："”»'’]$/u;

/** A few words in front of something much longer, which is no sentence of the text. */
function isKicker(first: ObservedLine, second: ObservedLine, board: RoleBoard): boolean {
  if (second.index - first.index > 3 || isProse(second) || second.endsSentence || second.isCredited)
    return false;
  const between = board.lines.slice(first.index + 1, second.index);
  if (between.some((line) => ["date", "byline"].includes(board.claimOf(line)?.role ?? ""))) return false;
  // "Speaking to this paper the minister said:" leads to the headline.
  if (/[؛;:：]$/u.test(first.text)) return first.length <= 70 && second.length >= 20;
  if (ends.test(first.text) || /^["“«„「『‘]/u.test(first.text)) return false;
  if (/\s[|｜/]\s/u.test(first.text)) return first.length <= 50 && second.length >= first.length;
  if (first.words > 4 || first.length > 32) return false;
  if (first.text === first.text.toUpperCase() && /\p{Lu}{3}/u.test(first.text) && first.words <= 2)
    return second.length >= 15;
  return second.length >= 24 && second.length >= 1.8 * first.length;
}

/** The headline once more, alone or in the title of the page, belongs to the page. */
function claimRepeats(board: RoleBoard, headline: ObservedLine, { start, end }: Bounds): void {
  if (headline.key.length < 8) return;
  for (const line of board.free()) {
    const isNear = line.index <= start + 2 || line.index >= end;
    const isSame = line.key === headline.key;
    const isTitle =
      isNear &&
      line.key.length <= headline.key.length + 60 &&
      line.key.includes(headline.key) &&
      line.words > headline.words;
    if (isSame && (isNear || line.length > 30)) {
      board.claim(line, { role: "boilerplate", rule: "headline-again", confidence: 0.85 });
    } else if (isTitle && !line.endsSentence) {
      board.claim(line, { role: "boilerplate", rule: "headline-in-title", confidence: 0.7 });
    }
  }
}

/** Claims what stands between the headline and the text: sub-headlines, and captions that nothing else shows. */
export function claimBelowHeadline(board: RoleBoard, { start }: Bounds): void {
  const headline = board.lines.find((line) => board.claimOf(line)?.role === "headline");
  if (headline === undefined) return;
  const isMarker = (line: ObservedLine): boolean => {
    const role = board.claimOf(line)?.role;
    return role === "date" || role === "byline";
  };
  const marker = board.lines.slice(headline.index + 1, start).find(isMarker)?.index ?? start;
  const lines = board.free(headline.index + 1, start);
  const points = lines.filter((line) => line.length >= 25 && line.length <= 200 && !line.isCredited);
  if (points.length >= 3 && points.length === lines.length && areAlike(points)) {
    for (const line of points)
      board.claim(line, { role: "listItem", rule: "points-in-head", confidence: 0.6 });
    return;
  }
  let hasSubHeadline = false;
  for (const line of lines) {
    if (namesOnlyKnownSources(line.text)) {
      board.claim(line, { role: "sourceLine", rule: "known-sources-in-head", confidence: 0.6 });
      continue;
    }
    const isBeforeMarker = line.index < marker;
    const hasMarkerAfter = board.lines.slice(line.index + 1, start).some(isMarker);
    const isPhrase = line.words >= 4 || line.length >= 22;
    if (!isPhrase && isAmongPage(board, line)) {
      board.claim(line, { role: "boilerplate", rule: "few-words-in-head", confidence: 0.45 });
    } else if ((isBeforeMarker || hasMarkerAfter) && !(hasSubHeadline && !isPhrase)) {
      board.claim(line, {
        role: "subHeadline",
        rule: "below-headline",
        confidence: hasSubHeadline ? 0.5 : 0.75,
      });
      hasSubHeadline = true;
    } else if (!hasSubHeadline && line.endsSentence && line.length >= 50) {
      board.claim(line, { role: "subHeadline", rule: "sentence-before-text", confidence: 0.5 });
      hasSubHeadline = true;
    } else if (isPhrase && (!line.endsSentence || line.length < 50)) {
      const picture = board.newPicture();
      board.claim(line, { role: "imageCaption", rule: "short-before-text", confidence: 0.5, picture });
    } else if (!isPhrase) {
      board.claim(line, { role: "boilerplate", rule: "few-words-in-head", confidence: 0.45 });
    }
  }
}

/** Beside something of the page. */
const isAmongPage = (board: RoleBoard, { index }: ObservedLine): boolean =>
  [board.lines[index - 1], board.lines[index + 1]].some(
    (other) => board.claimOf(other)?.role === "boilerplate",
  );

/** Points that sum a story up are about as long as each other. */
function areAlike(lines: readonly ObservedLine[]): boolean {
  const lengths = lines.map(({ length }) => length);
  return Math.max(...lengths) <= 2.2 * Math.min(...lengths);
}
