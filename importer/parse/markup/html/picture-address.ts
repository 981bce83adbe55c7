import { largestRendition, type Rendition } from "../../pictures/largest-rendition.ts";
import type { PictureBase, PictureLocation } from "../../pictures/picture-location.ts";
import type { HtmlElement } from "./read-tree.ts";
import { attribute, elementsIn } from "./walk-tree.ts";

/** Attributes that scripts load late pictures from, the surest first. */
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
 * Tells where the picture of an `img` or a `picture` is: the largest that the page offers, and not what stands there
 * until a script loads it. `undefined` if there is none. Pure.
 */
export function pictureAddress(element: HtmlElement, base: PictureBase): PictureLocation | undefined {
  const candidates: Rendition[] = [];
  for (const part of elementsIn(element)) {
    if (part.name !== "img" && part.name !== "source" && part.name !== "amp-img") continue;
    for (const name of sourceSets) candidates.push(...readSourceSet(attribute(part, name) ?? ""));
    for (const name of lateSources) candidates.push({ written: attribute(part, name), width: 2 });
    // What "src" holds is the picture itself where nothing else is offered.
    candidates.push({ written: attribute(part, "src"), width: 1 });
  }
  return largestRendition(
    candidates.filter(({ written = "" }) => !isStandIn(written)),
    base,
  )?.location;
}

/** A picture that a page shows until the real one is loaded, or counts readers with. */
const isStandIn = (written: string): boolean =>
  written === "" ||
  /^data:/i.test(written) ||
  /(?:^|[/_.-])(?:placeholder|spacer|blank|pixel|transparent|lazyload|loading|grey|1x1)[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i.test(
    written,
  );

/** Addresses with commas in them are common, so that the descriptor is what ends a candidate. */
const sourceOfSet = /([^\s,]\S*?)(?:\s+(\d+(?:\.\d+)?)([wx])\s*(?:\d+h\s*)?)?(?:,\s+|,$|\s*$|(?<=[wx]),)/g;

/** Widths are in pixels, or a thousand for each unit of density. */
function readSourceSet(set: string): Rendition[] {
  return Array.from(set.matchAll(sourceOfSet), ([, written = "", size = "1", unit = "x"]) => ({
    written,
    width: Number(size) * (unit === "x" ? 1000 : 1),
  }));
}
