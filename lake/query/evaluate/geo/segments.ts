/** Longitude and latitude, in degrees. */
export type Point = readonly [number, number];

/** Two neighbours on a path. */
export type Segment = readonly [Point, Point];

/** How far from a line a point still lies on it, in degrees: a tenth of a millimetre, and well above what is lost in rounding. */
const tolerance = 1e-9;

export function segmentsOf(path: readonly Point[]): readonly Segment[] {
  return path.slice(1).flatMap((to, index) => {
    const from = path[index];
    return from ? [[from, to]] : [];
  });
}

export function isOn([x, y]: Point, [[ax, ay], [bx, by]]: Segment): boolean {
  if (x < Math.min(ax, bx) - tolerance || x > Math.max(ax, bx) + tolerance) return false;
  if (y < Math.min(ay, by) - tolerance || y > Math.max(ay, by) + tolerance) return false;
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) <= tolerance;
}

/** Whether two segments have a point in common. */
export function meet(first: Segment, second: Segment): boolean {
  return isNear(first, second) && cutsOf(first, second).length > 0;
}

/** Where on the first segment, from 0 to 1, the second one crosses or touches it; for a shared stretch, its ends. */
export function cutsOf(first: Segment, second: Segment): readonly number[] {
  if (!isNear(first, second)) return [];
  const [a, b] = first;
  const [c, d] = second;
  const touching = [
    ...(isOn(a, second) ? [0] : []),
    ...(isOn(b, second) ? [1] : []),
    ...[c, d].filter((end) => isOn(end, first)).map((end) => placeOn(end, first)),
  ];
  if (touching.length > 0) return touching;
  const [onC, onD] = [side(first, c), side(first, d)];
  const [onA, onB] = [side(second, a), side(second, b)];
  return onC * onD < 0 && onA * onB < 0 ? [onA / (onA - onB)] : [];
}

/** Like {@link meet}, without the tolerance: the sides of a real coast come closer to each other than that. */
export function crosses(first: Segment, second: Segment): boolean {
  if (!isNear(first, second)) return false;
  return (
    side(first, second[0]) * side(first, second[1]) < 0 && side(second, first[0]) * side(second, first[1]) < 0
  );
}

/** Whether the boxes around two segments meet. */
export function isNear([a, b]: Segment, [c, d]: Segment): boolean {
  return (
    Math.max(a[0], b[0]) + tolerance >= Math.min(c[0], d[0]) &&
    Math.max(c[0], d[0]) + tolerance >= Math.min(a[0], b[0]) &&
    Math.max(a[1], b[1]) + tolerance >= Math.min(c[1], d[1]) &&
    Math.max(c[1], d[1]) + tolerance >= Math.min(a[1], b[1])
  );
}

/** On which side of a segment a point is: positive to the left, negative to the right. */
function side([[ax, ay], [bx, by]]: Segment, [x, y]: Point): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

function placeOn([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  return length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
}
