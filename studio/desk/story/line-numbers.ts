/** Writes line numbers as a person would: `[3, 4, 5, 9]` → "3–5, 9". Pure. */
export function lineNumbers(lines: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const line of [...new Set(lines)].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}
