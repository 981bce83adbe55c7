/** Texts below this share of common words are different texts, not versions of one; see `similarity`. */
export const alikeFrom = 0.5;

/** Beyond so many comparisons it takes too long to look for what has changed. */
const mostComparisons = 20_000;

/** Something new, and what it may be a version of. */
export interface Pair<T> {
  readonly member: T;
  readonly candidate: T;
}

/**
 * All pairs of what was imported last and what is new that may be two versions of one thing, the most alike first.
 * Pure.
 *
 * @param likenessOf How alike two are; `undefined` where one cannot be a version of the other.
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
 * The likely pairs of which each takes what the better ones leave: something new must not take the place of what was
 * only corrected, whichever comes first. Pure.
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
