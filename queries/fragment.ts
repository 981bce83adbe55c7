import type { z } from "zod";

/** A piece of projection that several queries share, with the shape of its result. */
export interface Fragment<Shape extends z.ZodType> {
  /** The text between the braces of a GROQ projection. */
  readonly groq: string;
  readonly shape: Shape;
}

/** Keeps a projection and its shape in one place. */
export const defineFragment = <Shape extends z.ZodType>(groq: string, shape: Shape): Fragment<Shape> => ({
  groq,
  shape,
});
