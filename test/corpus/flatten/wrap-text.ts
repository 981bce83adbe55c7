/** Scripts that break anywhere, and whose letters are two columns wide. */
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]$/u;
/** Marks above and below letters, and those that nobody sees, take no column. */
const narrow = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Scripts without spaces between words. */
const unspaced = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Wraps a text at so many columns, as browsers for the terminal do. Pure; keeps every visible character. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/\s+/u).flatMap(piecesOf)) {
    const width = columnsOf(word.text);
    const space = line === "" || word.isJoined ? "" : " ";
    if (line !== "" && used + space.length + width > columns) {
      lines.push(line);
      [line, used] = [word.text, width];
    } else {
      line += space + word.text;
      used += space.length + width;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** What may not be broken: a word, or in some scripts a letter with its marks. */
function piecesOf(word: string): { readonly text: string; readonly isJoined: boolean }[] {
  if (![...word].some((letter) => wide.test(letter) || unspaced.test(letter)))
    return [{ text: word, isJoined: false }];
  return (word.match(/[^\p{M}\p{Cf}][\p{M}\p{Cf}]*/gu) ?? [word]).map((text, place) => ({
    text,
    isJoined: place > 0,
  }));
}

const columnsOf = (word: string): number =>
  [...word].reduce((sum, letter) => sum + (narrow.test(letter) ? 0 : wide.test(letter) ? 2 : 1), 0);
