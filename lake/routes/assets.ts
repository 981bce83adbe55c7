import type { Context } from "hono";
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
  tooLarge,
} from "../assets/asset-files.ts";
import { assetDocumentId } from "../assets/asset-name.ts";
import { describeImage } from "../assets/describe-image.ts";
import { readImageFacts } from "../assets/image-facts.ts";
import { plainError } from "../core/lake-error.ts";
import type { LakeEnv, LakeHandler, LakeServices } from "../lake-services.ts";

/** Largest upload (sanity.io/docs/technical-limits: any request body). */
const maxUploadBytes = 100_000_000;

/**
 * Handles `POST /assets/images/{dataset}` and `POST /assets/files/{dataset}`; the body is the file.
 *
 * The document is written only after the bytes are safely on disk, through the ordinary commit, so that
 * listeners and history know of it. Bytes that the dataset holds already lead to the document it has, even
 * under another file name.
 */
export function uploadAsset(
  services: LakeServices,
  limits = { maxBytes: maxUploadBytes },
): LakeHandler<"kind" | "dataset"> {
  return async (context) => {
    const { kind: folder, dataset: datasetName } = context.req.param();
    if (folder !== "images" && folder !== "files") {
      throw plainError(404, `Cannot upload to "${folder}": expected "images" or "files"`);
    }
    const kind = folder === "images" ? "image" : "file";
    const dataset = services.dataset(datasetName);
    const { headers, body } = context.req.raw;
    if (Number(headers.get("content-length")) > limits.maxBytes) throw tooLarge(limits.maxBytes);

    const upload = await receiveUpload(services.assetFolder, body, limits.maxBytes);
    try {
      const names = await storedNames(services.assetFolder, upload.sha1);
      const [known] = dataset.documents(names.filter((name) => name.kind === kind).map(assetDocumentId));
      if (known) return context.json({ document: known });

      const query = parseQuery(context);
      const identity =
        kind === "image"
          ? await identifyImage(upload, query)
          : identifyFile(upload, query, headers.get("content-type") ?? undefined);
      const document = assetDocument({
        ...identity,
        query,
        sizeBytes: upload.sizeBytes,
        uploadId: services.clock.newId(),
        folderPath: `${folder}/${services.projectId}/${datasetName}`,
        baseUrl: new URL(context.req.url).origin,
      });
      await keepUpload(services.assetFolder, upload, identity.name);
      // Two uploads of the same bytes may get here together: the second finds the document of the first.
      dataset.commit({ mutations: [{ createIfNotExists: document }], author: context.get("user").id });
      return context.json({ document: dataset.documents([assetDocumentId(identity.name)])[0] });
    } finally {
      await discardUpload(upload);
    }
  };
}

type Identity = Pick<AssetParts, "name" | "mimeType" | "metadata">;

async function identifyImage(upload: ReceivedUpload, query: UploadQuery): Promise<Identity> {
  const facts = await readImageFacts(upload.path);
  if (!facts) throw notAnImage();
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

function notAnImage(): Error {
  return plainError(400, "Invalid image, could not read metadata");
}

function parseQuery(context: Context<LakeEnv, string>): UploadQuery {
  return uploadQuery.parse({ ...context.req.query(), meta: context.req.queries("meta") ?? [] });
}
