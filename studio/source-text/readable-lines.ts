/** Writes line numbers as a person would: `[3, 4, 5, 9]` → "Lines 3–5, 9". */
export function readableLines(lines: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  const numbers = runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `${new Set(lines).size === 1 ? "Line" : "Lines"} ${numbers.join(", ")}`;
}
