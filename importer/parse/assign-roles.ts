import { findSourceLine } from "./find-source-line.ts";
import { endsWithPunctuation, visualLength } from "./line-shape.ts";
import type { Evidence, Line, LineGroup, Role, RoledLine } from "./lines.ts";
import { observeLines, type ObservedLine } from "./observe-lines.ts";
import { longestPictureText, picturePair } from "./picture-pair.ts";
import { nameOfByline } from "./read-byline.ts";
import { scriptOf } from "./scripts.ts";

/**
 * Gives every line of a story one role, with the evidence for it.
 *
 * Pure; loses no line and keeps their order. Evidence that holds in every language goes first: place, length,
 * punctuation, repetition, change of script, shape of a credit. A line that nothing speaks for is a paragraph.
 */
export function assignRoles(groups: readonly LineGroup[]): RoledLine[] {
  const [headline, ...others] = groups.flat();
  if (headline === undefined) return [];
  const source = findSourceLine(others);
  const isSet = (line: Line): boolean => line === headline || line === source?.line;
  const body = observeLines(groups.map((group) => group.filter((line) => !isSet(line))));

  const roled: RoledLine[] = [
    { ...headline, role: "headline", evidence: "first-line" },
    ...rolesOfBody(
      body,
      scriptOf(
        groups
          .flat()
          .map((line) => line.text.slice(0, 40))
          .join(" "),
      ),
    ),
  ];
  if (source !== undefined) roled.push({ ...source.line, role: "sourceLine", evidence: source.evidence });
  return roled.toSorted((a, b) => a.number - b.number);
}

function rolesOfBody(lines: readonly ObservedLine[], mainScript: ReturnType<typeof scriptOf>): RoledLine[] {
  const roled: RoledLine[] = [];
  let pictures = 0;
  let textBegan = false;
  let hasDeck = false;

  const give = (line: ObservedLine, role: Role, evidence: Evidence): void => {
    textBegan ||= role === "paragraph" || role === "subheading";
    hasDeck ||= role === "subHeadline";
    roled.push({ number: line.number, text: line.text, role, evidence });
  };
  const givePicture = (texts: readonly (readonly [ObservedLine, Role])[], evidence: Evidence): void => {
    const picture = pictures++;
    for (const [line, role] of texts) roled.push(pictureLine(line, role, evidence, picture));
  };
  const neighbour = (index: number): ObservedLine | undefined =>
    lines[index]?.hasNeighbour === true ? lines[index + 1] : undefined;
  const pairAt = (index: number) => {
    const [first, second] = [lines[index], neighbour(index)];
    return first !== undefined && second !== undefined ? picturePair(first, second, mainScript) : undefined;
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const second = neighbour(index);
    const third = neighbour(index + 1);
    const last = roled.at(-1);
    const pair = pairAt(index);

    if (second !== undefined && pair !== undefined && (pair.firstRole === "imageAlt" || !pairAt(index + 1))) {
      const secondRole = pair.firstRole === "imageAlt" ? "caption" : "imageAlt";
      givePicture(
        [
          [line, pair.firstRole],
          [second, secondRole],
        ],
        pair.evidence,
      );
      index += 1;
    } else if (line.isCredit && last?.picture !== undefined && last.role !== "credit") {
      roled.push(pictureLine(line, "credit", "credit-alone", last.picture));
    } else if (line.isCredit && line.credited?.strength === "certain") {
      givePicture([[line, "credit"]], "credit-alone");
    } else if (isPictureText(line) && second !== undefined && isPictureText(second) && third?.isCredit) {
      givePicture(
        [
          [line, "imageAlt"],
          [second, "caption"],
        ],
        "beside-credited-line",
      );
      index += 1;
    } else if (isPictureText(line) && second?.isCredit) {
      givePicture([[line, "caption"]], "beside-credited-line");
    } else if (isCaption(line, index === lines.length - 1)) {
      givePicture([[line, "caption"]], "ends-with-credit");
    } else {
      if (!textBegan && nameOfByline(line.text) !== undefined) give(line, "byline", "byline-prefix");
      else if (!isHeading(line, lines[index + 1])) give(line, "paragraph", "no-other-role");
      else give(line, textBegan || hasDeck ? "subheading" : "subHeadline", "short-before-text");
    }
  }
  return roled;
}

const pictureLine = (line: ObservedLine, role: Role, evidence: Evidence, picture: number): RoledLine => ({
  number: line.number,
  text: line.text,
  role,
  evidence,
  picture,
  // An unknown name in brackets is taken for a credit only where the sentence is proven to be a picture's.
  ...(line.credited !== undefined &&
  (line.credited.strength !== "unproven" || evidence === "same-sentence-twice")
    ? { credited: line.credited }
    : {}),
});

const isPictureText = (line: ObservedLine): boolean =>
  !line.isCredit && visualLength(line.text) <= longestPictureText;

/** Whether a line alone is a caption. A story rarely ends with one, so a last line must be short to be. */
function isCaption(line: ObservedLine, isLast: boolean): boolean {
  if (!line.isCredited || !isPictureText(line)) return false;
  if (line.credited?.strength === "certain") return true;
  return line.credited?.strength === "likely" && visualLength(line.text) <= (isLast ? 120 : 250);
}

/** Whether a line heads the text after it: short, without punctuation at its end, before something longer. */
function isHeading(line: ObservedLine, next: ObservedLine | undefined): boolean {
  if (next === undefined || next.isCredit || endsWithPunctuation(line.text)) return false;
  const [length, nextLength] = [visualLength(line.text), visualLength(next.text)];
  return line.hasNeighbour
    ? length <= 90 && nextLength > 1.5 * length
    : length <= 60 && nextLength > 2 * length;
}
