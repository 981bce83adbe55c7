/** How a body is shown, whatever shows it. */
export interface BodyOptions {
  /** The language of the story: a caption is shown in it if there is one. */
  readonly language: string;
  /** The `sizes` of pictures: how wide they are drawn. `100vw` by default. */
  readonly sizes?: string;
  /** The service for pictures, as in `imageUrl()`. */
  readonly imagesUrl?: string;
  /** What stands in place of a picture of which there is no file yet; it is left out without this. */
  readonly missingPicture?: { readonly text: string; readonly language: string };
}
