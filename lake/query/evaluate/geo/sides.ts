import type { Point, Segment } from "./segments.ts";

/** Segments, found by how far north they are. */
export interface Sides {
  readonly all: readonly Segment[];
  /** Those that may have a point between two latitudes; one that spans several strips comes once for each. */
  near(south: number, north: number): IteratorObject<Segment>;
}

const mostStrips = 4_096;

/** Puts segments into strips from south to north, so that a question about one place looks at few of a long coast. */
export function sidesOf(all: readonly Segment[]): Sides {
  const latitudes = all.flatMap(([a, b]) => [a[1], b[1]]);
  const south = latitudes.reduce((least, each) => Math.min(least, each), Infinity);
  const north = latitudes.reduce((most, each) => Math.max(most, each), -Infinity);
  const count = north > south ? Math.min(all.length, mostStrips) : 1;
  const stripOf = (latitude: number): number => {
    const strip = count === 1 ? 0 : Math.floor(((latitude - south) / (north - south)) * count);
    return Math.max(0, Math.min(count - 1, strip));
  };
  const strips: Segment[][] = Array.from({ length: count }, () => []);
  const through = (from: number, to: number): readonly Segment[][] =>
    // A strip more on each side, for what lies on an edge but for rounding.
    strips.slice(Math.max(0, stripOf(from) - 1), stripOf(to) + 2);
  for (const side of all) {
    const [[, a], [, b]] = side;
    for (const strip of strips.slice(stripOf(Math.min(a, b)), stripOf(Math.max(a, b)) + 1)) strip.push(side);
  }
  return {
    all,
    near: (from, to) =>
      through(from, to)
        .values()
        .flatMap((strip) => strip.values()),
  };
}

/** Those of the sides that may meet a segment. */
export function sidesAlong(sides: Sides, [[, a], [, b]]: Segment): IteratorObject<Segment> {
  return sides.near(Math.min(a, b), Math.max(a, b));
}

/** Whether a ray from a point to the east crosses the sides an odd number of times. */
export function surround(sides: Sides, [x, y]: Point): boolean {
  const crossed = new Set<Segment>();
  for (const side of sides.near(y, y)) {
    const [[ax, ay], [bx, by]] = side;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) crossed.add(side);
  }
  return crossed.size % 2 === 1;
}
