import { crosses, segmentsOf, type Point } from "./segments.ts";
import { sidesAlong, sidesOf } from "./sides.ts";

/** Whether a path is a ring: closed, without a point or a crossing that it goes through twice. */
export function isSimpleRing(ring: readonly Point[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return false;
  if (new Set(ring.map(String)).size < ring.length - 1) return false;
  const sides = sidesOf(segmentsOf(ring));
  // Neighbours only meet where one ends and the other begins, which is no crossing.
  return sides.all.every((side) => !sidesAlong(sides, side).some((other) => crosses(side, other)));
}
