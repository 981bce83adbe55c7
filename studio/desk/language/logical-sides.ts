/** A declaration as stylis, which styled-components stands on, hands it to its plugins. */
interface StyleElement {
  readonly type: string;
  props: string | string[];
  children: unknown;
  return: string;
}

/** Names of the left and the right, and what they mean where a line begins on either side. */
const logicalNames: Readonly<Record<string, string>> = {
  left: "inset-inline-start",
  right: "inset-inline-end",
  ...sides("margin-left", "margin-right", "margin-inline"),
  ...sides("padding-left", "padding-right", "padding-inline"),
  ...sides("border-left", "border-right", "border-inline"),
  ...ofBorder("color"),
  ...ofBorder("style"),
  ...ofBorder("width"),
  "border-top-left-radius": "border-start-start-radius",
  "border-top-right-radius": "border-start-end-radius",
  "border-bottom-right-radius": "border-end-end-radius",
  "border-bottom-left-radius": "border-end-start-radius",
};

/** Properties whose value names a side. */
const logicalValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "text-align": { left: "start", right: "end" },
  float: { left: "inline-start", right: "inline-end" },
  clear: { left: "inline-start", right: "inline-end" },
};

/** Properties whose four values are the sides, from the top clockwise. */
const ofFourSides: Readonly<Record<string, string>> = {
  margin: "margin",
  padding: "padding",
  inset: "inset",
  "border-width": "border-?-width",
  "border-style": "border-?-style",
  "border-color": "border-?-color",
};

/**
 * A plugin of stylis that makes styles which name left and right speak of where a line begins and ends, so that they serve
 * both directions, and each part of a page by its own: what is left to right within a page that is not, stays so.
 *
 * Shifts (`transform`), shadows and backgrounds are as they were: there CSS has no such names.
 */
export function logicalSides(element: StyleElement): void {
  const { type, props: name, children: value } = element;
  if (type !== "decl" || typeof name !== "string" || typeof value !== "string" || element.return !== "")
    return;
  const logical = logicalOf(name, value);
  if (logical !== undefined) element.return = `${logical};`;
}

/** A declaration in logical terms; `undefined` where it names no side. */
export function logicalOf(name: string, value: string): string | undefined {
  const otherName = logicalNames[name];
  // What stands in the middle is shifted back by half its width, and from the left.
  if (isSide(name) && value === "50%") return undefined;
  if (otherName !== undefined) return `${otherName}:${value}`;
  const important = value.endsWith("!important") ? "!important" : "";
  const bare = value.slice(0, value.length - important.length).trim();
  const otherValue = logicalValues[name]?.[bare];
  if (otherValue !== undefined) return `${name}:${otherValue}${important}`;
  const pattern = ofFourSides[name];
  const [top, right, bottom, left, ...more] = partsOf(bare);
  if (pattern === undefined || left === undefined || right === left || more.length > 0) return undefined;
  const along = (axis: string): string =>
    pattern.includes("?") ? pattern.replace("?", axis) : `${pattern}-${axis}`;
  return `${along("block")}:${top} ${bottom}${important};${along("inline")}:${left} ${right}${important}`;
}

const isSide = (name: string): boolean => name === "left" || name === "right";

function sides(left: string, right: string, inline: string): Readonly<Record<string, string>> {
  return { [left]: `${inline}-start`, [right]: `${inline}-end` };
}

function ofBorder(part: string): Readonly<Record<string, string>> {
  return {
    [`border-left-${part}`]: `border-inline-start-${part}`,
    [`border-right-${part}`]: `border-inline-end-${part}`,
  };
}

/** The parts of a value; what stands in brackets is one part. */
const partsOf = (value: string): string[] => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
