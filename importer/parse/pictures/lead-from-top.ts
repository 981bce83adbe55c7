import type { LedBody } from "./merge-pictures.ts";
import type { ParsedBody } from "../parsed-body.ts";

/** Makes a picture above all text the leading picture, and removes it from the blocks. Pure. */
export function leadFromTop(body: ParsedBody): LedBody {
  const [first, ...others] = body.blocks;
  return first?.kind === "picture"
    ? { body: { ...body, blocks: others }, leadPicture: first.picture }
    : { body };
}
