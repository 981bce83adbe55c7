import { knownNames } from "./known-names.ts";
import type { MappedField } from "./mapping.ts";

/** Where the fields of unmapped records are, guessed from their names. */
export type GuessedMapping = Readonly<
  Partial<Record<MappedField, { readonly at: string; readonly confidence: number }>>
>;

/**
 * Guesses a mapping from the names of columns or properties; `undefined` if none names a headline or a text. Pure.
 * Case, signs and spaces do not count.
 */
export function guessMapping(names: readonly string[]): GuessedMapping | undefined {
  const guessed: Partial<Record<MappedField, { at: string; confidence: number }>> = {};
  const taken = new Set<string>();
  for (const [field, known] of knownNames) {
    for (const [rank, candidate] of known.split(" ").entries()) {
      const at = names.find((name) => !taken.has(name) && plain(name) === candidate);
      if (at === undefined) continue;
      guessed[field] = { at, confidence: rank < 2 ? 0.7 : 0.55 };
      taken.add(at);
      break;
    }
  }
  return guessed.headline || guessed.body ? guessed : undefined;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
