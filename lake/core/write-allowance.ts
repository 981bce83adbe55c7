import { maxDepth, maxWrittenCharacters } from "./limits.ts";
import { measureJson } from "./measure-json.ts";
import { invalid } from "./rule-violation.ts";

/** Counts one more edit. @throws {RuleViolation} When it is too much. */
export type CountEdit = (edit: {
  /** The edit in its wire form: a patch of one operation with one path, or a whole document. */
  readonly operation: Readonly<Record<string, unknown>>;
  /** Levels above the place. */
  readonly level: number;
  /** Empty items that the edit makes on the way. */
  readonly gap: number;
}) => void;

/**
 * Bounds what one transaction writes, while it writes it: a patch of a few characters can put a long value in thousands
 * of places, a small one at the end of a long gap, or each thing inside the last one; an action can copy a document.
 */
export function writeAllowance(): CountEdit {
  let left = maxWrittenCharacters;
  return ({ operation, level, gap }) => {
    const { characters, depth, overflows } = measureJson(operation, left);
    left -= characters + gap * "null,".length;
    if (left < 0)
      throw invalid(`Cannot apply transaction: it would write more than ${maxWrittenCharacters} characters`);
    // The operation and its list of paths are levels of their own.
    if (level + depth - 2 > maxDepth)
      throw invalid(`Cannot apply patch: the document would nest deeper than ${maxDepth} levels`);
    if (overflows) throw invalid("Cannot apply patch: it contains a number that is out of range");
  };
}
