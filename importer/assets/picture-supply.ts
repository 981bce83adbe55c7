import pLimit, { type LimitFunction } from "p-limit";
import type { AssetSource } from "../lake-connection/connect-lake.ts";
import type { ParsedPicture } from "../parse/parsed-story.ts";
import { type ProblemCode, toProblem } from "../problems.ts";
import type { StoryBeside } from "../read/file-beside.ts";
import { maxPictureBytes } from "../read/picture-files.ts";
import { type FetchPictureOptions, fetchPicture } from "./fetch-picture.ts";
import { type ReadBytesOfPicture, readLocalPicture } from "./local-picture.ts";
import { readPicture } from "./picture-file.ts";
import type { PictureStore } from "./picture-store.ts";
import type { SuppliedPictures } from "./supplied-pictures.ts";

export interface PictureSupplyOptions {
  readonly store: PictureStore;
  /** Largest file that is read (default: {@link maxPictureBytes}). */
  readonly limitBytes?: number;
  /** Remote pictures are fetched only if this is set. */
  readonly fetch?: Omit<FetchPictureOptions, "limitBytes">;
  /** What an earlier import fetched from this address, so that only another version is fetched again. */
  readonly knownAsset?: (url: string) => Promise<KnownAsset | undefined>;
}

/** An asset that was fetched from an address, and what the server called that version of it. */
interface KnownAsset {
  readonly assetId: string;
  readonly validator?: string | undefined;
}

/** The picture of an address as a story was last imported with it. */
export interface ImportedPicture {
  readonly url: string;
  /** Absent if there was none to be had. */
  readonly assetId: string | undefined;
}

/**
 * Finds and stores the pictures of stories: files from the imported folder, and pictures on the web if requested.
 * Opens at most two connections per host and eight in all; each address is fetched once per run.
 */
export class PictureSupply {
  readonly #options: PictureSupplyOptions;
  readonly #atOnce = pLimit(8);
  readonly #hosts = new Map<string, LimitFunction>();
  readonly #fetched = new Map<string, Promise<Supplied>>();

  constructor(options: PictureSupplyOptions) {
    this.#options = options;
  }

  /**
   * @param place `undefined` for a story that is not a file of its own, such as standard input: its files are not
   * read.
   */
  async supply(
    pictures: readonly ParsedPicture[],
    place: StoryBeside | undefined,
  ): Promise<SuppliedPictures> {
    // One file at a time, so that of two with the same content the first always gives the asset its name.
    const inTurn = pLimit(1);
    const supplied = await Promise.all(
      pictures.map(async (picture, index) => {
        const isLocal = picture.file !== undefined && place !== undefined;
        const supplyOne = () => this.#supplyOne(picture, place);
        const found = await (isLocal ? inTurn(supplyOne) : supplyOne());
        if (found.kind !== "refused") return found;
        const path = `pictures[${index}]`;
        const places = [picture.file, picture.url];
        const [name = ""] = (found.code === "image-not-fetched" ? places.toReversed() : places).flatMap(
          (told) => told?.slice(0, 200) ?? [],
        );
        return {
          ...found,
          problem: toProblem(found.code, `Cannot import the picture "${name}": ${found.why}`, { path }),
        };
      }),
    );
    return {
      assetIds: supplied.map((one) => (one.kind === "stored" ? one.assetId : undefined)),
      problems: supplied.flatMap((one) => ("problem" in one ? [one.problem] : [])),
      uploaded: supplied.filter((one) => one.kind === "stored" && one.uploaded).length,
    };
  }

  async #supplyOne({ file, url }: ParsedPicture, place: StoryBeside | undefined): Promise<Supplied> {
    const { limitBytes = maxPictureBytes } = this.#options;
    if (file !== undefined && place) {
      const read = await readLocalPicture(file, { ...place, limitBytes });
      const isElsewhere = read.kind === "refused" && read.isAbsent === true && url !== undefined;
      if (!isElsewhere) return await this.#keep(read, "image-not-read", file.split("/").at(-1));
    }
    if (url === undefined) return { kind: "absent" };
    const isKnown = this.#fetched.has(url);
    const supplied = await this.#fetchOnce(url);
    return isKnown && supplied.kind === "stored" ? { ...supplied, uploaded: false } : supplied;
  }

  /**
   * Whether a picture on the web is another than a story was last imported with, or there is one now where there was none.
   * Asks each address once per run, as `supply` does; one that does not answer has not changed. Without fetching nothing
   * is asked.
   */
  async haveChanged(pictures: readonly ImportedPicture[]): Promise<boolean> {
    const changes = await Promise.all(
      pictures.map(async ({ url, assetId }) => {
        const supplied = await this.#fetchOnce(url);
        return supplied.kind === "stored" && supplied.assetId !== assetId;
      }),
    );
    return changes.includes(true);
  }

  /** Whether pictures on the web are fetched. */
  get isFetching(): boolean {
    return this.#options.fetch !== undefined;
  }

  async #fetchOnce(url: string): Promise<Supplied> {
    const { fetch, limitBytes = maxPictureBytes } = this.#options;
    if (!fetch) return { kind: "absent" };
    const known = this.#fetched.get(url);
    if (known) return await known;
    const fetching = this.#fetch(url, fetch, limitBytes);
    // Whoever asked for it may be gone.
    fetching.catch(() => undefined);
    this.#fetched.set(url, fetching);
    return await fetching;
  }

  async #fetch(url: string, options: FetchPictureOptions, limitBytes: number): Promise<Supplied> {
    const known = await this.#options.knownAsset?.(url);
    const { validator } = known ?? {};
    const host = URL.parse(url)?.host ?? "";
    const perHost = this.#hosts.get(host) ?? pLimit(2);
    this.#hosts.set(host, perHost);
    const fetched = await perHost(() =>
      this.#atOnce(() => fetchPicture(url, { ...options, limitBytes, validator })),
    );
    const kept = { kind: "stored" as const, assetId: known?.assetId ?? "", uploaded: false };
    if (fetched.kind === "unchanged") return kept;
    const source = { url, validator: fetched.kind === "bytes" ? fetched.validator : undefined };
    const fileName = URL.parse(url)?.pathname.split("/").at(-1);
    const supplied = await this.#keep(fetched, "image-not-fetched", fileName, source);
    // What is gone from the web is still in the dataset.
    return supplied.kind === "refused" && known !== undefined ? kept : supplied;
  }

  async #keep(
    read: ReadBytesOfPicture,
    code: ProblemCode,
    fileName: string | undefined,
    source?: AssetSource,
  ): Promise<Supplied> {
    if (read.kind === "refused") return { kind: "refused", code, why: read.why };
    const recognised = await readPicture(read.bytes);
    if (recognised.kind === "refused") return { kind: "refused", code, why: recognised.why };
    const stored = await this.#options.store.store(recognised.picture, fileName || undefined, source);
    return stored.kind === "refused" ? { ...stored, code: "image-not-uploaded" } : stored;
  }
}

type Supplied =
  | { readonly kind: "stored"; readonly assetId: string; readonly uploaded: boolean }
  | { readonly kind: "refused"; readonly code: ProblemCode; readonly why: string }
  /** No file, and fetching is off: the picture is ignored. */
  | { readonly kind: "absent" };
