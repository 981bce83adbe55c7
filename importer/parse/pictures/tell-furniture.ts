import type { InputPiece } from "../input-piece.ts";
import type { LeftOutPicture } from "../parsed-body.ts";
import { addressKey } from "./same-picture.ts";

/**
 * Says in the pieces of an input which pictures were left out as furniture, and by which rule; one that is not among them
 * is added at the end. Pure.
 */
export function tellFurniture(
  pieces: readonly InputPiece[],
  leftOut: readonly LeftOutPicture[] = [],
): readonly InputPiece[] {
  if (leftOut.length === 0) return pieces;
  const open = new Map(leftOut.map((picture) => [addressKey(picture.address), picture]));
  const left = new Set(open.values());
  const told = pieces.map((piece): InputPiece => {
    const picture = piece.kind === "picture" ? open.get(addressKey(piece.address ?? "")) : undefined;
    if (picture === undefined) return piece;
    left.delete(picture);
    return { ...piece, rule: picture.rule, reason: "picture-furniture", isDropped: true };
  });
  const others = [...left].map(({ address, place, rule }): InputPiece => ({
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
