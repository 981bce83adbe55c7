import type { Rgb } from "./color.ts";

/** A colour and how many pixels have it. */
export interface CountedColor {
  readonly rgb: Rgb;
  readonly count: number;
}

/**
 * Reduces RGBA pixels to at most `limit` colours by median cut, most frequent first. Pixels that are more
 * transparent than not do not count.
 */
export function quantiseColors(pixels: Uint8Array, limit: number): readonly CountedColor[] {
  let boxes = [distinctColors(pixels)].filter((box) => box.length > 0);
  while (boxes.length < limit) {
    const widest = boxes.filter((box) => box.length > 1).sort((a, b) => weight(b) - weight(a))[0];
    if (!widest) break;
    boxes = [...boxes.filter((box) => box !== widest), ...cut(widest)];
  }
  return boxes.map(average).sort((a, b) => b.count - a.count);
}

/** Five bits a channel are enough to tell colours apart, and keep the list short. */
function distinctColors(pixels: Uint8Array): readonly CountedColor[] {
  const sums = new Map<number, { red: number; green: number; blue: number; count: number }>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 128) continue;
    const key = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
    const sum = sums.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 };
    sum.red += red;
    sum.green += green;
    sum.blue += blue;
    sum.count += 1;
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ red, green, blue, count }) => ({
    rgb: [Math.round(red / count), Math.round(green / count), Math.round(blue / count)],
    count,
  }));
}

type Box = readonly CountedColor[];

function weight(box: Box): number {
  return total(box) * Math.max(...channels.map((channel) => range(box, channel)));
}

function cut(box: Box): readonly [Box, Box] {
  const channel = channels.reduce((widest, next) => (range(box, next) > range(box, widest) ? next : widest));
  const sorted = box.toSorted((a, b) => a.rgb[channel] - b.rgb[channel]);
  const half = total(box) / 2;
  let seen = 0;
  const middle = sorted.findIndex((color) => (seen += color.count) >= half);
  // Neither side may be empty, even when one colour holds more than half of the pixels.
  const at = Math.min(Math.max(1, middle), sorted.length - 1);
  return [sorted.slice(0, at), sorted.slice(at)];
}

function average(box: Box): CountedColor {
  const count = total(box);
  const mean = (channel: Channel): number =>
    Math.round(box.reduce((sum, color) => sum + color.rgb[channel] * color.count, 0) / count);
  return { rgb: [mean(0), mean(1), mean(2)], count };
}

const channels = [0, 1, 2] as const;
type Channel = (typeof channels)[number];

function range(box: Box, channel: Channel): number {
  const values = box.map((color) => color.rgb[channel]);
  return Math.max(...values) - Math.min(...values);
}

function total(box: Box): number {
  return box.reduce((sum, color) => sum + color.count, 0);
}
