import type { HtmlElement } from "./read-tree.ts";
import { attribute, elementsIn } from "./walk-tree.ts";
import { webAddress } from "../../addresses/web-address.ts";

/** Where a picture is: on the web, or beside the input. */
export type PictureAddress = { readonly url: string } | { readonly file: string };

/** Where relative addresses of pictures lead. */
export interface PictureBase {
  readonly baseUrl: string | undefined;
  /** Whether relative paths are of files beside the input, as in copy that brings its pictures along. */
  readonly isLocal: boolean;
}

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
export function pictureAddress(element: HtmlElement, base: PictureBase): PictureAddress | undefined {
  const candidates: Candidate[] = [];
  for (const part of elementsIn(element)) {
    if (part.name !== "img" && part.name !== "source" && part.name !== "amp-img") continue;
    for (const name of sourceSets) candidates.push(...readSourceSet(attribute(part, name) ?? ""));
    for (const name of lateSources) candidates.push({ written: attribute(part, name) ?? "", width: 2 });
    // What "src" holds is the picture itself where nothing else is offered.
    candidates.push({ written: attribute(part, "src") ?? "", width: 1 });
  }
  for (const { written } of candidates.toSorted((a, b) => b.width - a.width)) {
    const address = isStandIn(written) ? undefined : toAddress(written, base);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** A picture that a page shows until the real one is loaded, or counts readers with. */
const isStandIn = (written: string): boolean =>
  written === "" ||
  /^data:/i.test(written) ||
  /(?:^|[/_.-])(?:placeholder|spacer|blank|pixel|transparent|lazyload|loading|grey|1x1)[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i.test(
    written,
  );

interface Candidate {
  readonly written: string;
  /** In pixels, or a thousand for each unit of density. */
  readonly width: number;
}

/** Addresses with commas in them are common, so that the descriptor is what ends a candidate. */
const sourceOfSet = /([^\s,]\S*?)(?:\s+(\d+(?:\.\d+)?)([wx])\s*(?:\d+h\s*)?)?(?:,\s+|,$|\s*$|(?<=[wx]),)/g;

function readSourceSet(set: string): Candidate[] {
  return Array.from(set.matchAll(sourceOfSet), ([, written = "", size = "1", unit = "x"]) => ({
    written,
    width: Number(size) * (unit === "x" ? 1000 : 1),
  }));
}

function toAddress(written: string, { baseUrl, isLocal }: PictureBase): PictureAddress | undefined {
  const file = isLocal ? localFile(written) : undefined;
  const url = file === undefined ? webAddress(written, baseUrl) : undefined;
  return url === undefined ? file : { url };
}

/** A path relative to the input, as it stands in copy that brings its pictures along. */
function localFile(written: string): PictureAddress | undefined {
  const path = written.replace(/[?#].*$/s, "");
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path) || path === "") return undefined;
  const file = decodePath(path)
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "");
  return file === "" || file.startsWith("/") || file.includes("\0") ? undefined : { file };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A per cent sign that encodes nothing stands for itself.
    return path;
  }
}
