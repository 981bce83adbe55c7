/** A row of a table for the terminal: a name, and cells to its right. Pure. */
export const row = (name: string, ...cells: readonly (string | number)[]): string =>
  `  ${name.padEnd(14)}${cells.map((cell) => String(cell).padStart(10)).join("")}`.trimEnd();

/** A share as "12.3 %". Pure. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
