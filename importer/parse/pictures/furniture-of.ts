import { furnitureRules, type PictureSigns } from "./furniture-rules.ts";

/** Why a picture is furniture: a rule's permanent name, and a reason that completes "The picture was left out: …". */
export interface Furniture {
  readonly rule: string;
  readonly reason: string;
}

const longestAddress = 1_000;

/** Returns which kind of furniture a picture is; `undefined` for a picture of the story. Pure. */
export function furnitureOf(told: PictureSigns): Furniture | undefined {
  // What an address says of a picture, it says soon.
  const signs = { ...told, address: told.address.slice(0, longestAddress) };
  for (const { rule, reason, evenCaptioned, takes } of furnitureRules) {
    if ((evenCaptioned === true || signs.isCaptioned !== true) && takes(signs)) return { rule, reason };
  }
  return undefined;
}
