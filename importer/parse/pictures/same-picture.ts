import type { ParsedPicture } from "../parsed-story.ts";

/** Whether two pictures are one, perhaps in another size. Pure. */
export function isSamePicture(a: ParsedPicture, b: ParsedPicture): boolean {
  const [one, other] = [pictureKey(a), pictureKey(b)];
  return one !== undefined && one === other;
}

/** What all sizes of a picture share; `undefined` if nothing tells where it is. Pure. */
export const pictureKey = ({ url, file }: ParsedPicture): string | undefined =>
  url === undefined ? file : sizelessAddress(url);

/** Whether an address asks for no other size than the picture's own. Pure. */
export const isFullSize = (url: string): boolean => url.replace(/^https?:\/\//, "") === sizelessAddress(url);

/**
 * An address without the scheme, and without the ways in which WordPress and others ask for a size. What only might be
 * a size stays: "harbour-2024.jpg" is another picture than "harbour-2023.jpg". Pure.
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
 * What the addresses of a picture share by size, by format and by server: its name without ending and size. Within one
 * page that is enough to describe a picture by; it is not enough to take two for one. Pure.
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
