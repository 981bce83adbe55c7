import { isPictureType } from "./is-picture.ts";
import { type PictureBase, type PictureLocation, pictureLocation } from "./picture-location.ts";
import { addressKey } from "./same-picture.ts";

/** One of the sizes in which a picture is offered, as written in its format. */
export interface Rendition {
  /** Its address, or the path of a file. */
  readonly written: string | undefined;
  /** The format's name for it: "rnd:highRes", "thumbnail". */
  readonly name?: string | undefined;
  /** Media type. */
  readonly type?: string | undefined;
  /** In pixels. */
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
}

/** The rendition that was chosen, and its location, with what the others are known as. */
interface LargestRendition<Offered extends Rendition> {
  readonly rendition: Offered;
  readonly location: PictureLocation;
}

/**
 * Chooses the largest rendition of a picture. A preview counts only if nothing else is offered; an original without a
 * stated size counts as the largest; among equals the first is taken. Renditions declared as something other than a
 * picture, or without a usable address, are skipped.
 *
 * Pure. Used for every format, so that a picture is the same whatever it came in.
 */
export function largestRendition<Offered extends Rendition>(
  renditions: readonly Offered[],
  base: PictureBase,
): LargestRendition<Offered> | undefined {
  const bySize = renditions
    .filter(({ type }) => isPictureType(type) !== false)
    .toSorted(
      (a, b) =>
        Number(isPreview(a)) - Number(isPreview(b)) ||
        compareDescending(widthOf(a), widthOf(b)) ||
        compareDescending(pixels(a.height), pixels(b.height)),
    );
  const located = bySize.flatMap((rendition) => {
    const location = pictureLocation(rendition.written ?? "", base);
    return location === undefined ? [] : [{ rendition, location }];
  });
  const [first] = located;
  if (first === undefined) return undefined;
  const largest = {
    ...first,
    location: { ...first.location, ...knownAs(located), ...declaredSize(first.rendition) },
  };
  if (base.files !== "all-or-published") return largest;
  // Browsers save one size of a picture, and leave the addresses of the others as they were.
  const file = located.map(({ location }) => location.file).find((path) => path !== undefined);
  return file === undefined ? largest : { ...largest, location: { ...largest.location, file } };
}

function declaredSize(rendition: Rendition): Pick<PictureLocation, "declaredSize"> {
  const [width, height] = [pixels(rendition.width), pixels(rendition.height)];
  return width > 0 && height > 0 ? { declaredSize: { width, height } } : {};
}

/** All sizes are one picture, wherever one of them is shown alone. */
function knownAs(
  located: readonly { readonly location: PictureLocation }[],
): Pick<PictureLocation, "knownAs"> {
  const keys = new Set(
    located.flatMap(({ location: { url, file } }) =>
      [url, file].flatMap((place) => (place === undefined ? [] : addressKey(place))),
    ),
  );
  return keys.size > 1 ? { knownAs: [...keys] } : {};
}

const isPreview = ({ name = "" }: Rendition): boolean => /thumb|preview|quick-?look|icon|sample/i.test(name);

const isOriginal = ({ name = "" }: Rendition): boolean => /original|full|hi(?:gh)?-?res/i.test(name);

function widthOf(rendition: Rendition): number {
  const width = pixels(rendition.width);
  return width === 0 && isOriginal(rendition) ? Infinity : width;
}

/** A size as formats write it: "1024", "1024px"; 0 if there is none. */
function pixels(written: number | string | undefined): number {
  const size = Number.parseFloat(String(written ?? ""));
  return size > 0 ? size : 0;
}

/** Infinity minus Infinity is not a number. */
const compareDescending = (a: number, b: number): number => (a === b ? 0 : b - a);
