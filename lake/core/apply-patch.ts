import { Mutation as MutatorMutation } from "@sanity/mutator";
import { z } from "zod";
import { isRecord, type Mutation } from "./dataset.ts";
import {
  brief,
  editAt,
  gapAt,
  removed,
  resolveArraySelector,
  resolvePath,
  writePath,
  type ConcretePath,
} from "./json-path.ts";
import { invalid } from "./rule-violation.ts";
import { writeAllowance, type CountEdit } from "./write-allowance.ts";

const values = z.record(z.string(), z.unknown());
const numbers = z.record(z.string(), z.number());
const items = z.array(z.unknown());

/** The operations of a patch (sanity.io/docs/http-patches), without what selects its documents. */
export const patchOperations = z.object({
  set: values.optional(),
  setIfMissing: values.optional(),
  unset: z.array(z.string()).optional(),
  inc: numbers.optional(),
  dec: numbers.optional(),
  insert: z
    .union([
      z.object({ before: z.string(), items }),
      z.object({ after: z.string(), items }),
      z.object({ replace: z.string(), items }),
    ])
    .optional(),
  diffMatchPatch: z.record(z.string(), z.string()).optional(),
});
export type PatchOperations = z.infer<typeof patchOperations>;

type Content = Readonly<Record<string, unknown>>;

/** A change at one place, and the patch operation that says the same with a concrete path. */
interface Edit {
  readonly path: ConcretePath;
  readonly change: (current: unknown) => unknown;
  readonly operation: Content;
}

/** Returns what one operation changes in a document. */
type Operation = (document: Content) => readonly Edit[];

export interface PatchResult {
  readonly document: Content;
  /** One patch for each place that changed, with concrete paths; replayed in this order they do the same. */
  readonly mutations: readonly Mutation[];
}

/**
 * Applies one patch to a document.
 *
 * Operations run in the documented order: set, setIfMissing, unset, inc, dec, insert, diffMatchPatch. Where the
 * documentation is silent, the outcome is the one of @sanity/mutator, with which Studio predicts it. Pure.
 *
 * @param countEdit Bounds what the patches of one transaction write in all.
 * @throws {RuleViolation} When a path cannot be parsed, `insert` meets something that is no array, `diffMatchPatch`
 * something that is no string, a number overflows, or the patch writes too much, too deep or too far beyond an end.
 */
export function applyPatch(
  document: Content,
  id: string,
  patch: PatchOperations,
  countEdit: CountEdit = writeAllowance(),
): PatchResult {
  let current = document;
  const mutations: Mutation[] = [];
  for (const operation of operationsOf(patch)) {
    for (const { path, change, operation: written } of operation(current)) {
      countEdit({ operation: written, level: path.length, gap: gapAt(current, path) });
      const next = editAt(current, path, change);
      if (next === current) continue;
      if (!isRecord(next)) throw invalid("Cannot replace a whole document with a patch");
      current = next;
      mutations.push({ patch: { id, ...written } });
    }
  }
  return { document: current, mutations };
}

function operationsOf(patch: PatchOperations): readonly Operation[] {
  return [
    ...Object.entries(patch.set ?? {}).map(([path, value]) => set(path, value)),
    ...Object.entries(patch.setIfMissing ?? {}).map(([path, value]) => setIfMissing(path, value)),
    ...(patch.unset ?? []).map(unset),
    ...Object.entries(patch.inc ?? {}).map(([path, by]) => add("inc", path, by)),
    ...Object.entries(patch.dec ?? {}).map(([path, by]) => add("dec", path, by)),
    ...(patch.insert ? [insert(patch.insert)] : []),
    ...Object.entries(patch.diffMatchPatch ?? {}).map(([path, text]) => diffMatchPatch(path, text)),
  ];
}

function set(expression: string, value: unknown): Operation {
  return (document) =>
    resolvePath(document, expression).map(({ path }) => ({
      path,
      change: () => value,
      operation: { set: { [writePath(path)]: value } },
    }));
}

function setIfMissing(expression: string, value: unknown): Operation {
  return (document) =>
    resolvePath(document, expression)
      // A null is not missing; and an array has no missing items, only an end.
      .filter((place) => place.value === undefined && typeof place.path.at(-1) === "string")
      .map(({ path }) => ({
        path,
        change: () => value,
        operation: { setIfMissing: { [writePath(path)]: value } },
      }));
}

function unset(expression: string): Operation {
  return (document) =>
    resolvePath(document, expression)
      .filter(({ value }) => value !== undefined)
      // From the back, so that taking one item away does not move the ones still to go.
      .toReversed()
      .map(({ path }) => ({ path, change: () => removed, operation: { unset: [writePath(path)] } }));
}

function add(name: "inc" | "dec", expression: string, by: number): Operation {
  return (document) =>
    resolvePath(document, expression).flatMap(({ path, value }) =>
      typeof value === "number"
        ? [
            {
              path,
              change: () => sumOf(value, name === "inc" ? by : -by, expression),
              operation: { [name]: { [writePath(path)]: by } },
            },
          ]
        : [],
    );
}

function sumOf(value: number, by: number, expression: string): number {
  const sum = value + by;
  if (!Number.isFinite(sum))
    throw invalid(`Cannot change the number at "${brief(expression)}": the result is out of range`);
  return sum;
}

function insert(patch: NonNullable<PatchOperations["insert"]>): Operation {
  const { where, expression } =
    "before" in patch
      ? { where: "before" as const, expression: patch.before }
      : "after" in patch
        ? { where: "after" as const, expression: patch.after }
        : { where: "replace" as const, expression: patch.replace };
  return (document) =>
    resolveArraySelector(document, expression).flatMap(({ path, value, selector, indexesIn }) => {
      if (value === undefined) return [];
      if (!Array.isArray(value))
        throw invalid(`Cannot insert at "${brief(expression)}": "${brief(writePath(path))}" is no array`);
      const indexes = indexesIn(value);
      if (indexes.length === 0) return [];
      const replaced = new Set(where === "replace" ? indexes : []);
      const kept: unknown[] = value.filter((_, index) => !replaced.has(index));
      const least = indexes.reduce((low, index) => Math.min(low, index));
      const greatest = indexes.reduce((high, index) => Math.max(high, index));
      const at = where === "after" ? greatest + 1 : least;
      const operation = { insert: { [where]: writePath(path) + selector, items: patch.items } };
      return [{ path, change: () => [...kept.slice(0, at), ...patch.items, ...kept.slice(at)], operation }];
    });
}

function diffMatchPatch(expression: string, text: string): Operation {
  return (document) =>
    resolvePath(document, expression).map(({ path, value }) => {
      if (typeof value !== "string")
        throw invalid(`Cannot apply diffMatchPatch at "${brief(expression)}": it is no string`);
      return {
        path,
        change: () => patchText(value, text),
        operation: { diffMatchPatch: { [writePath(path)]: text } },
      };
    });
}

/** Offsets in the patch count UTF-8 bytes: the mutator knows how, and its algorithm is the one Studio predicts with. */
function patchText(value: string, patch: string): unknown {
  const document = { _id: "text", _type: "text", value };
  const mutations = [{ patch: { id: "text", diffMatchPatch: { value: patch } } }];
  try {
    return new MutatorMutation({ mutations }).apply(document)?.["value"];
  } catch (cause) {
    throw invalid(`Cannot apply diffMatchPatch: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
