import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../support/source-files.ts";

/**
 * Figures of one half in percent, by what they are about: `lines`, `macro F1`, `role headline`, `field kicker`,
 * `flattening w3m`, `outlet all`.
 */
export type Figures = ReadonlyMap<string, number>;

/** Reads the figures of a half out of what `renderHalf` has printed. Pure. */
export function figuresOf(printed: string, half: string): Figures {
  const [, after = ""] = printed.split(new RegExp(`^${half}: .*$`, "m"));
  const [own = ""] = after.split(/^(?:tune|held-out): |^```/m);
  const totals = own.matchAll(/(lines|macro F1|fields) (?:right )?(\d+\.\d) %/g);
  const [, roles = "", , fields = "", flattenings = "", outlets = ""] = own.split(
    /^ {2}(?:role|language|field|flattening|outlet|learned outlet) .*$/m,
  );
  return new Map([
    ...Array.from(totals, ([, name = "", share]) => [name, Number(share)] as const),
    // Precision and recall come before F1.
    ...rowsOf(roles, "role", 2),
    ...rowsOf(fields, "field", 0),
    // The lines that are right come before macro F1.
    ...rowsOf(flattenings, "flattening", 1),
    ...rowsOf(outlets, "outlet", 1).filter(([name]) => name === "outlet all"),
  ]);
}

/** The figures that docs/accuracy.md gives for a half. */
export const recordedFigures = (half: string): Figures =>
  figuresOf(readFileSync(join(projectFolder, "docs/accuracy.md"), "utf8"), half);

const rowsOf = (table: string, kind: string, column: number): (readonly [string, number])[] =>
  Array.from(table.matchAll(/^ {2}(\S.*?) {2,}(\d.*)$/gm), ([, name = "", cells = ""]) => [
    `${kind} ${name}`,
    Number(/[\d.]+/.exec(cells.split("%")[column] ?? "")?.[0]),
  ]);
