import { findSource } from "../authority/find-source.ts";
import { creditNoise } from "../authority/source-words.ts";
import { indexPhrases } from "../lexicons/phrase-index.ts";
import { wordsOf } from "../lexicons/word-lists.ts";
import { scriptOf } from "../phrases/scripts.ts";
import { isProse, type Bounds } from "./find-body.ts";
import { findPicture } from "./find-picture.ts";
import type { Claim, Role } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

const captionWords = indexPhrases(wordsOf((lexicon) => lexicon.captionWords));
const noise = indexPhrases(creditNoise);
const fileName = /^[\p{L}\p{N}_\-. ]{1,80}\.(?:jpe?g|png|webp|gif|avif)$/iu;

/** Claims the lines of pictures: alternative texts, captions and credits, in all the ways they stand together. */
export function claimPictures(board: RoleBoard, bounds: Bounds): void {
  // The start of each line, so that one long line does not speak for them all.
  const mainScript = scriptOf(board.lines.map((line) => line.text.slice(0, 40)).join(" "));
  const lines = inRuns(board.free().filter((line) => !line.isWrapped));
  const lastText = lines.findLast((line) => line.index < bounds.end && isProse(line))?.index ?? 0;
  let last: { readonly picture: number; readonly hasCredit: boolean; readonly end: number } | undefined;

  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const labelled = labelledCaption(line);
    const found = findPicture(lines, at, mainScript, lastText);
    const isAtEnd = line.index >= bounds.end;
    const isNote =
      isNoteOfPicture(line) &&
      last !== undefined &&
      !last.hasCredit &&
      line.number - 1 === lines[at - 1]?.number;
    const creditOfLast = last !== undefined && !last.hasCredit && line.index - last.end <= 2;
    const below = lines[at + 1];
    if (isHeadCaption(line, below, bounds) && below !== undefined) {
      const picture = board.newPicture();
      claimCaption(board, line, picture, "above-agency-in-head");
      board.claim(below, claimOf(below, "imageCredit", "agency-below-caption", 0.7, picture));
      last = { picture, hasCredit: true, end: below.index };
      at += 2;
    } else if (isNote && last !== undefined && !last.hasCredit) {
      const printed = line.text.replace(/^[\s—–-]+/u, "");
      const credit = { printed, sources: [], people: [], shaped: true };
      const credited = { text: "", credit, strength: "certain" } as const;
      board.claim(line, {
        role: "imageCredit",
        rule: "note-after-caption",
        confidence: 0.7,
        picture: last.picture,
        credited,
      });
      last = { ...last, hasCredit: true };
      at += 1;
    } else if (line.isCredit && creditOfLast && last !== undefined && isCreditHere(line, isAtEnd)) {
      board.claim(line, claimOf(line, "imageCredit", "credit-after-caption", 0.85, last.picture));
      last = { ...last, hasCredit: true };
      at += 1;
    } else if (line.isCredit && !isAtEnd && opensPicture(lines, at, bounds)) {
      const picture = board.newPicture();
      const caption = lines[at + 1];
      board.claim(line, claimOf(line, "imageCredit", "credit-before-caption", 0.75, picture));
      if (caption !== undefined) claimCaption(board, caption, picture, "after-credit");
      last = { picture, hasCredit: true, end: caption?.index ?? line.index };
      at += 2;
    } else if (isBelowLabel(board, line)) {
      const isOfLast = last !== undefined && line.index - last.end <= 3;
      const picture = isOfLast && last !== undefined ? last.picture : board.newPicture();
      claimCaption(board, line, picture, "below-caption-label");
      last = { picture, hasCredit: isOfLast && last?.hasCredit === true, end: line.index };
      at += 1;
    } else if (labelled) {
      const picture = board.newPicture();
      claimCaption(board, line, picture, "caption-label");
      last = { picture, hasCredit: line.isCredited, end: line.index };
      at += 1;
    } else if (found !== undefined) {
      const picture = board.newPicture();
      const own = lines.slice(at, at + found.roles.length);
      own.forEach((each, place) => {
        board.claim(
          each,
          claimOf(each, found.roles[place] ?? "imageCaption", found.evidence, found.confidence, picture),
        );
      });
      const hasCredit = own.some((each) => each.isCredit || each.isCredited);
      last = { picture, hasCredit, end: own.at(-1)?.index ?? line.index };
      at += found.roles.length;
    } else if (line.words <= 3 && fileName.test(line.text)) {
      const picture = board.newPicture();
      board.claim(line, claimOf(line, "imageAlt", "file-name", 0.8, picture));
      const caption = lines[at + 1];
      const hasCaption = caption !== undefined && isShortText(caption) && caption.number === line.number + 1;
      if (hasCaption) claimCaption(board, caption, picture, "after-file-name");
      last = { picture, hasCredit: false, end: hasCaption ? caption.index : line.index };
      at += hasCaption ? 2 : 1;
    } else if (isWordedCaption(line, bounds)) {
      const picture = board.newPicture();
      claimCaption(board, line, picture, "caption-words");
      last = { picture, hasCredit: false, end: line.index };
      at += 1;
    } else at += 1;
  }
}

/** Lines with no other between them stand side by side. */
function inRuns(lines: readonly ObservedLine[]): ObservedLine[] {
  const follows = (place: number): boolean => {
    const [line, next] = [lines[place], lines[place + 1]];
    return line !== undefined && next !== undefined && next.number === line.number + 1;
  };
  const sizes: number[] = [];
  for (let place = 0; place < lines.length;) {
    let end = place;
    while (follows(end)) end += 1;
    for (let each = place; each <= end; each += 1) sizes.push(end - place + 1);
    place = end + 1;
  }
  return lines.map((line, place) => ({
    ...line,
    hasNeighbour: follows(place),
    groupSize: sizes[place] ?? 1,
  }));
}

const claimCaption = (board: RoleBoard, line: ObservedLine, picture: number, rule: string): boolean =>
  board.claim(line, claimOf(line, "imageCaption", rule, 0.75, picture));

function claimOf(line: ObservedLine, role: Role, rule: string, confidence: number, picture: number): Claim {
  const { credited } = line;
  // An unknown name in brackets is taken for a credit only where the sentence is proven to be a picture's.
  const isProven =
    credited !== undefined &&
    (credited.strength !== "unproven" || rule === "same-sentence-twice" || rule === "caption-in-brackets");
  return { role, rule, confidence, picture, ...(isProven ? { credited } : {}) };
}

/** A bare "Reuters" after the text signs the story rather than a picture. */
const isCreditHere = (line: ObservedLine, isAtEnd: boolean): boolean =>
  !isAtEnd || (line.credited?.strength === "certain" && !/^[©®]/u.test(line.text));

/** A credit above its caption: the next line is short, has no credit of its own, and is not the text. */
function opensPicture(lines: readonly ObservedLine[], at: number, { start }: Bounds): boolean {
  const [line, caption, after] = lines.slice(at, at + 3);
  if (line === undefined || caption === undefined || caption.index - line.index > 2) return false;
  if (labelledCaption(caption)) return true;
  if (!isShortText(caption) || caption.isCredited || caption.isCredit || caption.endsSentence) return false;
  if (line.credited?.strength !== "certain" && findSource(line.text) === undefined) return false;
  return (
    caption.index < start ||
    after === undefined ||
    isProse(after) ||
    after.endsSentence ||
    !caption.hasNeighbour
  );
}

const isShortText = (line: ObservedLine): boolean => line.length <= 220 && !isProse(line);

/** "Image caption," on a line of its own: the caption follows. */
function isBelowLabel(board: RoleBoard, line: ObservedLine): boolean {
  const { label } = board.lines[line.index - 1] ?? {};
  if (!isShortText(line)) return false;
  return (
    label !== undefined && label.value === "" && label.kinds.has("caption") && !label.kinds.has("related")
  );
}

/** Before the text nothing is signed yet: a bare "Getty Images" there is the credit of the line above it. */
const isHeadCaption = (line: ObservedLine, below: ObservedLine | undefined, { start }: Bounds): boolean =>
  below !== undefined &&
  below.isCredit &&
  below.credited?.strength === "possible" &&
  below.number === line.number + 1 &&
  below.index < start &&
  !line.isCredit &&
  !line.isCredited &&
  isShortText(line);

/** "Provided", "Screen grab": what stands in place of a credit. */
const isNoteOfPicture = ({ key, length }: ObservedLine): boolean => length <= 45 && noise.has(key);

const labelledCaption = ({ label, length }: ObservedLine): boolean =>
  label !== undefined && label.value.length > 3 && length <= 420 && label.kinds.has("caption");

/** "File photo: …", "… seen here in May": words that only the text of a picture has. */
const isWordedCaption = (line: ObservedLine, { start, end }: Bounds): boolean =>
  line.length <= 260 &&
  line.key !== "" &&
  line.index < end &&
  (line.index < start || !isProse(line) || line.length <= 140) &&
  captionWords.find(line.key) >= 0 &&
  isMarkedCaption(line);

/** Such words count at the start, in brackets, or in a line that is no sentence. */
function isMarkedCaption({ key, text, endsSentence }: ObservedLine): boolean {
  const at = captionWords.find(key);
  return at === 0 || !endsSentence || /[(（]([^()（）]*)[)）]\.?$/u.test(text);
}
