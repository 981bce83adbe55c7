import type { Problem } from "../../../schemas/index.ts";
import { toProblem } from "../../problems.ts";
import type { ParsedEvidence } from "../parsed-story.ts";
import type { RoledLine } from "./lines.ts";

/** Below this a value is a question to the editor. */
const leastConfidence = 0.5;

/** The evidence of one story while it is collected, and the problems that weak evidence gives. */
export class Evidence {
  readonly #items: ParsedEvidence[] = [];

  /** Notes which lines a field was read from; the rule and confidence of the first, unless others are given. */
  add(
    path: string,
    lines: readonly RoledLine[],
    own: { readonly rule?: string; readonly confidence?: number } = {},
  ): void {
    const [first] = lines;
    if (first === undefined) return;
    this.#items.push({
      path,
      lines: lines.map(({ number }) => number),
      rule: own.rule ?? first.rule,
      confidence: Math.min(own.confidence ?? 1, first.confidence),
    });
  }

  get items(): readonly ParsedEvidence[] {
    return this.#items;
  }

  get problems(): readonly Problem[] {
    return this.#items
      .filter(({ confidence }) => confidence < leastConfidence)
      .map(({ path, lines: [line] = [], rule }) =>
        toProblem("low-confidence", `The value of "${path}" is uncertain (${rule})`, {
          path: path.replace(/^pictures\[\d+\].*$/u, "body"),
          ...(line === undefined ? {} : { line }),
        }),
      );
  }
}
