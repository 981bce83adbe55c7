import { plainError } from "../core/lake-error.ts";
import { maxDepth } from "../core/limits.ts";
import { measureJson } from "../core/measure-json.ts";

/**
 * Refuses a parsed JSON value that the lake could not carry.
 *
 * @param what What it is, as the message names it.
 * @throws {LakeError} 400 when it nests too deep, or holds a number that is read as infinity and kept as null.
 */
export function checkJson(value: unknown, what: string): void {
  const { depth, overflows } = measureJson(value);
  if (depth > maxDepth) throw plainError(400, `Cannot read ${what}: it nests deeper than ${maxDepth} levels`);
  if (overflows) throw plainError(400, `Cannot read ${what}: it holds a number that is out of range`);
}
