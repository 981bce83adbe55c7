import pLimit from "p-limit";
import { z } from "zod";
import { ImportError } from "../import-error.ts";
import { Interrupted } from "../interrupted.ts";
import type { AssetSource, LakeConnection } from "../lake-connection/connect-lake.ts";
import { troubleOf } from "../lake-connection/lake-trouble.ts";
import type { PictureFile } from "./picture-file.ts";

/** What became of one picture. */
export type StoredPicture =
  /** `uploaded` is false for a picture that the dataset already had. */
  | { readonly kind: "stored"; readonly assetId: string; readonly uploaded: boolean }
  | { readonly kind: "refused"; readonly why: string };

/**
 * The pictures of one dataset during one run. Each is uploaded once, however many stories show it and however often
 * they are imported: the dataset is queried first, by the SHA-1 of the content.
 */
export class PictureStore {
  readonly #lake: Pick<LakeConnection, "read" | "upload">;
  readonly #stored = new Map<string, Promise<StoredPicture>>();
  /** As many as Studio sends at a time. */
  readonly #atOnce = pLimit(4);

  constructor(lake: Pick<LakeConnection, "read" | "upload">) {
    this.#lake = lake;
  }

  /**
   * Stores a picture. Never rejects: a failure of the picture or of the lake is returned as a reason.
   *
   * @param source The address that it was fetched from, kept with a new asset.
   */
  async store(
    picture: PictureFile,
    fileName: string | undefined,
    source?: AssetSource,
  ): Promise<StoredPicture> {
    const { sha1 } = picture;
    const known = this.#stored.get(sha1);
    if (known) {
      const stored = await known;
      return stored.kind === "stored" ? { ...stored, uploaded: false } : stored;
    }
    const storing = this.#atOnce(() => this.#findOrUpload(picture, fileName, source)).catch(
      (error: unknown) => {
        if (
          troubleOf(error).kind === "bug" &&
          !(error instanceof ImportError) &&
          !(error instanceof Interrupted)
        )
          throw error;
        return { kind: "refused" as const, why: error instanceof Error ? error.message : String(error) };
      },
    );
    // Whoever asked for it may be gone.
    storing.catch(() => undefined);
    this.#stored.set(sha1, storing);
    return await storing;
  }

  async #findOrUpload(
    picture: PictureFile,
    fileName: string | undefined,
    source: AssetSource | undefined,
  ): Promise<StoredPicture> {
    const id = z.string().safeParse(await this.#lake.read(assetByHash, { sha1: picture.sha1 }));
    if (id.success) return { kind: "stored", assetId: id.data, uploaded: false };
    const { assetId, isWritten } = await this.#lake.upload(picture, fileName, source);
    return { kind: "stored", assetId, uploaded: isWritten };
  }
}

/** A dataset has one asset per content. */
const assetByHash = '*[_type == "sanity.imageAsset" && sha1hash == $sha1][0]._id';
