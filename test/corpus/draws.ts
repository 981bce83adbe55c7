import { createHash } from "node:crypto";
import { randomNumbers } from "../../bench/random-numbers.ts";

/** Chances that fall the same way for the same name. */
export class Draws {
  readonly #next: () => number;
  readonly #shown = new Map<number, boolean>();

  constructor(name: string) {
    this.#next = randomNumbers(createHash("sha256").update(name).digest().readUInt32BE(0));
  }

  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** One of the texts; empty if there are none. */
  oneOf(all: readonly string[]): string {
    return all[this.below(all.length)] ?? "";
  }

  /** The texts in another order. */
  shuffled(all: readonly string[]): string[] {
    return all
      .map((text) => ({ text, order: this.#next() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ text }) => text);
  }

  /** Whether something that stands in so many percent of all stories stands here; each percentage is drawn once. */
  isShown(percent: number): boolean {
    const shown = this.#shown.get(percent) ?? this.below(100) < percent;
    this.#shown.set(percent, shown);
    return shown;
  }
}
