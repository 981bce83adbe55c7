import type { InputPiece } from "../../input-piece.ts";
import { cleanText } from "../../cleaning/clean-text.ts";
import type { WireLine, WireMessage } from "./messages-in.ts";

/** All that a message says, line by line; what stands around its text is data of the wire. Pure. */
export function piecesOfMessage({ around, header, above, text, below }: WireMessage): InputPiece[] {
  const piecesOf = (lines: readonly WireLine[], reason: InputPiece["reason"]) =>
    lines
      .filter((line) => line.text !== "")
      .map((line) => ({ number: line.number, piece: pieceOf(line, reason) }));
  return [
    ...piecesOf(header === undefined ? around : [header, ...around], "metadata"),
    ...piecesOf(above, "no-field"),
    ...piecesOf(text, "no-place"),
    ...piecesOf(below, "metadata"),
  ]
    .toSorted((a, b) => a.number - b.number)
    .map(({ piece }) => piece);
}

const pieceOf = ({ number, text }: WireLine, reason: InputPiece["reason"]): InputPiece => ({
  kind: "text",
  text: cleanText(text).trim(),
  place: `line ${number}`,
  rule: "iptc7901-line",
  reason,
});
