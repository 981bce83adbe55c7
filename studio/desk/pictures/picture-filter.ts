import { z } from "zod";
import { readParams, type PaneParams } from "../lists/read-params.ts";

interface PictureTab {
  readonly name: string;
  /** What holds of the pictures in it, in GROQ; of all, if absent. */
  readonly condition?: string;
  /** The quality check that they do not pass, if there is one. */
  readonly check?: string;
}

/** The tabs of the pictures: what they lack. Rights are told by either of two fields, and not every picture needs to tell them. */
export const pictureTabs = [
  { name: "file", condition: "!defined(asset.asset)", check: "missing-asset" },
  { name: "credit", condition: "!defined(creditLine)", check: "missing-credit" },
  { name: "alt", condition: "!defined(altTexts[0])", check: "missing-alt-text" },
  { name: "rights", condition: "!defined(copyrightNotice) && !defined(usageTerms)" },
  { name: "all" },
] as const satisfies readonly PictureTab[];

export type PictureTabName = (typeof pictureTabs)[number]["name"];

const pictureFilter = z.object({
  /** What the pictures lack: their file, if absent. */
  lack: z.enum(pictureTabs.map(({ name }) => name)).optional(),
  /** Of one of their texts. */
  language: z.string().min(1).optional(),
  /** Id of the source that they come from. */
  source: z.string().min(1).optional(),
  /** Words of their texts, their credit or their address. */
  text: z.string().min(1).max(200).optional(),
});
export type PictureFilter = Readonly<z.infer<typeof pictureFilter>>;

/** Reads a filter of pictures from an address. Pure. */
export const pictureFilterOf = (params?: PaneParams): PictureFilter => readParams(pictureFilter, params);

/** A filter with another value of one of its parts, or without that part. Pure. */
export const withPicturePart = (
  filter: PictureFilter,
  name: keyof PictureFilter,
  value: string | undefined,
): PictureFilter => pictureFilterOf({ ...filter, [name]: value === "" ? undefined : value });

/** The tab that is open. Pure. */
export const tabOf = ({ lack }: PictureFilter): PictureTabName => lack ?? "file";
