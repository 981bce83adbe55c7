import type { LedBody } from "./merge-pictures.ts";
import type { ParsedBody } from "../parsed-body.ts";

/** Makes the picture that stands above all text the leading one, no longer among the blocks. Pure. */
export function leadFromTop(body: ParsedBody): LedBody {
  const [first, ...others] = body.blocks;
  return first?.kind === "picture"
    ? { body: { ...body, blocks: others }, leadPicture: first.picture }
    : { body };
}
