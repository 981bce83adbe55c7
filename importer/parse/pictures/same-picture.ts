import type { ParsedPicture } from "../parsed-story.ts";

/**
 * Whether two pictures of one story are the same, perhaps in different sizes: their addresses differ only in size, one
 * is an address that the other is also offered under, or the input calls both by one name. Pure.
 */
export function isSamePicture(a: ParsedPicture, b: ParsedPicture): boolean {
  const keys = new Set(keysOf(a));
  return keysOf(b).some((key) => keys.has(key));
}

/**
 * Everything that stands for a picture: no two pictures of one story share any of it, unless they are the same one.
 * Pure.
 */
export const keysOf = (picture: ParsedPicture): string[] => [
  ...[picture.url, picture.file].flatMap((place) => (place === undefined ? [] : addressKey(place))),
  ...(picture.knownAs ?? []),
];

/** Like {@link keysOf}, without names: a text may give one name to several of its pictures. Pure. */
export const addressKeysOf = (picture: ParsedPicture): string[] =>
  keysOf(picture).filter((key) => !key.startsWith(nameMark));

/** What stands for an address, in `knownAs`: the same for all sizes of a picture. Pure. */
export const addressKey = (place: string): string => sizelessAddress(place);

/** What stands for a name that an input has for a picture, in `knownAs`; such as "editor_0" or a number. Pure. */
export const nameKey = (name: string): string => `${nameMark}${name.trim()}`;

/** No address begins like this. */
const nameMark = "#";

/** Whether an address requests only the picture's own size. Pure. */
export const isFullSize = (url: string): boolean => !isSized(url);

const isSized = (url: string): boolean => {
  const parsed = URL.parse(url);
  if (parsed === null) return sizeInName.test(url);
  const names = sizeParametersOf(parsed);
  return (
    names.length > 0 ||
    sizeInName.test(parsed.pathname) ||
    parsed.pathname.split("/").slice(0, -1).some(isSizeStep)
  );
};

/**
 * Returns an address without its scheme and without what systems and image servers write into it for a size. Text that
 * only might be a size stays: "harbour-2024.jpg" and "harbour-2023.jpg" are different pictures. Pure.
 */
function sizelessAddress(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url.replace(sizeInName, "");
  const behind = proxied(parsed);
  if (behind !== undefined) return sizelessAddress(behind);
  for (const name of sizeParametersOf(parsed)) parsed.searchParams.delete(name);
  const steps = parsed.pathname.replace(sizeInName, "").split("/");
  const name = steps.pop() ?? "";
  const isSize = isDistinctive(pictureName(name))
    ? (step: string) => isSizeStep(step) || isLikelySizeStep(step)
    : isSizeStep;
  const path = [...steps.filter((step) => !isSize(step)), name].join("/");
  return `${parsed.host.replace(/^www\./, "")}${path}${parsed.search}`;
}

/** The address that WordPress.com's image servers fetch: "i0.wp.com/site.example/wp-content/…". */
function proxied({ hostname, pathname, protocol }: URL): string | undefined {
  const inner = /^i\d\.wp\.com$/.test(hostname) ? pathname.slice(1) : "";
  return /^[\w-]+(?:\.[\w-]+)+\/./.test(inner) ? `${protocol}//${inner}` : undefined;
}

/** "-300x200", "-scaled" (WordPress), "_800x600", "@2x", before the extension. */
const sizeInName = /(?:[-_]\d{2,5}x\d{2,5}|-scaled|@[2-4]x)+(?=\.[A-Za-z]{3,4}$)/;

/** A folder that image servers put before a picture for its size: "640x480", "c_fill,w_640", "width-800". */
const isSizeStep = (step: string): boolean =>
  /^(?:\d{2,5}x\d{0,5}|x\d{2,5}|(?:w|h|width|height|size)[-_=]?\d{2,5}|(?:[a-z]{1,3}_[\w.:-]+,)*[wh]_\d{2,5}(?:,[a-z]{1,3}_[\w.:-]+)*|s\d{2,4}(?:-c)?)$/i.test(
    step,
  );

/** The same by a word or a bare number, which means a size only before a name that no other picture is likely to have. */
const isLikelySizeStep = (step: string): boolean =>
  /^(?:thumb(?:nail)?s?|small|medium|large|x+l(?:arge)?|original|full(?:size)?|hi-?res|preview|web|master|standard)$/i.test(
    step,
  ) || commonWidths.has(step);

const commonWidths: ReadonlySet<string> = new Set(
  "100 120 140 150 160 180 200 240 250 300 320 350 360 400 420 450 480 500 512 600 624 640 660 700 720 750 768 800 840 850 900 960 976 1000 1024 1080 1100 1200 1280 1366 1400 1440 1500 1536 1600 1800 2048 2400 2560 3000 3840".split(
    " ",
  ),
);

/** A name of several words, or with a long number; not "photo", "main" or "IMG_0042". */
const isDistinctive = (name: string): boolean =>
  name.length >= 8 &&
  !/^(?:img|dsc[fn]?|image|photo|picture|p|pxl|untitled|screenshot)?[-_\s]?\d{1,6}$/i.test(name);

const sizeParameters: ReadonlySet<string> = new Set(
  "w h width height resize fit quality ssl q dpr auto crop imwidth imheight strip fm s".split(" "),
);

/** Of a program that shows pictures, "s" may be which one it is; of a picture, it is a size or a signature of one. */
const sizeParametersOf = ({ pathname, searchParams }: URL): string[] =>
  [...searchParams.keys()].filter(
    (name) => sizeParameters.has(name) && (name !== "s" || /\.(?:jpe?g|png|webp|gif|avif)$/i.test(pathname)),
  );

/**
 * What the addresses of a picture have in common across sizes, formats and servers: its name without extension and
 * size. Within one page that is enough to match a description to a picture, but not to treat two pictures as the
 * same. Pure.
 */
export const pictureName = (url: string): string =>
  (
    url
      .replace(/[?#].*$/s, "")
      .split("/")
      .at(-1) ?? ""
  )
    .replace(/\.\w+$/, "")
    .replace(/(?:[-_@](?:\d+x\d*|\d{3,4}w?|x?large|medium|small|thumb|scaled))+$/i, "")
    .toLowerCase();
