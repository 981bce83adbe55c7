import { toProblem } from "../../problems.ts";
import { entryPathOf, fileNameOf, isHiddenPath } from "./entry-path.ts";
import type { Unpacked } from "./unpacked.ts";

/** What to do with an archive entry. `undefined`: ignore it; the note at the end counts it. */
export type JudgedEntry =
  | { readonly kind: "file"; readonly file: { readonly name: string; readonly fileName: string } }
  | Extract<Unpacked, { kind: "problem" }>
  | undefined;

/** Judges the entries of one archive by their paths, one after the other. */
export class ArchiveEntries {
  readonly #archive: string;
  readonly #paths = new Set<string>();
  #specials = 0;
  #hidden = 0;

  constructor(archive: string) {
    this.#archive = archive;
  }

  /** @param kind `special` is a link, a device or a pipe. */
  judge(raw: string, kind: "file" | "special"): JudgedEntry {
    const read = entryPathOf(raw);
    if (read.kind === "unsafe") {
      const message = `The path ${JSON.stringify(raw.slice(0, 200))} of an entry is unsafe: ${read.why}`;
      return { kind: "problem", name: this.#archive, problem: toProblem("unsafe-path", message) };
    }
    const { path } = read;
    if (kind === "special") {
      this.#specials += 1;
      return undefined;
    }
    if (isHiddenPath(path)) {
      this.#hidden += 1;
      return undefined;
    }
    const name = `${this.#archive}!${path}`;
    if (this.#paths.has(path)) {
      const message = "An earlier entry in the archive has the same path";
      return { kind: "problem", name, problem: toProblem("duplicate-entry", message) };
    }
    this.#paths.add(path);
    return { kind: "file", file: { name, fileName: fileNameOf(path) } };
  }

  /** A note of what was ignored, if anything was. */
  *notes(): Generator<Unpacked, void, undefined> {
    const counts = [
      ...(this.#specials > 0 ? [`links or devices (${this.#specials})`] : []),
      ...(this.#hidden > 0 ? [`hidden files (${this.#hidden})`] : []),
    ];
    if (counts.length > 0)
      yield { kind: "note", name: this.#archive, message: `Ignored: ${counts.join(", ")}` };
  }
}
