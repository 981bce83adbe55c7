import fc from "fast-check";
import { expect, test } from "vitest";
import { hslToRgb, type Rgb, rgbToHsl, toHex } from "../../../lake/assets/color.ts";
import { paletteOf } from "../../../lake/assets/palette.ts";
import { quantiseColors } from "../../../lake/assets/quantise-colors.ts";

const channel = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(channel, channel, channel);
const pixels = fc
  .uint8Array({ minLength: 4, maxLength: 400 })
  .map((bytes) => bytes.slice(0, bytes.length & ~3));

function rgba(...runs: readonly (readonly [rgb: Rgb, count: number])[]): Uint8Array {
  return Uint8Array.from(
    runs.flatMap(([rgb, count]) => Array.from({ length: count }, () => [...rgb, 255]).flat()),
  );
}

test("hslToRgb() takes back what rgbToHsl() did", () => {
  fc.assert(
    fc.property(color, (rgb) => {
      expect(toHex(hslToRgb(rgbToHsl(rgb)))).toBe(toHex(rgb));
    }),
  );
});

test("quantiseColors() counts every visible pixel once and keeps to its limit", () => {
  fc.assert(
    fc.property(pixels, fc.integer({ min: 1, max: 40 }), (bytes, limit) => {
      const colors = quantiseColors(bytes, limit);
      const visible = bytes.filter((value, at) => at % 4 === 3 && value >= 128).length;
      expect(colors.length).toBeLessThanOrEqual(limit);
      expect(colors.reduce((sum, { count }) => sum + count, 0)).toBe(visible);
    }),
  );
});

test("quantiseColors() finds the colours of a flat picture as they are, most frequent first", () => {
  const picture = rgba([[250, 0, 0], 3], [[0, 250, 0], 7], [[0, 0, 250], 5]);
  expect(quantiseColors(picture, 32)).toEqual([
    { rgb: [0, 250, 0], count: 7 },
    { rgb: [0, 0, 250], count: 5 },
    { rgb: [250, 0, 0], count: 3 },
  ]);
});

test("paletteOf() gives every swatch of every picture legal colours and shares", () => {
  fc.assert(
    fc.property(pixels, (bytes) => {
      const { _type, ...swatches } = paletteOf(bytes) ?? { _type: "sanity.imagePalette" };
      for (const swatch of Object.values(swatches)) {
        expect(swatch.background).toMatch(/^#[0-9a-f]{6}$/);
        expect(["#fff", "#000"]).toContain(swatch.foreground);
        expect(["#fff", "#000"]).toContain(swatch.title);
        expect(swatch.population).toBeGreaterThanOrEqual(0);
        expect(swatch.population).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test("paletteOf() tells vibrant from muted and dark from light", () => {
  const vivid: Rgb = [230, 40, 30];
  const pale: Rgb = [210, 190, 185];
  const night: Rgb = [30, 34, 50];
  const palette = paletteOf(rgba([vivid, 20], [pale, 50], [night, 30]));
  expect(palette).toMatchObject({
    dominant: { background: toHex(pale), population: 50, foreground: "#000" },
    vibrant: { background: toHex(vivid), population: 20, foreground: "#fff" },
    lightMuted: { background: toHex(pale) },
    darkMuted: { background: toHex(night), population: 30, title: "#fff" },
    darkVibrant: { population: 0 },
  });
});

test("paletteOf() derives greys from a grey picture", () => {
  const { vibrant } = paletteOf(rgba([[120, 120, 120], 4])) ?? {};
  expect(vibrant?.background).toMatch(/^#(..)\1\1$/);
});

test("paletteOf() has nothing to say about a picture that cannot be seen", () => {
  expect(paletteOf(new Uint8Array([255, 0, 0, 0]))).toBeUndefined();
});
