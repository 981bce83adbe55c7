import { largestRendition, type Rendition } from "../../pictures/largest-rendition.ts";
import type { PictureBase, PictureLocation } from "../../pictures/picture-location.ts";
import type { HtmlElement } from "./read-tree.ts";
import { attribute, elementsIn } from "./walk-tree.ts";

/** Attributes from which scripts load lazy pictures, most certain first. */
const lateSources = [
  "data-src",
  "data-lazy-src",
  "data-original",
  "data-original-src",
  "data-lazy",
  "data-full-src",
  "data-hi-res-src",
  "data-url",
  "data-image",
  "data-img-src",
];
const sourceSets = ["srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-sources"];

/**
 * Returns the location of the picture in an `img` or `picture`: the largest one offered, not the placeholder that a
 * script replaces. `undefined` if there is none. Pure.
 */
export function pictureAddress(element: HtmlElement, base: PictureBase): PictureLocation | undefined {
  const candidates: Rendition[] = [];
  for (const part of elementsIn(element)) {
    if (part.name !== "img" && part.name !== "source" && part.name !== "amp-img") continue;
    for (const name of sourceSets) candidates.push(...readSourceSet(attribute(part, name) ?? ""));
    for (const name of lateSources) candidates.push({ written: attribute(part, name), width: 2 });
    // "src" is the picture itself if nothing else is offered.
    candidates.push({ written: attribute(part, "src"), width: 1 });
  }
  return largestRendition(
    candidates.filter(({ written = "" }) => !isStandIn(written)),
    base,
  )?.location;
}

/** A picture that is shown until the real one loads, or that counts readers. */
const isStandIn = (written: string): boolean =>
  written === "" ||
  /^data:/i.test(written) ||
  /(?:^|[/_.-])(?:placeholder|spacer|blank|pixel|transparent|lazyload|loading|grey|1x1)[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i.test(
    written,
  );

/** Addresses often contain commas, so a candidate ends at its descriptor. */
const sourceOfSet = /([^\s,]\S*?)(?:\s+(\d+(?:\.\d+)?)([wx])\s*(?:\d+h\s*)?)?(?:,\s+|,$|\s*$|(?<=[wx]),)/g;

/** Widths are in pixels; a unit of density counts as a thousand. */
function readSourceSet(set: string): Rendition[] {
  return Array.from(set.matchAll(sourceOfSet), ([, written = "", size = "1", unit = "x"]) => ({
    written,
    width: Number(size) * (unit === "x" ? 1000 : 1),
  }));
}
