import { captionRules } from "./pictures/caption-rules.ts";
import { pictureContinuationRules } from "./pictures/picture-continuation-rules.ts";
import { pictureLabelRules } from "./pictures/picture-label-rules.ts";
import { picturePairRules } from "./pictures/picture-pair-rules.ts";
import { taughtPictureRules } from "./pictures/taught-picture-rules.ts";
import type { PictureRule } from "./picture-rule.ts";

/** Rules for pictures, in the order in which they are tried: those that continue a picture come first. */
export const pictureRules: readonly PictureRule[] = [
  ...taughtPictureRules,
  ...pictureContinuationRules,
  ...pictureLabelRules,
  ...picturePairRules,
  ...captionRules,
];
