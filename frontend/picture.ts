import { createImageUrlBuilder } from "@sanity/image-url";
import type { ImageResult } from "../queries/index.ts";
import type { PictureShape } from "../schemas/index.ts";
import { html, type Html } from "./html.ts";
import { languageAttributes } from "./language-attributes.ts";
import { pickText } from "./pick-text.ts";

/** Where a picture is shown: how wide it is drawn, which shape it is cut to, and whether it is on the first screen. */
export interface PictureSlot {
  /** The `sizes` attribute. */
  readonly sizes: string;
  /** What it is cut to, around the editor's hotspot; without it, the editor's crop as it is. */
  readonly shape?: PictureShape;
  readonly isFirst?: boolean;
}

type Picture = NonNullable<ImageResult["picture"]>;

const widths = [320, 480, 640, 960, 1280, 1920] as const;

/** An `img` in the sizes that screens need, with the editor's crop; undefined while there is no file. */
export function renderPicture(image: ImageResult, language: string, slot: PictureSlot): Html | undefined {
  const { picture } = image;
  if (picture === null) return undefined;
  const aspectRatio = slot.shape?.aspectRatio;
  const { width, height } = sizeOf(picture, aspectRatio);
  // Never wider than the picture itself: the service would enlarge it.
  const offered = [...widths.filter((candidate) => candidate < width), Math.min(width, 1920)];
  const urlOf = (target: number): string => pictureUrl(picture, target, aspectRatio);
  const alt = pickText(image.altTexts, language);
  return html`<img
    src="${urlOf(offered.find((candidate) => candidate >= 960) ?? offered.at(-1) ?? width)}"
    srcset="${offered.map((candidate) => `${urlOf(candidate)} ${candidate}w`).join(", ")}"
    sizes="${slot.sizes}"
    width="${width}"
    height="${height}"
    alt="${alt?.text ?? ""}"
    ${alt && languageAttributes(alt.language)}
    decoding="async"
    ${slot.isFirst ? html`fetchpriority="high"` : html`loading="lazy"`}
  />`;
}

/** Address of a picture on the server that serves the page, cropped and scaled there. */
function pictureUrl(picture: Picture, width: number, aspectRatio?: number): string {
  // The asset's own path names its project and dataset; its host may come from an earlier start on another port.
  const [projectId = "", dataset = ""] = new URL(picture.url).pathname.split("/").slice(2);
  const sized = createImageUrlBuilder({ projectId, dataset, baseUrl: "/" })
    .image({
      asset: { _ref: picture.assetId },
      ...(picture.crop && { crop: picture.crop }),
      ...(picture.hotspot && { hotspot: picture.hotspot }),
    })
    .width(width)
    .auto("format");
  return (
    aspectRatio === undefined ? sized : sized.height(Math.round(width / aspectRatio)).fit("crop")
  ).url();
}

/** Size in pixels after the editor's crop and the slot's. */
function sizeOf(picture: Picture, aspectRatio: number | undefined): { width: number; height: number } {
  const { crop } = picture;
  const width = Math.round(picture.width * (crop ? 1 - crop.left - crop.right : 1));
  const height = Math.round(picture.height * (crop ? 1 - crop.top - crop.bottom : 1));
  return { width, height: aspectRatio === undefined ? height : Math.round(width / aspectRatio) };
}
