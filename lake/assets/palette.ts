import { hslToRgb, perceivedBrightness, type Rgb, rgbToHsl, toHex } from "./color.ts";
import { type CountedColor, quantiseColors } from "./quantise-colors.ts";

/** One colour of a picture, with the text colours that are legible on it. */
interface Swatch {
  readonly _type: "sanity.imagePaletteSwatch";
  readonly background: string;
  readonly foreground: string;
  readonly title: string;
  /** Share of the picture's pixels in per cent, two decimals; 0 for a colour that is derived, not found. */
  readonly population: number;
}

type SwatchName = keyof typeof targets;

/** The colours by which a page can dress itself to match a picture. */
export type Palette = { readonly _type: "sanity.imagePalette"; readonly dominant: Swatch } & Readonly<
  Record<SwatchName, Swatch>
>;

/** Saturation and lightness each swatch looks for: [least, wanted, most], the numbers of Android's Palette. */
const vibrant = [0.35, 1, 1] as const;
const muted = [0, 0.3, 0.4] as const;
const light = [0.55, 0.74, 1] as const;
const normal = [0.3, 0.5, 0.7] as const;
const dark = [0, 0.26, 0.45] as const;

const targets = {
  vibrant: [vibrant, normal],
  muted: [muted, normal],
  darkVibrant: [vibrant, dark],
  darkMuted: [muted, dark],
  lightVibrant: [vibrant, light],
  lightMuted: [muted, light],
} as const;

/**
 * Finds the palette of RGBA pixels: the colour most of them have, and the best match for each kind of swatch.
 * A kind that the picture lacks is derived from its dominant colour.
 *
 * @returns `undefined` for a picture that is completely transparent.
 */
export function paletteOf(pixels: Uint8Array): Palette | undefined {
  const colors = quantiseColors(pixels, 32);
  const [dominant] = colors;
  if (!dominant) return undefined;
  const pixelCount = colors.reduce((sum, color) => sum + color.count, 0);
  const find = (name: SwatchName): Swatch => {
    const best = bestMatch(colors, name, dominant.count);
    return best ? swatch(best.rgb, best.count / pixelCount) : swatch(derive(dominant.rgb, name), 0);
  };
  return {
    _type: "sanity.imagePalette",
    dominant: swatch(dominant.rgb, dominant.count / pixelCount),
    vibrant: find("vibrant"),
    muted: find("muted"),
    darkVibrant: find("darkVibrant"),
    darkMuted: find("darkMuted"),
    lightVibrant: find("lightVibrant"),
    lightMuted: find("lightMuted"),
  };
}

function bestMatch(
  colors: readonly CountedColor[],
  name: SwatchName,
  maxCount: number,
): CountedColor | undefined {
  const [[minSaturation, saturation, maxSaturation], [minLightness, lightness, maxLightness]] = targets[name];
  const scored = colors.flatMap((color) => {
    const [, s, l] = rgbToHsl(color.rgb);
    if (s < minSaturation || s > maxSaturation || l < minLightness || l > maxLightness) return [];
    const closeness = 0.24 * (1 - Math.abs(s - saturation)) + 0.52 * (1 - Math.abs(l - lightness));
    return [{ color, score: closeness + 0.24 * (color.count / maxCount) }];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.color;
}

function derive(rgb: Rgb, name: SwatchName): Rgb {
  const [hue, ownSaturation] = rgbToHsl(rgb);
  const [[minSaturation, , maxSaturation], [, lightness]] = targets[name];
  // A grey has no hue to saturate: it stays grey instead of turning red.
  const saturation =
    ownSaturation === 0 ? 0 : Math.min(Math.max(ownSaturation, minSaturation), maxSaturation);
  return hslToRgb([hue, saturation, lightness]);
}

function swatch(rgb: Rgb, share: number): Swatch {
  const brightness = perceivedBrightness(rgb);
  return {
    _type: "sanity.imagePaletteSwatch",
    background: toHex(rgb),
    foreground: brightness < 150 ? "#fff" : "#000",
    title: brightness < 200 ? "#fff" : "#000",
    population: Math.round(share * 10_000) / 100,
  };
}
