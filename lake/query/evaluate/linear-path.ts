import { Path } from "groq-js";

/**
 * What `path("drafts.**")` gives, without the regular expression that groq-js makes of it: with a few `**` in it, that
 * one takes for ever on an id that almost matches.
 */
export class LinearPath extends Path {
  readonly #pattern: string;
  readonly #segments: readonly string[];

  constructor(pattern: string) {
    super("");
    this.#pattern = pattern;
    this.#segments = pattern.split(".");
  }

  /** `*` is one segment, which is not empty; `**` is one or more of any kind. */
  override matches(id: string): boolean {
    const pattern = this.#segments;
    const segments = id.split(".");
    let [at, asked] = [0, 0];
    /** The last `**`, and how far it reaches so far. */
    let open: { readonly behind: number; end: number } | undefined;
    while (at < segments.length) {
      const wanted = pattern[asked];
      if (wanted === "**") {
        at += 1;
        asked += 1;
        open = { behind: asked, end: at };
      } else if (wanted !== undefined && (wanted === "*" ? segments[at] !== "" : segments[at] === wanted)) {
        at += 1;
        asked += 1;
      } else if (open) {
        open.end += 1;
        at = open.end;
        asked = open.behind;
      } else return false;
    }
    return asked === pattern.length;
  }

  override toJSON(): string {
    return this.#pattern;
  }
}
