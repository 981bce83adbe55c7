/** A shape that pictures are cut to, around the editor's hotspot. */
export interface PictureShape {
  /** What editors call it. */
  readonly title: string;
  /** Width over height. */
  readonly aspectRatio: number;
}

/** Every shape that frontends cut pictures to; the Studio previews each where an editor sets crop and hotspot. */
export const pictureShapes = {
  card: { title: "Card in a list", aspectRatio: 3 / 2 },
} as const satisfies Readonly<Record<string, PictureShape>>;
