import { partsOf, type Geometry, type Part } from "./geometry.ts";
import { cutsOf, isOn, meet, segmentsOf, type Point, type Segment } from "./segments.ts";

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
  if (pointsOf(a).some((point) => covers(b, point)) || pointsOf(b).some((point) => covers(a, point))) {
    return true;
  }
  const sides = b.sides;
  return a.sides.some((side) => sides.some((other) => meet(side, other)));
}

function holds(holder: Part, held: Part): boolean {
  const edges = holder.sides;
  const isCovered =
    pointsOf(held).every((point) => covers(holder, point)) &&
    held.sides.every((side) => piecesOf(side, edges).every((middle) => covers(holder, middle)));
  if (!isCovered || held.kind !== "polygon") return isCovered;
  // A hole of the holder may lie in the middle of what it is to hold.
  const border = held.sides;
  return !edges.some((edge) =>
    piecesOf(edge, border).some((middle) => covers(held, middle) && !isOnEdge(held, middle)),
  );
}

/** The middles of the pieces into which other segments cut a segment: each piece is on one side of all of them. */
function piecesOf(segment: Segment, others: readonly Segment[]): readonly Point[] {
  const cuts = [0, 1, ...others.flatMap((other) => cutsOf(segment, other))].toSorted((a, b) => a - b);
  const [[ax, ay], [bx, by]] = segment;
  return cuts.slice(1).map((cut, index): Point => {
    const at = (cut + (cuts[index] ?? 0)) / 2;
    return [ax + at * (bx - ax), ay + at * (by - ay)];
  });
}

function covers(part: Part, point: Point): boolean {
  const [outer = [], ...holes] = part.paths;
  if (part.kind === "point") return outer.some((each) => isOn(point, [each, each]));
  if (isOnEdge(part, point)) return true;
  return part.kind === "polygon" && isInside(point, outer) && !holes.some((hole) => isInside(point, hole));
}

function isOnEdge(part: Part, point: Point): boolean {
  return part.sides.some((side) => isOn(point, side));
}

/** Whether a ray from the point to the east crosses the ring an odd number of times. */
function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  return (
    segmentsOf(ring).filter(
      ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
    ).length %
      2 ===
    1
  );
}

const pointsOf = ({ paths }: Part): readonly Point[] => paths.flat();
