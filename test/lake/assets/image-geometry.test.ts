import fc from "fast-check";
import { expect, test } from "vitest";
import { type Geometry, planGeometry, type Size } from "../../../lake/assets/image-geometry.ts";
import { maxOutputSide, parseImageParams } from "../../../lake/assets/image-params.ts";
import { LakeError } from "../../../lake/core/lake-error.ts";
import { CaseCount } from "../../support/case-count.ts";

function plan(source: Size, query: string): Geometry {
  const params = parseImageParams(new URLSearchParams(query));
  if (!params) throw new Error(`BUG: "${query}" asks for nothing`);
  return planGeometry(source, params);
}

const side = fc.integer({ min: 1, max: 20_000 });
const source = fc.record({ width: side, height: side });
const asked = fc.integer({ min: 1, max: maxOutputSide });
const fit = fc.constantFrom("clip", "crop", "fill", "fillmax", "max", "scale", "min");
const share = fc.float({ min: 0, max: 1, noNaN: true }).map((value) => value.toFixed(3));

/** Queries with any of the parameters that geometry depends on. */
const query = fc
  .record(
    {
      w: asked,
      h: asked,
      fit,
      crop: fc.constantFrom("top", "bottom,left", "focalpoint"),
      "fp-x": share,
      "fp-y": share,
      "max-h": asked,
      "min-w": asked,
    },
    { requiredKeys: ["fit"] },
  )
  .map((fields) =>
    new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString(),
  );

test("planGeometry() stays inside the source and within the limit, or refuses", () => {
  const counts = new CaseCount();
  fc.assert(
    fc.property(source, query, (size, text) => {
      let geometry: Geometry;
      try {
        geometry = plan(size, text);
      } catch (error) {
        expect(error).toBeInstanceOf(LakeError);
        counts.add("refused");
        return;
      }
      counts.add("planned");
      const { region, size: result, canvas } = geometry;
      expect(region.left).toBeGreaterThanOrEqual(0);
      expect(region.top).toBeGreaterThanOrEqual(0);
      expect(region.left + region.width).toBeLessThanOrEqual(size.width);
      expect(region.top + region.height).toBeLessThanOrEqual(size.height);
      for (const value of [region.width, region.height, result.width, result.height]) {
        expect(value).toBeGreaterThanOrEqual(1);
      }
      expect(canvas.width).toBeGreaterThanOrEqual(result.width);
      expect(canvas.height).toBeGreaterThanOrEqual(result.height);
      expect(Math.max(canvas.width, canvas.height)).toBeLessThanOrEqual(maxOutputSide);
      for (const value of [...Object.values(region), ...Object.values(result), ...Object.values(canvas)]) {
        expect(Number.isInteger(value)).toBe(true);
      }
    }),
  );
  counts.expectShares({ planned: 0.5 });
});

test("planGeometry() never enlarges for max, min and fillmax", () => {
  fc.assert(
    fc.property(source, asked, asked, fc.constantFrom("max", "min", "fillmax"), (size, w, h, mode) => {
      const { size: result } = plan(
        { width: (size.width % 8000) + 1, height: (size.height % 8000) + 1 },
        `w=${w}&h=${h}&fit=${mode}`,
      );
      expect(result.width).toBeLessThanOrEqual((size.width % 8000) + 1);
      expect(result.height).toBeLessThanOrEqual((size.height % 8000) + 1);
    }),
  );
});

test("planGeometry() gives exactly the box for crop, scale and fill", () => {
  fc.assert(
    fc.property(source, asked, asked, fc.constantFrom("crop", "scale", "fill"), (size, w, h, mode) => {
      expect(plan(size, `w=${w}&h=${h}&fit=${mode}`).canvas).toEqual({ width: w, height: h });
    }),
  );
});

test("planGeometry() keeps the focal point inside the cut", () => {
  fc.assert(
    fc.property(source, share, share, (size, x, y) => {
      const { region } = plan(size, `w=100&h=100&fit=crop&crop=focalpoint&fp-x=${x}&fp-y=${y}`);
      const [focusX, focusY] = [Number(x) * size.width, Number(y) * size.height];
      expect(focusX).toBeGreaterThanOrEqual(region.left - 1);
      expect(focusX).toBeLessThanOrEqual(region.left + region.width + 1);
      expect(focusY).toBeGreaterThanOrEqual(region.top - 1);
      expect(focusY).toBeLessThanOrEqual(region.top + region.height + 1);
    }),
  );
});

test("planGeometry() shrinks what is larger than the limit when no size is asked for", () => {
  expect(plan({ width: 16_384, height: 100 }, "q=50").canvas).toEqual({ width: 8192, height: 50 });
});

test("planGeometry() fits a long strip that is not enlarged, however large the box", () => {
  expect(plan({ width: 10, height: 4000 }, "w=5000&fit=max").canvas).toEqual({ width: 10, height: 4000 });
});
