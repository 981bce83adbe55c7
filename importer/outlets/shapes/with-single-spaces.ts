const other = /[^\S ]| {2}|\p{Cf}|^ | $/u;

/** A line with a single space wherever it has white space or invisible characters, and none at its ends. Pure. */
export const withSingleSpaces = (line: string): string =>
  other.test(line) ? line.replace(/[\s\p{Cf}]+/gu, " ").trim() : line;
