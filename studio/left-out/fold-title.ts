import type { LeftOutPiece, LeftOutReason } from "../../schemas/index.ts";

const ofThePage: ReadonlySet<LeftOutReason> = new Set([
  "page-furniture",
  "form-control",
  "picture-furniture",
]);

/** Says what is folded up, with its number: "37 pieces of the page". Pure. */
export function foldTitle(what: "line" | "piece", count: number, pieces: readonly LeftOutPiece[]): string {
  const noun = count === 1 ? what : `${what}s`;
  const isOfPage = pieces.every(({ reason }) => ofThePage.has(reason));
  return isOfPage ? `${count} ${noun} of the page` : `${count} minor ${noun}`;
}
