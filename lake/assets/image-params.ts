import { z } from "zod";
import { plainError } from "../core/lake-error.ts";

/** Largest side of an image that is made (sanity.io/docs/technical-limits). */
export const maxOutputSide = 8192;

const wholeNumber = /^-?\d+$/;
const decimal = /^-?\d*\.?\d+$/;

function number(form: RegExp, min: number, max: number) {
  const what = form === wholeNumber ? "a whole number" : "a number";
  return z
    .string()
    .refine(
      (text) => form.test(text) && Number(text) >= min && Number(text) <= max,
      `${what} from ${min} to ${max}`,
    )
    .transform(Number);
}

function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, `one of ${words.join(", ")}`);
}

// Decimals are accepted for sizes, since @sanity/image-url passes on what a page computed.
const side = number(decimal, 0.5, maxOutputSide).transform(Math.round);

const sides = ["top", "bottom", "left", "right", "center"] as const;

const rect = z
  .string()
  .regex(/^\d+,\d+,\d+,\d+$/, "four whole numbers: left,top,width,height")
  .transform((text) => {
    const [left = 0, top = 0, width = 0, height = 0] = text.split(",").map(Number);
    return { left, top, width, height };
  });

const crop = z
  .string()
  .refine(
    (text) => text === "focalpoint" || text === "entropy" || text.split(",").every((word) => isSide(word)),
    `focalpoint, entropy, or some of ${sides.join(", ")}`,
  )
  .transform((text) =>
    text === "focalpoint" || text === "entropy" ? text : text.split(",").filter((word) => isSide(word)),
  );

/** RGB, ARGB, RRGGBB or AARRGGBB → red, green, blue (0–255) and alpha (0–1). */
const color = z
  .string()
  .regex(/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i, "a colour as RGB, ARGB, RRGGBB or AARRGGBB")
  .transform((text) => {
    const full = text.length <= 4 ? text.replace(/./g, "$&$&") : text;
    const [alpha = 255, r = 0, g = 0, b = 0] = (full.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
    return full.length === 6 ? { r: alpha, g: r, b: g, alpha: 1 } : { r, g, b, alpha: alpha / 255 };
  });

const imageParams = z.object({
  w: side.optional(),
  h: side.optional(),
  fit: oneOf("clip", "crop", "fill", "fillmax", "max", "scale", "min").default("clip"),
  crop: crop.optional(),
  "fp-x": number(decimal, 0, 1).optional(),
  "fp-y": number(decimal, 0, 1).optional(),
  "max-w": side.optional(),
  "max-h": side.optional(),
  "min-w": side.optional(),
  "min-h": side.optional(),
  rect: rect.optional(),
  dpr: number(decimal, 1, 3).default(1),
  or: oneOf("0", "90", "180", "270").transform(Number).optional(),
  flip: oneOf("h", "v", "hv").optional(),
  blur: number(wholeNumber, 1, 2000).optional(),
  sharp: number(wholeNumber, 0, 100).optional(),
  sat: oneOf("-100").optional(),
  invert: oneOf("true", "false").optional(),
  bg: color.optional(),
  pad: number(wholeNumber, 0, maxOutputSide).optional(),
  q: number(wholeNumber, 0, 100).default(75),
  fm: oneOf("jpg", "pjpg", "png", "webp", "json").optional(),
  auto: oneOf("format").optional(),
  frame: oneOf("1").optional(),
});

/** The transformation that a URL asks for, under the names of the URL's parameters. */
export type ImageParams = z.infer<typeof imageParams>;

/**
 * Reads the transformation parameters of an image URL; parameters that are not among them are ignored.
 *
 * @returns `undefined` when none is present, which means the original.
 * @throws {LakeError} 400 that names the first parameter with an invalid value.
 * @see https://www.sanity.io/docs/image-urls
 */
export function parseImageParams(query: URLSearchParams): ImageParams | undefined {
  const known = [...query].filter(([name]) => name in imageParams.shape);
  if (known.length === 0) return undefined;
  const given = Object.fromEntries(known);
  const parsed = imageParams.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  throw plainError(
    400,
    `Cannot transform the image: parameter "${name}" is "${given[name] ?? ""}", expected ${issue?.message ?? "another value"}`,
  );
}

function isSide(word: string): word is (typeof sides)[number] {
  return sides.some((known) => known === word);
}
