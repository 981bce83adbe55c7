import { plainError } from "../core/lake-error.ts";
import { type ImageParams, maxOutputSide } from "./image-params.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** How to get from source to result, in whole pixels: take a region, scale it to a size, centre it on a canvas. */
export interface Geometry {
  readonly region: Box;
  readonly size: Size;
  /** Never smaller than `size`; what it adds is background. */
  readonly canvas: Size;
}

/**
 * Plans size and crop of a transformation.
 *
 * Pure. The region always lies inside the source, no side is less than 1 or more than {@link maxOutputSide}.
 * Cutting comes before scaling, so the work is bounded by source and result, however odd their ratios.
 *
 * @param source What is left to work on after `rect`, `or` and `flip`.
 * @throws {LakeError} 400 when the result would be too large.
 */
export function planGeometry(source: Size, params: ImageParams): Geometry {
  const asked = askedSize(source, params);
  const whole = { left: 0, top: 0, ...source };
  if (!asked) {
    const limit = within(source, { width: maxOutputSide, height: maxOutputSide });
    const size = isSmaller(limit, source) ? limit : source;
    return { region: whole, size, canvas: size };
  }
  const { box, bothSides } = asked;
  switch (params.fit) {
    case "scale":
      return { region: whole, size: box, canvas: bounded(box) };
    case "crop":
      return { region: regionOf(source, box, params), size: box, canvas: bounded(box) };
    case "min": {
      const size = scaleBy(box, Math.min(1, source.width / box.width, source.height / box.height));
      return { region: regionOf(source, size, params), size, canvas: bounded(size) };
    }
    case "max":
    case "fillmax":
    case "clip":
    case "fill": {
      const upscales = params.fit === "clip" || params.fit === "fill";
      const inside = within(source, box);
      const size = upscales || isSmaller(inside, source) ? inside : source;
      const padded = (params.fit === "fill" || params.fit === "fillmax") && bothSides;
      return { region: whole, size, canvas: bounded(padded ? box : size) };
    }
  }
}

/**
 * Keeps a rectangle inside the source, since the hot spot arithmetic of pages rounds past its edge.
 *
 * @throws {LakeError} 400 when nothing of it is inside.
 */
export function clampRect(rect: Box, source: Size): Box {
  const width = Math.min(rect.width, source.width - rect.left);
  const height = Math.min(rect.height, source.height - rect.top);
  if (width < 1 || height < 1) {
    throw plainError(
      400,
      `Cannot transform the image: parameter "rect" is outside its ${source.width}x${source.height} pixels`,
    );
  }
  return { left: rect.left, top: rect.top, width, height };
}

/** The box that `w`, `h`, `dpr` and, for `fit=crop`, the limits ask for; a missing side follows from the ratio. */
function askedSize(
  source: Size,
  params: ImageParams,
): { readonly box: Size; readonly bothSides: boolean } | undefined {
  const { w, h, dpr } = params;
  const limits = ["max-w", "max-h", "min-w", "min-h"] as const;
  const limited = params.fit === "crop" && limits.some((name) => params[name] !== undefined);
  if (w === undefined && h === undefined && !limited) return undefined;
  const ratio = source.width / source.height;
  const width = w ?? (h === undefined ? source.width : h * ratio);
  const height = h ?? (w === undefined ? source.height : w / ratio);
  const box = limited
    ? {
        width: clamp(width, params["min-w"] ?? 1, params["max-w"] ?? maxOutputSide),
        height: clamp(height, params["min-h"] ?? 1, params["max-h"] ?? maxOutputSide),
      }
    : { width, height };
  return { box: scaleBy(box, dpr), bothSides: w !== undefined && h !== undefined };
}

/** The largest part of the source with the ratio of the result, placed as `crop` says. */
function regionOf(source: Size, result: Size, params: ImageParams): Box {
  const factor = Math.min(source.width / result.width, source.height / result.height);
  const width = clamp(Math.round(result.width * factor), 1, source.width);
  const height = clamp(Math.round(result.height * factor), 1, source.height);
  const [x, y] = focus(params);
  return {
    left: clamp(Math.round(source.width * x - width / 2), 0, source.width - width),
    top: clamp(Math.round(source.height * y - height / 2), 0, source.height - height),
    width,
    height,
  };
}

/** The point to keep in the middle as far as the edges allow, 0–1 each way. */
function focus(params: ImageParams): readonly [x: number, y: number] {
  if (params.crop === undefined || typeof params.crop === "string") {
    // wire: a focal point given without `crop=focalpoint` has no effect.
    return params.crop === "focalpoint" ? [params["fp-x"] ?? 0.5, params["fp-y"] ?? 0.5] : [0.5, 0.5];
  }
  const { crop } = params;
  return [
    crop.includes("left") ? 0 : crop.includes("right") ? 1 : 0.5,
    crop.includes("top") ? 0 : crop.includes("bottom") ? 1 : 0.5,
  ];
}

function within(source: Size, box: Size): Size {
  return scaleBy(source, Math.min(box.width / source.width, box.height / source.height));
}

function isSmaller(a: Size, b: Size): boolean {
  return a.width < b.width || a.height < b.height;
}

function scaleBy({ width, height }: Size, factor: number): Size {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function bounded(size: Size): Size {
  if (Math.max(size.width, size.height) > maxOutputSide) {
    throw plainError(
      400,
      `Cannot transform the image: the result would be ${size.width}x${size.height} pixels, the limit is ${maxOutputSide} per side`,
    );
  }
  return size;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
