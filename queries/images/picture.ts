import type { ImageResult } from "../image-fragment.ts";

/** The file of an image, as queries give it. */
export type Picture = NonNullable<ImageResult["picture"]>;
