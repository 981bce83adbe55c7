import { expect } from "vitest";

/**
 * Counts the cases of a law by kind.
 *
 * Random cases rarely meet each other by chance, and a law about cases that never come proves nothing: so a law counts
 * what it has met, and insists on a share of each.
 */
export class CaseCount {
  readonly #counts = new Map<string, number>();
  #all = 0;

  /** Counts one case, of as many kinds as it is of; each kind once. */
  add(...kinds: readonly string[]): void {
    this.#all += 1;
    for (const kind of new Set(kinds)) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Fails unless each kind makes up at least this share of all cases. */
  expectShares(least: Readonly<Record<string, number>>): void {
    const rare = Object.entries(least).filter(
      ([kind, share]) => !((this.#counts.get(kind) ?? 0) >= share * Math.max(this.#all, 1)),
    );
    expect(rare, `${this.#all} cases: ${JSON.stringify(Object.fromEntries(this.#counts))}`).toEqual([]);
  }
}
