import type { LeftOutPiece } from "../../schemas/index.ts";
import { addressOfPiece } from "./address-of-piece.ts";
import type { BodyMember } from "./body-member.ts";
import { compared } from "./compared.ts";

/** A shorter text may stand in any sentence: only a member that says nothing else says it. */
const fewestCharacters = 20;

/** Whether a member of a body says what a piece says, or leads to where it leads. Pure. */
export function saysPiece({ texts, words: said }: BodyMember, piece: LeftOutPiece): boolean {
  const address = addressOfPiece(piece);
  if (address !== undefined) return texts.includes(address);
  const words = compared(piece.text || (piece.address ?? ""));
  if (words === "") return false;
  return said.some((text) => text === words || (words.length >= fewestCharacters && text.includes(words)));
}
