/** Texts that share fewer words than this are different texts, not versions of one; see `similarity`. */
export const alikeFrom = 0.5;

/** With more comparisons than this, finding what has changed takes too long. */
const mostComparisons = 20_000;

/** A new member, and the old one it may be a version of. */
export interface Pair<T> {
  readonly member: T;
  readonly candidate: T;
  /** From 0 to 1. */
  readonly likeness: number;
}

/**
 * All pairs of a last imported and a new member that may be two versions of one thing, most similar first. Pure.
 *
 * @param likenessOf How similar two members are; `undefined` where one cannot be a version of the other.
 */
export function likelyPairs<T>(
  base: readonly T[],
  incoming: readonly T[],
  likenessOf: (candidate: T, member: T) => number | undefined,
): Pair<T>[] {
  if (base.length * incoming.length > mostComparisons) return [];
  return incoming
    .flatMap((member) =>
      base.flatMap((candidate) => {
        const likeness = likenessOf(candidate, member);
        return likeness === undefined ? [] : [{ member, candidate, likeness }];
      }),
    )
    .toSorted((a, b) => b.likeness - a.likeness);
}

/**
 * The likely pairs, best first, each member used once: a new paragraph must not take the place of a corrected one,
 * whichever comes first. Pure.
 */
export function bestPairs<T>(...args: Parameters<typeof likelyPairs<T>>): Pair<T>[] {
  const [members, candidates] = [new Set<T>(), new Set<T>()];
  return likelyPairs(...args).filter(({ member, candidate }) => {
    if (members.has(member) || candidates.has(candidate)) return false;
    members.add(member);
    candidates.add(candidate);
    return true;
  });
}
