import pLimit, { type LimitFunction } from "p-limit";
import type { ParsedPicture } from "../parse/parsed-story.ts";
import { type ProblemCode, toProblem } from "../problems.ts";
import { type FetchPictureOptions, fetchPicture } from "./fetch-picture.ts";
import { type ReadBytesOfPicture, readLocalPicture } from "./local-picture.ts";
import { readPicture } from "./picture-file.ts";
import type { PictureStore } from "./picture-store.ts";
import type { SuppliedPictures } from "./supplied-pictures.ts";

export interface PictureSupplyOptions {
  readonly store: PictureStore;
  /** Largest file that is read (default: 20 MB). */
  readonly limitBytes?: number;
  /** Remote pictures are fetched only if this is set. */
  readonly fetch?: Omit<FetchPictureOptions, "limitBytes">;
  /** Asset of a picture that an earlier import fetched from this address, so that it is not fetched again. */
  readonly knownAsset?: (url: string) => Promise<string | undefined>;
}

/** The location of a story, for finding the files that it names. */
export interface PicturePlace {
  /** The imported folder. */
  readonly root: string;
  /** File of the story. */
  readonly input: string;
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
    place: PicturePlace | undefined,
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

  async #supplyOne({ file, url }: ParsedPicture, place: PicturePlace | undefined): Promise<Supplied> {
    const { limitBytes = defaultLimitBytes } = this.#options;
    if (file !== undefined && place) {
      const read = await readLocalPicture(file, { ...place, limitBytes });
      const isElsewhere = read.kind === "refused" && read.isAbsent === true && url !== undefined;
      if (!isElsewhere) return await this.#keep(read, "image-not-read", file.split("/").at(-1));
    }
    if (url === undefined || !this.#options.fetch) return { kind: "absent" };
    const known = this.#fetched.get(url);
    if (known) {
      const supplied = await known;
      return supplied.kind === "stored" ? { ...supplied, uploaded: false } : supplied;
    }
    const fetching = this.#fetch(url, this.#options.fetch, limitBytes);
    // Whoever asked for it may be gone.
    fetching.catch(() => undefined);
    this.#fetched.set(url, fetching);
    return await fetching;
  }

  async #fetch(url: string, options: FetchPictureOptions, limitBytes: number): Promise<Supplied> {
    const assetId = await this.#options.knownAsset?.(url);
    if (assetId !== undefined) return { kind: "stored", assetId, uploaded: false };
    const host = URL.parse(url)?.host ?? "";
    const perHost = this.#hosts.get(host) ?? pLimit(2);
    this.#hosts.set(host, perHost);
    const fetched = await perHost(() => this.#atOnce(() => fetchPicture(url, { ...options, limitBytes })));
    return await this.#keep(fetched, "image-not-fetched", URL.parse(url)?.pathname.split("/").at(-1));
  }

  async #keep(read: ReadBytesOfPicture, code: ProblemCode, fileName: string | undefined): Promise<Supplied> {
    if (read.kind === "refused") return { kind: "refused", code, why: read.why };
    const recognised = await readPicture(read.bytes);
    if (recognised.kind === "refused") return { kind: "refused", code, why: recognised.why };
    const stored = await this.#options.store.store(recognised.picture, fileName || undefined);
    return stored.kind === "refused" ? { ...stored, code: "image-not-uploaded" } : stored;
  }
}

const defaultLimitBytes = 20_000_000;

type Supplied =
  | { readonly kind: "stored"; readonly assetId: string; readonly uploaded: boolean }
  | { readonly kind: "refused"; readonly code: ProblemCode; readonly why: string }
  /** No file, and fetching is off: the picture is ignored. */
  | { readonly kind: "absent" };
