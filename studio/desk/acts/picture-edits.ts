import type { PatchOperations } from "@sanity/client";
import { z } from "zod";
import { localizedText } from "../../../schemas/index.ts";
import type { SeenDocument } from "../../seen/seen-document.ts";
import type { PictureEdit } from "./edit-picture.ts";

/** What editors fill in at a picture without opening its form. */
export const pictureTexts = ["creditLine", "altText", "copyrightNotice", "usageTerms"] as const;
export type PictureText = (typeof pictureTexts)[number];

/**
 * Sets a text of a picture, or takes it away if it is empty.
 *
 * @param seen What the editor saw in its place; if it is another by now, nothing is done.
 */
export const setText =
  (field: PictureText, text: string, seen: string): PictureEdit =>
  (picture, language) => {
    const is = textOf(picture, field);
    if (is === text) return { kind: "gone" };
    return is === seen ? operationsOf(picture, { field, text, language }) : { kind: "moved" };
  };

/** Gives a text to a picture that has none in its place. */
export const fillText =
  (field: PictureText, text: string): PictureEdit =>
  (picture, language) =>
    textOf(picture, field) === "" ? operationsOf(picture, { field, text, language }) : { kind: "filled" };

/** Puts a text in the place of whatever a picture has there. */
export const replaceText =
  (field: PictureText, text: string): PictureEdit =>
  (picture, language) =>
    textOf(picture, field) === text ? { kind: "gone" } : operationsOf(picture, { field, text, language });

/** Gives an uploaded file to a picture that has none. */
export const fillFile =
  (assetId: string): PictureEdit =>
  ({ asset }) =>
    z.looseObject({ asset: z.looseObject({}) }).safeParse(asset).success
      ? { kind: "filled" }
      : { set: { asset: { _type: "image", asset: { _type: "reference", _ref: assetId } } } };

const texts = z.array(localizedText.loose());

/** The text of a picture, of its first alternative text if there are several; empty if there is none. Pure. */
function textOf(picture: SeenDocument, field: PictureText): string {
  if (field === "altText") return texts.safeParse(picture["altTexts"]).data?.[0]?.text ?? "";
  const text = picture[field];
  return typeof text === "string" ? text : "";
}

interface NewText {
  readonly field: PictureText;
  readonly text: string;
  readonly language: string;
}

function operationsOf(picture: SeenDocument, { field, text, language }: NewText): PatchOperations {
  if (field !== "altText") return text === "" ? { unset: [field] } : { set: { [field]: text } };
  const [first, ...others] = texts.safeParse(picture["altTexts"]).data ?? [];
  const caption = texts.safeParse(picture["captions"]).data?.[0];
  const altTexts =
    text === ""
      ? others
      : [
          first === undefined
            ? { _type: "localizedText", _key: "alt", language: caption?.language ?? language, text }
            : { ...first, text },
          ...others,
        ];
  return altTexts.length === 0 ? { unset: ["altTexts"] } : { set: { altTexts } };
}
