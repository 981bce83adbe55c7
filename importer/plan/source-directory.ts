import { publishedId, readDocumentId } from "../../schemas/index.ts";
import type { StoredSource } from "../dataset/stored-source.ts";
import { matchKey } from "../parse/lexicons/match-key.ts";

/** The sources of a dataset, by id and by any of their names. */
export class SourceDirectory {
  readonly #byId = new Map<string, StoredSource>();
  readonly #idByName = new Map<string, string>();
  readonly #inReleases = new Set<string>();

  constructor(sources: Iterable<StoredSource> = []) {
    for (const source of sources) this.add(source);
  }

  add(source: StoredSource): void {
    this.#byId.set(source._id, source);
    if (readDocumentId(source._id).kind === "version") this.#inReleases.add(publishedId(source._id));
    const names = [source.name, ...(source.names ?? []).map(({ value }) => value), ...(source.aliases ?? [])];
    for (const name of names) {
      const key = matchKey(name ?? "");
      if (key !== "" && !this.#idByName.has(key)) this.#idByName.set(key, publishedId(source._id));
    }
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }

  /** The document with exactly this id, draft or published. */
  get(id: string): StoredSource | undefined {
    return this.#byId.get(id);
  }

  /** Whether a release has a source that may not exist outside of it: it will, once the release is published. */
  isInRelease(id: string): boolean {
    return this.#inReleases.has(id);
  }

  /** Published id of the first source that has one of the names, in any spelling. */
  findByName(names: readonly string[]): string | undefined {
    return names.map((name) => this.#idByName.get(matchKey(name))).find((id) => id !== undefined);
  }
}
