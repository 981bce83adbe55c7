/** Up to this length, looking at every place is as fast as can be. */
const short = 32;

/**
 * `text.indexOf(piece, from)`, in time that grows with the sum of both lengths and never with their product
 * (Knuth, Morris and Pratt, 1977): both may come from anybody.
 */
export function findText(text: string, piece: string, from: number): number {
  if (piece.length <= short) return text.indexOf(piece, from);
  const borders = bordersOf(piece);
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    while (matched > 0 && text[at] !== piece[matched]) matched = borders[matched - 1] ?? 0;
    if (text[at] === piece[matched]) matched += 1;
    if (matched === piece.length) return at - matched + 1;
  }
  return -1;
}

/** For each beginning of a text, how much of it stands at its own end once more. */
function bordersOf(piece: string): Uint32Array {
  const borders = new Uint32Array(piece.length);
  let border = 0;
  for (let at = 1; at < piece.length; at += 1) {
    while (border > 0 && piece[at] !== piece[border]) border = borders[border - 1] ?? 0;
    if (piece[at] === piece[border]) border += 1;
    borders[at] = border;
  }
  return borders;
}
