import { type KnownFieldName, knownFieldNames, namesOfField } from "../fields/known-names.ts";
import type { MappedField } from "./mapping.ts";

/** Where the fields of unmapped records are, guessed from their names. */
export type GuessedMapping = Readonly<
  Partial<Record<MappedField, { readonly at: string; readonly confidence: number }>>
>;

/**
 * Guesses a mapping from the names of columns or properties; `undefined` if none names a headline or a text. Pure.
 * Case, signs and spaces do not count.
 *
 * @param fits Whether the value under a name may be of the field, where a name has two meanings.
 */
export function guessMapping(
  names: readonly string[],
  fits: (field: MappedField, name: string) => boolean = () => true,
): GuessedMapping | undefined {
  const guessed: Partial<Record<MappedField, { at: string; confidence: number }>> = {};
  const taken = new Set<string>();
  for (const field of knownFieldNames) {
    const found = findField(
      field,
      names.filter((name) => !taken.has(name) && fits(field, name)),
    );
    if (found === undefined) continue;
    guessed[field] = { at: found.at, confidence: found.rank < 2 ? 0.7 : 0.55 };
    taken.add(found.at);
  }
  return guessed.headline || guessed.body ? guessed : undefined;
}

/** The first of the names that means a field, and how usual it is for it, from 0. Pure. */
export function findField(
  field: KnownFieldName,
  names: readonly string[],
): { readonly at: string; readonly rank: number } | undefined {
  for (const [rank, candidate] of namesOfField(field, "records").entries()) {
    const at = names.find((name) => plain(name) === candidate);
    if (at !== undefined) return { at, rank };
  }
  return undefined;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
