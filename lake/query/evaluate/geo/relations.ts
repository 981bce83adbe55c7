import { partsOf, type Geometry, type Part } from "./geometry.ts";
import { cutsOf, isNear, isOn, meet, type Point, type Segment } from "./segments.ts";
import { sidesAlong, surround, type Sides } from "./sides.ts";

/*
 * Our own, since no library says what GROQ does: @turf/boolean-contains 7.4.0 (Turfjs/turf#1882) finds an area around a hole in
 * what has the hole and a line along the edge not in it, and takes 25 s for an area of 4,000 corners; @turf/boolean-intersects
 * would do, and needs all that is here anyway.
 */

/**
 * `geo::contains(holder, held)`: whether every point of `held` is in `holder` or on its edge, on a plane of longitude and
 * latitude. Of a holder with several parts, one has to hold each part of `held` whole.
 */
export function contains(holder: Geometry, held: Geometry): boolean {
  const holders = partsOf(holder);
  const parts = partsOf(held);
  return parts.length > 0 && parts.every((part) => holders.some((each) => holds(each, part)));
}

/** `geo::intersects(a, b)`: whether they have a point in common, on a plane of longitude and latitude. */
export function intersects(a: Geometry, b: Geometry): boolean {
  const others = partsOf(b);
  return partsOf(a).some((part) => others.some((other) => touches(part, other)));
}

function touches(a: Part, b: Part): boolean {
  if (!isNear(a.box, b.box)) return false;
  if (a.points.some((point) => covers(b, point)) || b.points.some((point) => covers(a, point))) return true;
  return a.sides.all.some((side) => sidesAlong(b.sides, side).some((other) => meet(side, other)));
}

function holds(holder: Part, held: Part): boolean {
  if (!isNear(holder.box, held.box)) return false;
  const isCovered =
    held.points.every((point) => covers(holder, point)) &&
    held.sides.all.every((side) => piecesOf(side, holder.sides).every((middle) => covers(holder, middle)));
  if (!isCovered || held.kind !== "polygon") return isCovered;
  // A hole of the holder may lie in the middle of what it is to hold.
  return !holder.sides.all.some((edge) =>
    piecesOf(edge, held.sides).some((middle) => covers(held, middle) && !isOnEdge(held, middle)),
  );
}

/** The middles of the pieces into which sides cut a segment: each piece is on one side of all of them. */
function piecesOf(segment: Segment, sides: Sides): readonly Point[] {
  const cuts = [0, 1];
  for (const side of sidesAlong(sides, segment)) cuts.push(...cutsOf(segment, side));
  cuts.sort((a, b) => a - b);
  const [[ax, ay], [bx, by]] = segment;
  return cuts.slice(1).map((cut, index): Point => {
    const at = (cut + (cuts[index] ?? 0)) / 2;
    return [ax + at * (bx - ax), ay + at * (by - ay)];
  });
}

function covers(part: Part, point: Point): boolean {
  if (!isNear(part.box, [point, point])) return false;
  if (part.kind === "point") return isOn(point, part.box);
  return isOnEdge(part, point) || (part.kind === "polygon" && surround(part.sides, point));
}

function isOnEdge({ sides }: Part, point: Point): boolean {
  return sides.near(point[1], point[1]).some((side) => isOn(point, side));
}
