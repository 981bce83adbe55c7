/** Places in two lists with equal members. */
export type PairOfPlaces = readonly [left: number, right: number];

/** For longer lists, only equal members at the start and the end are found. */
const mostComparisons = 1_000_000;

/** The score of a pair. It is more than the neighbours of all pairs can add, so that the number of pairs counts first. */
const oneMore = 4096;

/**
 * Returns the longest common subsequence of two lists, as pairs of places. If there are several, the one whose members
 * share the most neighbours is returned, so that repeated members are matched in their place. Pure.
 */
export function commonSubsequence(left: readonly string[], right: readonly string[]): PairOfPlaces[] {
  let start = 0;
  const shorter = Math.min(left.length, right.length);
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const places = (from: number, to: number, shift: number): PairOfPlaces[] =>
    Array.from({ length: to - from }, (_, index) => [from + index, from + index + shift]);
  return [
    ...places(0, start, 0),
    ...between(left, right, start, end),
    ...places(left.length - end, left.length, right.length - left.length),
  ];
}

/** Pairs between the equal start and the equal end. */
function between(
  left: readonly string[],
  right: readonly string[],
  start: number,
  end: number,
): PairOfPlaces[] {
  const [rows, columns] = [left.length - start - end, right.length - start - end];
  if (rows === 0 || columns === 0 || rows * columns > mostComparisons) return [];
  const width = columns + 1;
  // The best score for the rest of both lists, from a row and a column on.
  const best = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  const scoreOf = (row: number, column: number): number => {
    const [i, j] = [start + row, start + column];
    if (left[i] !== right[j]) return 0;
    return oneMore + Number(left[i - 1] === right[j - 1]) + Number(left[i + 1] === right[j + 1]);
  };
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const score = scoreOf(row, column);
      const paired = score === 0 ? 0 : score + at(row + 1, column + 1);
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: PairOfPlaces[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const score = scoreOf(row, column);
    if (score > 0 && at(row, column) === score + at(row + 1, column + 1)) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}
