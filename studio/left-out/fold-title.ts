import type { LeftOutPiece, LeftOutReason } from "../../schemas/index.ts";

const ofThePage: ReadonlySet<LeftOutReason> = new Set([
  "page-furniture",
  "form-control",
  "picture-furniture",
]);

type FoldString = `story.left-out.${"page" | "minor"}-${"lines" | "pieces"}`;

/** The string that says what is folded up; its plural takes the number: "37 pieces of the page". Pure. */
export const foldTitle = (what: "lines" | "pieces", pieces: readonly LeftOutPiece[]): FoldString =>
  `story.left-out.${pieces.every(({ reason }) => ofThePage.has(reason)) ? "page" : "minor"}-${what}`;
