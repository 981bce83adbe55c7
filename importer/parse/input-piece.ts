import type { LeftOutPiece, LeftOutReason } from "../../schemas/index.ts";

/** A piece of what an input says, in the order in which it is read: a line, a paragraph, a value, a picture. */
export interface InputPiece extends Pick<
  LeftOutPiece,
  "kind" | "text" | "address" | "lines" | "place" | "rule"
> {
  /** Why it is left out, should nothing of it be in a document. */
  readonly reason: LeftOutReason;
  /** Why the rest is left out, should only a part of it be in one; default: `reason`, or `label` for a word or two at an end of it. */
  readonly reasonOfRest?: LeftOutReason;
  /** It is in a document as a whole or not at all, as an id or a time is. */
  readonly isAtomic?: true;
  /** A rule has left it out as a whole: nothing of it is looked for in the documents. */
  readonly isDropped?: true;
}
