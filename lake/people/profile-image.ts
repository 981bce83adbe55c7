import type { User } from "../lake-services.ts";

/**
 * A picture of a user, which needs no request: their initials on their colour, as a `data:` address. Black or white,
 * whichever can be read better on it.
 */
export function profileImage({ name, color }: Pick<User, "name" | "color">): string {
  const ink = luminanceOf(color) > blackFrom ? "#000" : "#fff";
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${color}"/>` +
    `<text x="32" y="33" text-anchor="middle" dominant-baseline="central" font-family="system-ui, sans-serif" ` +
    `font-size="26" font-weight="600" fill="${ink}">${escaped(initialsOf(name))}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Keeps Arabic letters from joining: they are the beginnings of two words. */
const nonJoiner = "\u200c";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Half of all Arabic family names begin with it. */
const arabicArticle = /^ال(?=\p{L}{2})/u;

/** The first letter of the first and of the last word that has one; what is in brackets is no name. */
function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*\)/u, "")
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.replace(arabicArticle, ""));
  const [first, ...rest] = words;
  return [first, rest.at(-1)]
    .flatMap((word) => (word === undefined ? [] : [...graphemes.segment(word)].slice(0, 1)))
    .map(({ segment }) => segment.toUpperCase())
    .join(nonJoiner);
}

/** Relative luminance above which black has more contrast than white: where (l + 0.05)² = 1.05 × 0.05. */
const blackFrom = 0.179;

/** Of `#rrggbb` (w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminanceOf(color: string): number {
  const linear = (from: number): number => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
