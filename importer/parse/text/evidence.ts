import type { ParsedEvidence } from "../parsed-story.ts";
import type { RoledLine } from "./lines.ts";

/** The evidence of one story while it is collected. */
export class Evidence {
  readonly #items: ParsedEvidence[] = [];

  /** Records the lines that a field was read from; default: the rule and confidence of the first line. */
  add(
    path: string,
    lines: readonly RoledLine[],
    own: { readonly rule?: string; readonly confidence?: number; readonly printed?: string } = {},
  ): void {
    const [first] = lines;
    if (first === undefined) return;
    this.#items.push({
      path,
      lines: lines.flatMap((line) => (line.pieces ?? [line]).map(({ number }) => number)),
      rule: own.rule ?? first.rule,
      confidence: Math.min(own.confidence ?? 1, first.confidence),
      ...(own.printed === undefined ? {} : { printed: own.printed }),
    });
  }

  get items(): readonly ParsedEvidence[] {
    return this.#items;
  }
}
