import { z } from "zod";
import { assetFolderName } from "../core/lake-files.ts";
import { parseAssetFileName } from "../assets/asset-name.ts";

/*
 * A backup is a tar file: what it is, the database, the bytes of each asset, and an end that says how much there was.
 */

export const headName = "copydesk-backup.json";
export const endName = "end.json";

export const backupHead = z.object({
  format: z.literal(1),
  /** When the backup was made. */
  createdAt: z.iso.datetime(),
});

export const backupEnd = z.object({ assets: z.int().nonnegative() });

const datasetName = /^~?[a-z0-9][-\w]{0,63}$/i;

/** Where the bytes of an asset stand, below the folder of the lake and in a backup alike. */
export const assetEntry = (dataset: string, sha1: string, fileName: string): string =>
  `${assetFolderName}/${dataset}/${sha1}/${fileName}`;

/**
 * Reads the name of an asset's entry back. What it accepts cannot lead out of a folder.
 *
 * @returns The hash that its bytes must have, or `undefined` for any other name.
 */
export function sha1OfEntry(name: string): string | undefined {
  const [folder, dataset = "", sha1, fileName = "", ...rest] = name.split("/");
  const isAsset = folder === assetFolderName && rest.length === 0 && datasetName.test(dataset);
  return isAsset && parseAssetFileName(fileName)?.sha1 === sha1 ? sha1 : undefined;
}
