import { type LeftOutPiece, link } from "../../schemas/index.ts";

/** The address of a piece if a link can lead to it. Pure. */
export function addressOfPiece({ address }: LeftOutPiece): string | undefined {
  // As pages write it, for the protocol that they are read with.
  const whole = address?.replace(/^\/\//, "https://");
  return link.shape.href.safeParse(whole).data;
}
