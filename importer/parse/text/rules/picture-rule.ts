import type { CreditedText } from "../../phrases/split-credit.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { PicturePlace } from "../picture-place.ts";
import type { Rule } from "./rule.ts";

/** A rule that assigns lines to a picture. */
export interface PictureRule extends Rule<PicturePlace> {
  /** Whether the lines begin a new picture, continue the last one, or are a credit below the last one. */
  readonly picture: "begins" | "continues" | "closes";
  /** A credit may follow even if the lines already end in one. */
  readonly awaitsCredit?: true;
  /** The form of the lines proves that an unknown name in brackets is their credit. */
  readonly provesCredit?: true;
  /** Reads the credit from a line without the usual form of one. */
  readonly readCredit?: (line: ObservedLine) => CreditedText;
}
