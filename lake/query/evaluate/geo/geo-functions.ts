import { geometryOf, type Geometry } from "./geometry.ts";
import { contains, intersects } from "./relations.ts";

/**
 * The functions of GROQ's "Geography Extension", none of which groq-js has, by their names. Each gives `null` where an
 * argument is not what it asks for.
 */
export const geoFunctions: Readonly<Record<string, (...values: readonly unknown[]) => unknown>> = {
  contains: ofBoth(contains),
  intersects: ofBoth(intersects),
  distance: ofBoth(distance),
  /** With one argument it is `geo()`: parse/readable-query.ts writes it so. */
  latLng: (...values) => (values.length === 1 ? geometryOf(values[0]) : latLng(values[0], values[1])),
};

function ofBoth(answer: (first: Geometry, second: Geometry) => unknown) {
  return (first: unknown, second: unknown): unknown => {
    const [one, other] = [geometryOf(first), geometryOf(second)];
    return one && other ? answer(one, other) : null;
  };
}

function latLng(lat: unknown, lng: unknown): Geometry | null {
  if (typeof lat !== "number" || typeof lng !== "number") return null;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { type: "Point", coordinates: [lng, lat] } : null;
}

/** The radius of the earth at the equator, in metres, as the GROQ test suite has it. */
const earthRadius = 6_378_137;

/** Metres between two points along a great circle (haversine formula). */
function distance(from: Geometry, to: Geometry): number | null {
  if (from.type !== "Point" || to.type !== "Point") return null;
  const [fromLng = 0, fromLat = 0] = from.coordinates.map(radians);
  const [toLng = 0, toLat = 0] = to.coordinates.map(radians);
  const half =
    Math.sin((toLat - fromLat) / 2) ** 2 +
    Math.cos(fromLat) * Math.cos(toLat) * Math.sin((toLng - fromLng) / 2) ** 2;
  return 2 * earthRadius * Math.atan2(Math.sqrt(half), Math.sqrt(Math.max(0, 1 - half)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
