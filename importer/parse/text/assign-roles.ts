import { findPicture } from "./find-picture.ts";
import { findSourceLine } from "../find-source-line.ts";
import { endsWithPunctuation, visualLength } from "../line-shape.ts";
import type { Evidence, Line, LineGroup, Role, RoledLine } from "./lines.ts";
import { observeLines, type ObservedLine } from "./observe-lines.ts";
import { nameOfByline } from "../read-byline.ts";
import { scriptOf, type Script } from "../scripts.ts";

/**
 * Gives every line of a story one role, with the evidence for it.
 *
 * Pure; loses no line and keeps their order. Evidence that holds in every language goes first: place, length,
 * punctuation, repetition, change of script, shape of a credit. A line that nothing speaks for is a paragraph.
 */
export function assignRoles(groups: readonly LineGroup[]): RoledLine[] {
  const lines = groups.flat();
  const [headline, ...others] = lines;
  if (headline === undefined) return [];
  const source = findSourceLine(others);
  const isSet = (line: Line): boolean => line === headline || line === source?.line;
  const body = observeLines(groups.map((group) => group.filter((line) => !isSet(line))));
  // The start of each line, so that one long line does not speak for them all.
  const mainScript = scriptOf(lines.map((line) => line.text.slice(0, 40)).join(" "));

  const roled: RoledLine[] = [
    { ...headline, role: "headline", evidence: "first-line" },
    ...rolesOfBody(body, mainScript),
  ];
  if (source !== undefined) roled.push({ ...source.line, role: "sourceLine", evidence: source.evidence });
  return roled.toSorted((a, b) => a.number - b.number);
}

function rolesOfBody(lines: readonly ObservedLine[], mainScript: Script | undefined): RoledLine[] {
  const roled: RoledLine[] = [];
  const given = new Set<Role>();
  let pictures = 0;

  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    const last = roled.at(-1);
    const picture = findPicture(lines, index, mainScript);
    if (line.isCredit && last?.picture !== undefined && last.role !== "credit") {
      roled.push(pictureLine(line, "credit", "credit-alone", last.picture));
      index += 1;
    } else if (picture !== undefined) {
      for (const role of picture.roles) {
        const own = lines[index++];
        if (own !== undefined) roled.push(pictureLine(own, role, picture.evidence, pictures));
      }
      pictures += 1;
    } else {
      const [role, evidence] = roleOfText(line, lines[index + 1], given);
      given.add(role);
      roled.push({ number: line.number, text: line.text, role, evidence });
      index += 1;
    }
  }
  return roled;
}

/** The role of a line that belongs to no picture; bylines and sub-headlines stand before the text begins. */
function roleOfText(
  line: ObservedLine,
  next: ObservedLine | undefined,
  given: ReadonlySet<Role>,
): readonly [Role, Evidence] {
  const textBegan = given.has("paragraph") || given.has("subheading");
  if (!textBegan && nameOfByline(line.text) !== undefined) return ["byline", "byline-prefix"];
  if (!isHeading(line, next)) return ["paragraph", "no-other-role"];
  return [textBegan || given.has("subHeadline") ? "subheading" : "subHeadline", "short-before-text"];
}

const bullet = /^(?:[-–—*•·▪◦‣]|\d+[.)])\s/u;

/** Whether a line heads the text after it: short, without punctuation at its end, before something longer. */
function isHeading(line: ObservedLine, next: ObservedLine | undefined): boolean {
  if (next === undefined || next.isCredit || endsWithPunctuation(line.text) || bullet.test(line.text))
    return false;
  const [length, nextLength] = [visualLength(line.text), visualLength(next.text)];
  return line.hasNeighbour
    ? length <= 90 && nextLength > 1.5 * length
    : length <= 60 && nextLength > 2 * length;
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
