import type { InputPiece } from "../input-piece.ts";
import type { PictureBase } from "../pictures/picture-location.ts";
import { piecesOfText } from "./pieces-of-text.ts";

/**
 * All that a value of JSON says, in its own order: every text in it, or each line of the HTML in it, with its path. Numbers
 * and flags are no text. Pure; as deep as the reader of JSON allows.
 *
 * @param place The path of the value, such as `items[2]`.
 */
export function piecesOfJson(value: unknown, place: string, baseUrl: string | undefined): InputPiece[] {
  const base: PictureBase = { baseUrl, files: baseUrl === undefined ? "all" : "none" };
  if (typeof value === "string") {
    return piecesOfText(value, { place, base, rule: "field-without-use", reason: "no-field" });
  }
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => piecesOfJson(each, `${place}[${index}]`, baseUrl));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    piecesOfJson(each, place === "" ? name : `${place}.${name}`, baseUrl),
  );
}
