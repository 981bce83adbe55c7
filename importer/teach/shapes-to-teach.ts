import type { LineRole } from "../../schemas/index.ts";
import { labelOfLine } from "../outlets/shapes/label-of-line.ts";
import { shapeOfLine } from "../outlets/shapes/shape-of-line.ts";

/** Roles whose value may stand after a label. Headlines and paragraphs have colons and commas of their own. */
const labelled: ReadonlySet<LineRole> = new Set([
  "byline",
  "date",
  "imageAlt",
  "imageCaption",
  "imageCredit",
  "sourceLine",
  "boilerplate",
]);

/**
 * The shapes by which lines like this one may be known, the widest first: its label, if it has one and the role is one that
 * labels go with, and the line itself. Empty for a line that is too long to have a shape. Pure.
 */
export function shapesToTeach(line: string, role: LineRole): string[] {
  const label = labelled.has(role) ? labelOfLine(line)?.shape : undefined;
  return [...new Set([label ?? "", shapeOfLine(line)])].filter((shape) => shape !== "");
}

/** Whether a line has a shape, by itself or by its label. Pure. */
export const hasShape = (line: string, shape: string): boolean =>
  shapeOfLine(line) === shape || labelOfLine(line)?.shape === shape;
