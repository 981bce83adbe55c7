import { join } from "node:path";
import type { Context } from "hono";
import pLimit from "p-limit";
import {
  type AssetParts,
  assetDocument,
  fileType,
  uploadQuery,
  type UploadQuery,
} from "../assets/asset-document.ts";
import {
  discardUpload,
  keepUpload,
  type ReceivedUpload,
  receiveUpload,
  storedNames,
  sweepAssetFiles,
  tooLarge,
} from "../assets/asset-files.ts";
import { assetDocumentId, type AssetName } from "../assets/asset-name.ts";
import { describeImage } from "../assets/describe-image.ts";
import { isHeic, readImageFacts } from "../assets/image-facts.ts";
import { plainError } from "../core/lake-error.ts";
import { maxBodyBytes } from "../core/limits.ts";
import type { LakeEnv, LakeHandler, LakeServices } from "../lake-services.ts";
import { servedDataset } from "./served-dataset.ts";

/**
 * Handles `POST /assets/images/{dataset}` and `POST /assets/files/{dataset}`; the body is the file.
 *
 * The document is written only after the bytes are safely on disk, through the ordinary commit, so that listeners and
 * history include it. Bytes that the dataset already holds give the existing document, even under another file name.
 */
export function uploadAsset(
  services: LakeServices,
  limits = { maxBytes: maxBodyBytes },
): LakeHandler<"kind" | "dataset"> {
  const datasetFolder = sweepOnce(services);
  // Decoded pictures are large: two at a time keep memory bounded.
  const atOnce = pLimit(2);

  return async (context) => {
    const { kind: folder, dataset: datasetName } = context.req.param();
    if (folder !== "images" && folder !== "files") {
      throw plainError(404, `Cannot upload to "${folder}": expected "images" or "files"`);
    }
    const kind = folder === "images" ? "image" : "file";
    const dataset = servedDataset(services, context);
    const { headers, body } = context.req.raw;
    if (Number(headers.get("content-length")) > limits.maxBytes) throw tooLarge(limits.maxBytes);

    const assetFolder = await datasetFolder(datasetName);
    const upload = await receiveUpload(assetFolder, body, limits.maxBytes);
    try {
      const names = await storedNames(assetFolder, upload.sha1);
      const [known] = dataset.documents(names.filter((name) => name.kind === kind).map(assetDocumentId));
      if (known) return context.json({ document: known });

      const query = parseQuery(context);
      const identity =
        kind === "image"
          ? await atOnce(() => identifyImage(upload, query))
          : identifyFile(upload, query, headers.get("content-type") ?? undefined);
      const document = assetDocument({
        ...identity,
        query,
        sizeBytes: upload.sizeBytes,
        uploadId: services.clock.newId(),
        folderPath: `${folder}/${services.projectId}/${datasetName}`,
        baseUrl: new URL(context.req.url).origin,
      });
      await keepUpload(assetFolder, upload, identity.name);
      // Two uploads of the same bytes may get here together: the second finds the document of the first.
      dataset.commit({ mutations: [{ createIfNotExists: document }], author: context.get("user").id });
      return context.json({ document: dataset.documents([assetDocumentId(identity.name)])[0] });
    } finally {
      await discardUpload(upload);
    }
  };
}

/**
 * The asset folder of a dataset. Files without a document (cut-off uploads, deleted assets) are removed before the
 * first upload of this process.
 */
function sweepOnce(services: LakeServices): (datasetName: string) => Promise<string> {
  const swept = new Map<string, Promise<string>>();
  return (datasetName) => {
    const folder = join(services.assetFolder, datasetName);
    const sweep = async (): Promise<string> => {
      const isOwned = (name: AssetName): boolean =>
        services.dataset(datasetName).documents([assetDocumentId(name)]).length > 0;
      await sweepAssetFiles(folder, isOwned);
      return folder;
    };
    const known = swept.get(datasetName);
    if (known) return known;
    const ready = sweep().catch((error: unknown) => {
      swept.delete(datasetName);
      throw error;
    });
    swept.set(datasetName, ready);
    return ready;
  };
}

type Identity = Pick<AssetParts, "name" | "mimeType" | "metadata">;

async function identifyImage(upload: ReceivedUpload, query: UploadQuery): Promise<Identity> {
  const facts = await readImageFacts(upload.path);
  if (!facts) throw notAnImage(await isHeic(upload.path));
  const { extension, mimeType, width, height } = facts;
  const metadata = await describeImage(upload.path, facts, query.meta).catch(() => {
    throw notAnImage();
  });
  return { name: { kind: "image", sha1: upload.sha1, width, height, extension }, mimeType, metadata };
}

function identifyFile(upload: ReceivedUpload, query: UploadQuery, contentType: string | undefined): Identity {
  const { extension, mimeType } = fileType(query.filename, contentType);
  return { name: { kind: "file", sha1: upload.sha1, extension }, mimeType };
}

/** wire: clients show the message as it is; the hosted service has a decoder for HEIC. */
function notAnImage(isHeicPhoto = false): Error {
  const why = isHeicPhoto ? ": HEIC photos cannot be decoded here, save it as JPEG" : "";
  return plainError(400, `Invalid image, could not read metadata${why}`);
}

function parseQuery(context: Context<LakeEnv, string>): UploadQuery {
  return uploadQuery.parse({ ...context.req.query(), meta: context.req.queries("meta") ?? [] });
}
