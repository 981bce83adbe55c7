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

  /** @throws {Error} Unless each kind makes up at least this share of all cases. */
  expectShares(least: Readonly<Record<string, number>>): void {
    const rare = Object.keys(least).filter(
      (kind) => (this.#counts.get(kind) ?? 0) < (least[kind] ?? 0) * Math.max(this.#all, 1),
    );
    if (rare.length === 0) return;
    const met = JSON.stringify(Object.fromEntries(this.#counts));
    throw new Error(`Too few cases are of the kind ${rare.join(", ")}: of ${this.#all} there were ${met}`);
  }
}
