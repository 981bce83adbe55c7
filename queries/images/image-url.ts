import { createImageUrlBuilder } from "@sanity/image-url";
import type { Picture } from "./picture.ts";

/** What is wanted of a picture. */
export interface WantedPicture {
  /** In pixels. */
  readonly width: number;
  /** Width over height: the picture is cut to it around the editor's hotspot. Without it, it is as the editor cropped it. */
  readonly aspectRatio?: number | undefined;
  /**
   * The service to ask, such as `https://cdn.example.org/`, or `/` for the server of the page. Without it, the one that the
   * dataset names.
   */
  readonly baseUrl?: string | undefined;
}

/** The address of a picture, cropped and scaled by the service, in the format that the browser likes best. */
export function imageUrl(picture: Picture, { width, aspectRatio, baseUrl }: WantedPicture): string {
  const { origin, pathname } = new URL(picture.url);
  // `/images/<project>/<dataset>/<file>`: whose picture it is stands in its address alone.
  const [projectId = "", dataset = ""] = pathname.split("/").slice(2);
  const sized = createImageUrlBuilder({ projectId, dataset, baseUrl: baseUrl ?? origin })
    .image({
      asset: { _ref: picture.assetId },
      ...(picture.crop && { crop: picture.crop }),
      ...(picture.hotspot && { hotspot: picture.hotspot }),
    })
    .width(width)
    .auto("format");
  const cut = aspectRatio === undefined ? sized : sized.height(Math.round(width / aspectRatio)).fit("crop");
  return cut.url();
}
