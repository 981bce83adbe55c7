import type { ParsedPicture } from "../parsed-story.ts";

/** Whether two pictures are the same, perhaps in different sizes. Pure. */
export function isSamePicture(a: ParsedPicture, b: ParsedPicture): boolean {
  const [one, other] = [pictureKey(a), pictureKey(b)];
  return one !== undefined && one === other;
}

/** The key that all sizes of a picture share; `undefined` if its location is unknown. Pure. */
export const pictureKey = ({ url, file }: ParsedPicture): string | undefined =>
  url === undefined ? file : sizelessAddress(url);

/** Whether an address requests only the picture's own size. Pure. */
export const isFullSize = (url: string): boolean => url.replace(/^https?:\/\//, "") === sizelessAddress(url);

/**
 * Returns an address without its scheme and without the size parameters of WordPress and others. Text that only might
 * be a size stays: "harbour-2024.jpg" and "harbour-2023.jpg" are different pictures. Pure.
 */
export function sizelessAddress(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  for (const name of sizeParameters) parsed.searchParams.delete(name);
  const path = parsed.pathname.replace(/(?:-\d{2,5}x\d{2,5}|-scaled)(?=\.[A-Za-z]{3,4}$)/, "");
  return `${parsed.host}${path}${parsed.search}`;
}

const sizeParameters = ["w", "h", "width", "height", "resize", "fit", "quality", "ssl"];

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
