import { type Evidence, type Path, formatPath, valueAt } from "../../../schemas/index.ts";
import { bodyMembers } from "../../left-out/body-member.ts";
import { memberOfLine, placeOfValue } from "./place-of-value.ts";

/** A story, to find its values in: what was read from the lines of its source, and the article as the form shows it. */
export interface ReadStory {
  /** As they are compared. */
  readonly lines: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly shown: Readonly<Record<string, unknown>>;
}

/** The values that were imported into a field of the form, by their numbers. Pure. */
export function valuesAt(focus: Path, { evidence, shown }: ReadStory): number[] {
  return evidence.flatMap((value, index) => {
    const place = placeOfValue(value, shown);
    return place !== undefined && isWithin(focus, place) ? [index] : [];
  });
}

/** The lines that a field of the form was read from; of a paragraph of the body, only its own. Pure. */
export function linesAt(focus: Path, story: ReadStory): number[] {
  const { evidence, lines, shown } = story;
  const [field, member] = focus;
  const found = valuesAt(focus, story).flatMap((index) => evidence[index] ?? []);
  const all = found.flatMap((value) => value.lines ?? []);
  if (field !== "body" || typeof member !== "object") return [...new Set(all)];
  // A picture in the body has lines of its own, which are not the text's.
  const own = found.filter((value) => placeOfValue(value, shown)?.length === 2);
  if (own.length > 0) return [...new Set(own.flatMap((value) => value.lines ?? []))];
  const members = bodyMembers([valueAt(shown, ["body", member])]);
  return [...new Set(all)].filter((line) => memberOfLine(lines[line - 1] ?? "", members) !== undefined);
}

/** The field of the form that a line was read into: for the text of the story, the paragraph. Pure. */
export function placeOfLine(line: number, { evidence, lines, shown }: ReadStory): Path | undefined {
  const places = evidence
    .filter((value) => value.lines?.includes(line))
    .flatMap((value) => {
      const place = placeOfValue(value, shown);
      return place === undefined ? [] : [place];
    });
  const place = places.find((one) => one.length > 1 || one[0] !== "body") ?? places[0];
  if (place?.length !== 1 || place[0] !== "body") return place;
  const member = memberOfLine(lines[line - 1] ?? "", bodyMembers(shown["body"]));
  return member === undefined ? place : ["body", { _key: member.key }];
}

/** Whether a place is another one, or within it. */
const isWithin = (place: Path, outer: Path): boolean =>
  place.length > 0 && formatPath(place.slice(0, outer.length)) === formatPath(outer);
