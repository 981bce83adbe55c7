/** Wrapped lines differ in length by what did not fit; a little less than that is still chance. */
const slack = 6;

/**
 * Whether a line of a text that is wrapped at a width was ended on purpose: the next word would have fitted. Pure.
 *
 * @param width Length of the longest lines of the text, in characters.
 */
export function breaksOnPurpose(line: string, next: string, width: number): boolean {
  const [word = ""] = next.trimStart().split(/\s/, 1);
  return line.length + 1 + word.length + slack <= width;
}
