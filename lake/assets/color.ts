/** Red, green and blue, 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Hue, saturation and lightness, 0–1 each. */
export type Hsl = readonly [hue: number, saturation: number, lightness: number];

/** @see https://www.w3.org/TR/css-color-4/#rgb-to-hsl */
export function rgbToHsl([red, green, blue]: Rgb): Hsl {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const max = Math.max(r, g, b);
  const spread = max - Math.min(r, g, b);
  const lightness = max - spread / 2;
  if (spread === 0) return [0, 0, lightness];
  const sector = max === r ? (g - b) / spread + 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [(sector % 6) / 6, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
}

/** @see https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
export function hslToRgb([hue, saturation, lightness]: Hsl): Rgb {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const k = (offset + hue * 12) % 12;
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** `#rrggbb` */
export function toHex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** How bright a colour looks, 0–255. */
export function perceivedBrightness([red, green, blue]: Rgb): number {
  return (red * 299 + green * 587 + blue * 114) / 1000;
}
