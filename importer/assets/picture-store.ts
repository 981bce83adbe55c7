import type { SanityClient } from "@sanity/client";
import pLimit from "p-limit";
import { z } from "zod";
import type { PictureFile } from "./picture-file.ts";

/** What became of one picture. */
export type StoredPicture =
  /** `uploaded` is false for a picture that the dataset had. */
  | { readonly kind: "stored"; readonly assetId: string; readonly uploaded: boolean }
  | { readonly kind: "refused"; readonly why: string };

/**
 * The pictures of one dataset during one run. Each is uploaded once, however many stories show it and however often
 * they are imported: the dataset is asked first, by the SHA-1 of the content.
 */
export class PictureStore {
  readonly #client: SanityClient;
  readonly #dryRun: boolean;
  readonly #stored = new Map<string, Promise<StoredPicture>>();
  /** As many as Studio sends at a time. */
  readonly #atOnce = pLimit(4);

  /** @param options.dryRun Uploads nothing; the id that a picture would get is known anyway. */
  constructor(client: SanityClient, options: { readonly dryRun?: boolean } = {}) {
    this.#client = client;
    this.#dryRun = options.dryRun ?? false;
  }

  /** Stores a picture. Never rejects for what is the picture's fault or the lake's: that is a reason. */
  async store(picture: PictureFile, fileName: string | undefined): Promise<StoredPicture> {
    const { sha1 } = picture;
    const known = this.#stored.get(sha1);
    if (known) {
      const stored = await known;
      return stored.kind === "stored" ? { ...stored, uploaded: false } : stored;
    }
    const storing = this.#atOnce(() => this.#findOrUpload(picture, fileName)).catch((error: unknown) => ({
      kind: "refused" as const,
      why: error instanceof Error ? error.message : String(error),
    }));
    this.#stored.set(sha1, storing);
    return await storing;
  }

  async #findOrUpload(picture: PictureFile, fileName: string | undefined): Promise<StoredPicture> {
    const { sha1, bytes, mimeType } = picture;
    const found = await this.#client.fetch<unknown>(
      assetByHash,
      { sha1 },
      { perspective: "raw", tag: "import" },
    );
    const id = z.string().safeParse(found);
    if (id.success) return { kind: "stored", assetId: id.data, uploaded: false };
    if (this.#dryRun) return { kind: "stored", assetId: picture.assetId, uploaded: false };
    const { _id } = await this.#client.assets.upload("image", Buffer.from(bytes), {
      contentType: mimeType,
      ...(fileName === undefined ? {} : { filename: fileName }),
      tag: "import",
    });
    return { kind: "stored", assetId: _id, uploaded: true };
  }
}

/** A dataset has one asset for each content. */
const assetByHash = '*[_type == "sanity.imageAsset" && sha1hash == $sha1][0]._id';
