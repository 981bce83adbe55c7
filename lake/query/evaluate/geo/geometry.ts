import { z } from "zod";
import { isRecord } from "../../../core/dataset.ts";
import { isSimpleRing } from "./is-simple-ring.ts";
import { segmentsOf, type Point, type Segment } from "./segments.ts";
import { sidesOf, type Sides } from "./sides.ts";

const position = z.array(z.number()).min(2);
const line = z.array(position).min(2);
const ring = z
  .array(position)
  .min(4)
  .refine((points) => isSimpleRing(points.map(pointOf)));
const polygon = z.array(ring).min(1);
const simple = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: position }),
  z.object({ type: z.literal("MultiPoint"), coordinates: z.array(position) }),
  z.object({ type: z.literal("LineString"), coordinates: line }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(line) }),
  z.object({ type: z.literal("Polygon"), coordinates: polygon }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(polygon) }),
]);
const geometry = z.union([
  simple,
  z.object({ type: z.literal("GeometryCollection"), geometries: z.array(simple) }),
]);

/** A GeoJSON geometry (RFC 7946) without anything else that was in the object. */
export type Geometry = z.infer<typeof geometry>;

/** What a geometry is made of, each part by itself. */
export interface Part {
  readonly kind: "point" | "line" | "polygon";
  readonly points: readonly Point[];
  /** Of a polygon, those of its holes too. */
  readonly sides: Sides;
  /** From the south-western corner to the north-eastern one. */
  readonly box: Segment;
}

const known = new WeakMap<object, Geometry | null>();

/**
 * The geometry that a value stands for: an object with `lat` and either `lng` or `lon`, or a GeoJSON geometry (GROQ
 * specification, "Geography Extension"); `null` for anything else, also for a polygon whose ring is open, crosses itself
 * or goes through a point twice.
 */
export function geometryOf(value: unknown): Geometry | null {
  if (!isRecord(value)) return null;
  const before = known.get(value);
  if (before !== undefined) return before;
  const found = geoPoint(value) ?? geometry.safeParse(value).data ?? null;
  known.set(value, found);
  return found;
}

function geoPoint({ lat, lng, lon }: Readonly<Record<string, unknown>>): Geometry | undefined {
  const across = lng === undefined || lon === undefined ? (lng ?? lon) : undefined;
  if (typeof lat !== "number" || typeof across !== "number") return undefined;
  return { type: "Point", coordinates: [across, lat] };
}

const knownParts = new WeakMap<Geometry, readonly Part[]>();

/** The parts of a geometry. */
export function partsOf(shape: Geometry): readonly Part[] {
  const parts = knownParts.get(shape) ?? separate(shape);
  knownParts.set(shape, parts);
  return parts;
}

function separate(shape: Geometry): readonly Part[] {
  switch (shape.type) {
    case "Point":
      return [part("point", [[shape.coordinates]])];
    case "MultiPoint":
      return shape.coordinates.map((each) => part("point", [[each]]));
    case "LineString":
      return [part("line", [shape.coordinates])];
    case "MultiLineString":
      return shape.coordinates.map((each) => part("line", [each]));
    case "Polygon":
      return [part("polygon", shape.coordinates)];
    case "MultiPolygon":
      return shape.coordinates.map((rings) => part("polygon", rings));
    case "GeometryCollection":
      return shape.geometries.flatMap(separate);
  }
}

function part(kind: Part["kind"], positions: readonly (readonly (readonly number[])[])[]): Part {
  const paths = positions.map((path) => path.map(pointOf));
  const points = paths.flat();
  return { kind, points, sides: sidesOf(paths.flatMap(segmentsOf)), box: boxOf(points) };
}

function boxOf(points: readonly Point[]): Segment {
  let [[west, south], [east, north]]: Segment = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [
    [west, south],
    [east, north],
  ];
}

function pointOf([across = 0, up = 0]: readonly number[]): Point {
  return [across, up];
}
