import sharp from "sharp";

export const red = { r: 220, g: 30, b: 30 };
export const blue = { r: 30, g: 30, b: 220 };
export const white = { r: 255, g: 255, b: 255 };

type Color = typeof red;

/** A PNG of one colour. */
export async function plain(width: number, height: number, color: Color = red): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();
}

/** A PNG whose left half is red and whose right half is blue. */
export async function twoHalves(width = 400, height = 200): Promise<Buffer> {
  const halves = [await plain(width / 2, height, red), await plain(width / 2, height, blue)];
  return sharp(halves, { join: { across: 2 } })
    .removeAlpha()
    .png()
    .toBuffer();
}

/** A GIF of as many frames as colours. */
export async function animation(width: number, height: number, colors: readonly Color[]): Promise<Buffer> {
  const frames = await Promise.all(colors.map((color) => plain(width, height, color)));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: colors.map(() => 100) })
    .toBuffer();
}

/** The colour of one pixel: red, green, blue, and alpha where there is one. */
export async function pixel(image: Uint8Array, left: number, top: number): Promise<readonly number[]> {
  const one = sharp(image).extract({ left, top, width: 1, height: 1 });
  return [...(await one.toColourspace("srgb").raw().toBuffer())];
}
