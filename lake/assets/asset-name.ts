/** The facts in the bytes of an asset; its file name and document id depend on nothing else. */
export type AssetName =
  | {
      readonly kind: "image";
      readonly sha1: string;
      readonly width: number;
      readonly height: number;
      readonly extension: string;
    }
  | { readonly kind: "file"; readonly sha1: string; readonly extension: string };

const imageFile = /^([a-f0-9]{40})-(\d{1,6})x(\d{1,6})\.([a-z0-9]{1,16})$/;
const plainFile = /^([a-f0-9]{40})\.([a-z0-9]{1,16})$/;

/** `<sha1>-<width>x<height>.<extension>` for an image, `<sha1>.<extension>` for any other file. */
export function assetFileName(name: AssetName): string {
  return `${assetStem(name)}.${name.extension}`;
}

/** Document id of an asset, e.g. `image-<sha1>-<width>x<height>-jpg` (pattern of @sanity/asset-utils). */
export function assetDocumentId(name: AssetName): string {
  return `${name.kind}-${assetStem(name)}-${name.extension}`;
}

/** Reads a document id back. */
export function parseAssetDocumentId(id: string): AssetName | undefined {
  const [, kind, stem, extension] = /^(image|file)-([a-f0-9]{40}(?:-\d+x\d+)?)-([a-z0-9]+)$/.exec(id) ?? [];
  const name = parseAssetFileName(`${stem}.${extension}`);
  return name?.kind === kind ? name : undefined;
}

/**
 * Parses a file name. An accepted name has neither separators nor dots except the one before the extension, so it
 * cannot lead out of the asset folder.
 */
export function parseAssetFileName(fileName: string): AssetName | undefined {
  const [, imageSha1, width, height, imageExtension] = imageFile.exec(fileName) ?? [];
  if (imageSha1 && imageExtension) {
    return {
      kind: "image",
      sha1: imageSha1,
      width: Number(width),
      height: Number(height),
      extension: imageExtension,
    };
  }
  const [, sha1, extension] = plainFile.exec(fileName) ?? [];
  return sha1 && extension ? { kind: "file", sha1, extension } : undefined;
}

function assetStem(name: AssetName): string {
  return name.kind === "image" ? `${name.sha1}-${name.width}x${name.height}` : name.sha1;
}
