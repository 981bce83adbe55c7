import type { InputPiece } from "../input-piece.ts";
import { addressKey } from "./same-picture.ts";
import type { SettledPictures } from "./settle-pictures.ts";

/**
 * Says in the pieces of an input what became of its pictures: which were left out as furniture, and by which rule, and which
 * are other sizes of one that is kept. Furniture that is not among the pieces is added at the end. Pure.
 */
export function tellPictures(
  pieces: readonly InputPiece[],
  { leftOut = [], otherSizes }: Pick<SettledPictures, "leftOut" | "otherSizes">,
): readonly InputPiece[] {
  if (leftOut.length === 0 && otherSizes.size === 0) return pieces;
  const furniture = new Map(leftOut.map((picture) => [addressKey(picture.address), picture]));
  const untold = new Set(furniture.values());
  const told = pieces.map((piece): InputPiece => {
    if (piece.kind !== "picture" || piece.address === undefined) return piece;
    const key = addressKey(piece.address);
    const picture = furniture.get(key);
    if (picture !== undefined) {
      untold.delete(picture);
      return { ...piece, rule: picture.rule, reason: "picture-furniture", isDropped: true };
    }
    return otherSizes.has(key)
      ? { ...piece, rule: "other-size", reason: "repetition", isDropped: true }
      : piece;
  });
  const others = [...untold].map(({ address, place, rule }): InputPiece => ({
    kind: "picture",
    text: "",
    address,
    ...(place === undefined ? {} : { place }),
    rule,
    reason: "picture-furniture",
    isDropped: true,
  }));
  return [...told, ...others];
}
