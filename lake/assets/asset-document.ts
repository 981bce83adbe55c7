import { getMimeType } from "hono/utils/mime";
import { z } from "zod";
import { type AssetName, assetDocumentId, assetFileName } from "./asset-name.ts";
import { metadataParts } from "./describe-image.ts";

/** The query of an upload; parts of metadata that the lake does not extract (EXIF, location) are ignored. */
export const uploadQuery = z.object({
  filename: z.string().optional(),
  label: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  creditLine: z.string().optional(),
  sourceId: z.string().optional(),
  sourceName: z.string().optional(),
  sourceUrl: z.string().optional(),
  meta: z
    .array(z.string())
    .transform(
      (names) => new Set(metadataParts.filter((part) => names.length === 0 || names.includes(part))),
    ),
});
export type UploadQuery = z.infer<typeof uploadQuery>;

/** What an asset document is made from. */
export interface AssetParts {
  readonly name: AssetName;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly uploadId: string;
  readonly query: UploadQuery;
  /** Path of the asset below the server's root, without the file name: `images/<project>/<dataset>`. */
  readonly folderPath: string;
  /** Where the server is: origin of the upload's URL. */
  readonly baseUrl: string;
  /** Of an image. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** The document of an asset, as a `create` mutation takes it. @see https://www.sanity.io/docs/image-metadata */
export function assetDocument(parts: AssetParts): Readonly<Record<string, unknown>> {
  const { name, query, metadata } = parts;
  const path = `${parts.folderPath}/${assetFileName(name)}`;
  const source = { id: query.sourceId, name: query.sourceName, url: query.sourceUrl };
  return withoutAbsent({
    _id: assetDocumentId(name),
    _type: name.kind === "image" ? "sanity.imageAsset" : "sanity.fileAsset",
    assetId: name.sha1,
    sha1hash: name.sha1,
    path,
    url: `${parts.baseUrl}/${path}`,
    originalFilename: query.filename ?? assetFileName(name),
    extension: name.extension,
    mimeType: parts.mimeType,
    size: parts.sizeBytes,
    uploadId: parts.uploadId,
    label: query.label,
    title: query.title,
    description: query.description,
    creditLine: query.creditLine,
    source: Object.values(source).some((value) => value !== undefined) ? withoutAbsent(source) : undefined,
    metadata,
  });
}

/** Type and extension of a file that is not an image: as the client says, or as its name suggests. */
export function fileType(
  filename: string | undefined,
  contentType: string | undefined,
): { readonly extension: string; readonly mimeType: string } {
  const extension = /\.([a-z0-9]{1,16})$/i.exec(filename ?? "")?.[1]?.toLowerCase() ?? "bin";
  const claimed = /^[\w.+-]+\/[\w.+-]+(?:;.*)?$/.test(contentType ?? "") ? contentType : undefined;
  const guessed = getMimeType(`file.${extension}`);
  const mimeType = claimed === undefined || claimed === "application/octet-stream" ? guessed : claimed;
  return { extension, mimeType: mimeType ?? "application/octet-stream" };
}

function withoutAbsent(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
