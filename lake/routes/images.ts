import { join } from "node:path";
import type { Context } from "hono";
import { assetPath } from "../assets/asset-files.ts";
import { type AssetName, assetDocumentId, assetFileName, parseAssetFileName } from "../assets/asset-name.ts";
import { type ImageFacts, readImageFacts } from "../assets/image-facts.ts";
import { chooseEncoding, encodingMimeTypes } from "../assets/image-output.ts";
import { parseImageParams } from "../assets/image-params.ts";
import { openRenditions } from "../assets/image-renditions.ts";
import { serveFile } from "../assets/serve-file.ts";
import type { LakeDocument } from "../core/dataset.ts";
import { plainError } from "../core/lake-error.ts";
import type { LakeEnv, LakeHandler, LakeServices } from "../lake-services.ts";

/**
 * Handles `GET /images/{project}/{dataset}/{file}` and `GET /files/…`, with an optional further segment that
 * only names the download. Images are transformed as the query asks; SVG is always sent as it is.
 *
 * An asset is served as long as its document exists: deleting the document takes the address away.
 */
export function serveAsset(services: LakeServices): LakeHandler {
  const renditions = openRenditions();

  return async (context) => {
    const { name, path, document, vanityName } = find(services, context);
    const query = new URL(context.req.url).searchParams;
    const original = {
      path,
      tag: name.sha1,
      mimeType: mimeTypeOf(document),
      downloadName: downloadName(query, vanityName ?? assetFileName(name)),
    };
    const params = name.kind === "image" && name.extension !== "svg" ? parseImageParams(query) : undefined;
    if (!params || query.has("dlRaw")) return found(await serveFile(context.req.raw, original), name);

    const facts = await readImageFacts(path);
    if (!facts) throw missing(assetFileName(name));
    if (params.fm === "json") return context.json(information(facts, document));
    const encoding = chooseEncoding(facts, params, context.req.header("accept") ?? "");
    const rendition = await renditions.make({ path, tag: name.sha1, facts }, params, encoding);
    return found(
      await serveFile(context.req.raw, {
        ...original,
        ...rendition,
        mimeType: encodingMimeTypes[encoding],
        variesByAccept: params.auto !== undefined,
      }),
      name,
    );
  };
}

interface FoundAsset {
  readonly name: AssetName;
  readonly path: string;
  readonly document: LakeDocument;
  readonly vanityName: string | undefined;
}

function find(services: LakeServices, context: Context<LakeEnv>): FoundAsset {
  const [folder, project, datasetName = "", fileName = "", vanityName, ...rest] = context.req.path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode);
  const name = parseAssetFileName(fileName);
  const kind = folder === "images" ? "image" : "file";
  if (name?.kind !== kind || project !== services.projectId || rest.length > 0) throw missing(fileName);
  const [document] = services.dataset(datasetName).documents([assetDocumentId(name)]);
  if (!document) throw missing(fileName);
  const path = assetPath(join(services.assetFolder, datasetName), name);
  return { name, path, document, vanityName };
}

/** Documents are anyone's to edit, and a header takes not every text. */
function mimeTypeOf({ mimeType }: LakeDocument): string {
  return typeof mimeType === "string" && /^[\w.+-]+\/[\x20-\x7e]+$/.test(mimeType)
    ? mimeType
    : "application/octet-stream";
}

/** wire: `dl` alone takes the file's own name, `dl=name` gives another, `dlRaw` asks for the original. */
function downloadName(query: URLSearchParams, ownName: string): string | undefined {
  if (query.has("dl")) return query.get("dl") || ownName;
  return query.has("dlRaw") ? ownName : undefined;
}

/** The answer to `fm=json` about the original. */
function information(facts: ImageFacts, document: LakeDocument): Readonly<Record<string, unknown>> {
  const { width, height, frameCount, mimeType } = facts;
  return { width, height, frameCount, length: document["size"], type: mimeType };
}

function found(response: Response | undefined, name: AssetName): Response {
  if (!response) throw missing(assetFileName(name));
  return response;
}

function missing(fileName: string): Error {
  return plainError(404, `Cannot find asset "${fileName}": the dataset has no such file`);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
