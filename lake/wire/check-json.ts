import { plainError } from "../core/lake-error.ts";
import { maxDepth } from "../core/limits.ts";
import { measureJson } from "../core/measure-json.ts";

/**
 * Refuses a parsed JSON value that the lake cannot store.
 *
 * @param what Names the value in the message.
 * @throws {LakeError} 400 when it is nested too deep, or contains a number that JavaScript reads as infinity.
 */
export function checkJson(value: unknown, what: string): void {
  const { depth, overflows } = measureJson(value);
  if (depth > maxDepth) throw plainError(400, `Cannot read ${what}: it nests deeper than ${maxDepth} levels`);
  if (overflows) throw plainError(400, `Cannot read ${what}: it contains a number that is out of range`);
}
