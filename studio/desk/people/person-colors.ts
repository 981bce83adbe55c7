import type { PeopleString } from "../i18n/people-strings.ts";

/** A colour that a person can have. White letters can be read on each. */
export interface PersonColor {
  readonly hex: string;
  readonly name: PeopleString;
}

/** In the order of the rainbow. */
export const personColors = [
  { hex: "#b3261e", name: "people.color.red" },
  { hex: "#b3541e", name: "people.color.orange" },
  { hex: "#66691f", name: "people.color.olive" },
  { hex: "#2e7d32", name: "people.color.green" },
  { hex: "#00706b", name: "people.color.teal" },
  { hex: "#1565c0", name: "people.color.blue" },
  { hex: "#4a4fb5", name: "people.color.indigo" },
  { hex: "#8e24aa", name: "people.color.purple" },
  { hex: "#ad1457", name: "people.color.pink" },
  { hex: "#795548", name: "people.color.brown" },
] as const satisfies readonly PersonColor[];

/** A colour that nobody has, while there is one. */
export function freeColor(people: readonly { readonly color: string }[]): string {
  const had = new Set(people.map(({ color }) => color));
  return (personColors.find(({ hex }) => !had.has(hex)) ?? personColors[0]).hex;
}
