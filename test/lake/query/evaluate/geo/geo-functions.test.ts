import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { geoFunctions } from "../../../../../lake/query/evaluate/geo/geo-functions.ts";

const call = (name: string, ...values: readonly unknown[]): unknown => geoFunctions[name]?.(...values);

const point = (lng: number, lat: number) => ({ type: "Point", coordinates: [lng, lat] });
const box = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...coordinates: readonly [number, number][][]) => ({ type: "Polygon", coordinates });
const line = (...coordinates: readonly [number, number][]) => ({ type: "LineString", coordinates });

const country = polygon(box(0, 0, 10, 10), box(4, 4, 6, 6));
const two = { type: "MultiPolygon", coordinates: [[box(0, 0, 1, 1)], [box(1, 0, 2, 1)]] };
const notch = polygon([...box(0, 0, 10, 10).slice(0, 3), [5, 1], [0, 10], [0, 0]]);

describe("geo::latLng() and geo()", () => {
  it.each([
    [[59.9, 10.7], point(10.7, 59.9)],
    [[91, 0], null],
    [[0, -181], null],
    [["1", 2], null],
    [[{ _type: "geopoint", lat: 1, lng: 2, alt: 3 }], point(2, 1)],
    [[{ lat: 1, lon: 2 }], point(2, 1)],
    [[{ lat: 1, lng: 2, lon: 2 }], null],
    [[{ ...point(1, 2), name: "x" }], point(1, 2)],
    [[{ type: "Feature", geometry: point(1, 2) }], null],
    [[polygon(box(0, 0, 1, 1).slice(0, 4))], null],
    [[polygon([...box(0, 0, 1, 1).slice(0, 2), ...box(0, 0, 1, 1).slice(1)])], null],
    [[polygon([...[0, 1, 0, 1].map((x, y): [number, number] => [x, y % 3]), [0, 0]])], null],
    [[line([0, 0])], null],
    [[null], null],
  ])("make of %j %j", (values, result) => {
    expect(call("latLng", ...values)).toEqual(result);
  });
});

describe("geo::distance()", () => {
  it.each([
    [point(10.752222, 59.913889), { lat: 59.329444, lng: 18.068611 }, 416_760.77],
    [point(1, 2), point(1, 2), 0],
    [point(0, 0), point(180, 0), 20_037_508.34],
    [point(179, 0), point(-179, 0), 222_638.98],
  ])("is in metres from %j to %j", (from, to, metres) => {
    expect(call("distance", from, to)).toBeCloseTo(metres, 1);
  });

  it("is for points only", () => {
    expect(call("distance", point(0, 0), country)).toBeNull();
    expect(call("distance", point(0, 0), undefined)).toBeNull();
  });
});

describe("geo::contains() and geo::intersects()", () => {
  it.each([
    ["a point", country, point(1, 1), true, true],
    ["a point at the edge", country, point(0, 5), true, true],
    ["a point at the edge of a hole", country, point(4, 5), true, true],
    ["a point in a hole", country, point(5, 5), false, false],
    ["a point outside", country, point(11, 5), false, false],
    ["a line", country, line([1, 1], [9, 1]), true, true],
    ["a line along the edge", country, line([0, 1], [0, 9]), true, true],
    ["a line over a hole", country, line([1, 5], [9, 5]), false, true],
    ["a line over a corner outside", notch, line([1, 6], [9, 6]), false, true],
    ["a line in a hole", country, line([4.5, 4.5], [5.5, 5.5]), false, false],
    ["a line that passes", country, line([-1, -1], [11, -1]), false, false],
    ["a line that crosses with both ends outside", country, line([-1, 5], [11, 5]), false, true],
    ["an area", country, polygon(box(1, 1, 3, 3)), true, true],
    ["itself", country, country, true, true],
    ["an area around a hole", country, polygon(box(3, 3, 7, 7)), false, true],
    ["an area with the same hole", country, polygon(box(3, 3, 7, 7), box(4, 4, 6, 6)), true, true],
    ["an area around it", country, polygon(box(-1, -1, 11, 11)), false, true],
    ["an area in a hole", country, polygon(box(4.5, 4.5, 5.5, 5.5)), false, false],
    ["an area at the edge outside", country, polygon(box(10, 0, 11, 10)), false, true],
    [
      "points, each in another part",
      two,
      {
        type: "MultiPoint",
        coordinates: [
          [0.5, 0.5],
          [1.5, 0.5],
        ],
      },
      true,
      true,
    ],
    ["an area over two parts", two, polygon(box(0.5, 0.2, 1.5, 0.8)), false, true],
    ["a line over two parts", two, line([0.5, 0.5], [1.5, 0.5]), false, true],
    ["a part of a line", line([0, 0], [4, 4]), line([1, 1], [2, 2]), true, true],
    ["a point on a line", line([0, 0], [4, 4]), { lat: 3, lng: 3 }, true, true],
    ["an area on a line", line([0, 0], [4, 4]), country, false, true],
    ["the same point", { lat: 3, lng: 3 }, point(3, 3), true, true],
    ["a collection", { type: "GeometryCollection", geometries: [country] }, point(1, 1), true, true],
  ])("tell of %s", (_, holder, held, contains, intersects) => {
    expect(call("contains", holder, held)).toBe(contains);
    expect(call("intersects", holder, held)).toBe(intersects);
    expect(call("intersects", held, holder)).toBe(intersects);
  });

  it("are null of anything that is no place", () => {
    for (const name of ["contains", "intersects"]) {
      expect(call(name, country, { lat: 1 })).toBeNull();
      expect(call(name, "country", point(1, 1))).toBeNull();
    }
  });

  it("agree: what contains another intersects it, and boxes are compared by their sides", () => {
    const side = fc.integer({ min: 0, max: 6 });
    const anyBox = fc
      .tuple(side, side, side, side)
      .filter(([west, south, east, north]) => west < east && south < north);
    fc.assert(
      fc.property(anyBox, anyBox, (a, b) => {
        const [first, second] = [polygon(box(...a)), polygon(box(...b))];
        const holds = a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];
        const meets = a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
        expect(call("contains", first, second)).toBe(holds);
        expect(call("intersects", first, second)).toBe(meets);
      }),
    );
  });
});
