import type { LakeDocument } from "./dataset.ts";
import { maxDocumentCharacters } from "./limits.ts";

/** What of a JSON value can be too much. */
export interface JsonMeasure {
  /** About the length of its text; counting ends where it exceeds the limit. */
  readonly characters: number;
  /** Levels of arrays and objects; 0 for anything else. */
  readonly depth: number;
  /** Whether it holds a number that JSON has no text for: `1e999` is read as infinity. */
  readonly overflows: boolean;
  /** Whether its text is read as the same value: it holds nothing that JSON drops or writes as something else. */
  readonly isExact: boolean;
}

/**
 * Measures a value without going into it by recursion: no value is too deep, and none that shares its parts too long.
 *
 * @param limit Where to stop: from there on the value is too long anyway.
 */
export function measureJson(value: unknown, limit = Number.POSITIVE_INFINITY): JsonMeasure {
  let characters = 0;
  let depth = 0;
  let overflows = false;
  let isExact = true;
  const values: unknown[] = [value];
  const levels: number[] = [0];
  while (values.length > 0 && characters <= limit) {
    const next = values.pop();
    const level = levels.pop() ?? 0;
    if (typeof next === "string") characters += next.length + 3;
    else if (typeof next !== "object" || next === null) {
      characters += 5;
      overflows ||= typeof next === "number" && !Number.isFinite(next);
      isExact &&=
        next === null || typeof next === "boolean" || (typeof next === "number" && !Object.is(next, -0));
    } else {
      depth = Math.max(depth, level + 1);
      characters += 3;
      if (Array.isArray(next)) {
        for (const item of next) {
          values.push(item);
          levels.push(level + 1);
        }
      } else {
        // A Date, for one, is written as text.
        isExact &&= Object.getPrototypeOf(next) === Object.prototype;
        for (const [name, member] of Object.entries(next)) {
          values.push(member);
          levels.push(level + 1);
          characters += name.length + 3;
        }
      }
    }
  }
  return { characters, depth, overflows, isExact: isExact && !overflows && values.length === 0 };
}

const measured = new WeakMap<object, JsonMeasure>();

/**
 * Measures a state of a document, up to where it is too long. States do not change, and share with each other what a patch
 * leaves alone: each member is measured once.
 */
export function measureDocument(document: LakeDocument): JsonMeasure {
  let { characters, depth, overflows, isExact } = measureJson({});
  for (const name in document) {
    const member = document[name];
    const known = typeof member === "object" && member !== null ? member : undefined;
    const measure = (known && measured.get(known)) ?? measureJson(member, maxDocumentCharacters);
    if (known) measured.set(known, measure);
    characters += name.length + 3 + measure.characters;
    depth = Math.max(depth, measure.depth + 1);
    overflows ||= measure.overflows;
    isExact &&= measure.isExact;
    if (characters > maxDocumentCharacters) return { characters, depth, overflows, isExact: false };
  }
  return { characters, depth, overflows, isExact };
}
