import type { Condition, FieldPath, Scalar } from "../../core/dataset.ts";
import { allOf } from "./join-conditions.ts";

/** Fewer counts are made one by one. */
const fewest = 3;

/** Counts that ask for the same, but for the value of one field. */
interface Group {
  readonly path: FieldPath;
  /** What all of them ask for besides. */
  readonly rest: Condition;
  readonly values: Set<Scalar>;
  numbers?: Numbers | "unknown";
}

interface GroupedCounts {
  /**
   * Notes that documents are to be counted for which a condition holds.
   *
   * @returns Their number, once all counts of the query are noted; nothing where they are better counted by themselves.
   */
  add(condition: Condition): () => number | undefined;
}

type Numbers = ReadonlyMap<Scalar, number>;

interface Counting {
  /** Counts by the value of a field of which there is an index; `undefined` where that cannot be told. */
  readonly countByValue: (path: FieldPath, rest: Condition) => Numbers | undefined;
  /** Whether there is an index of a field for the documents of a condition. */
  readonly isIndexed: (path: FieldPath, condition: Condition) => boolean;
  /** Counts no further than `most`. */
  readonly count: (condition: Condition, most?: number) => number;
  /** As in `ExactSource`. */
  readonly countTogether: (conditions: readonly Condition[]) => ReadonlyMap<Condition, number>;
  /** So few documents with a value are soon counted, whatever else is asked of them. */
  readonly few: number;
}

/**
 * Counts together what a query counts in parts: `{"a": count(*[x && f == "a"]), "b": count(*[x && f == "b"]), …}` looks once at all
 * for which `x` holds.
 */
export function groupedCounts({
  countByValue,
  isIndexed,
  count,
  countTogether,
  few,
}: Counting): GroupedCounts {
  const groups = new Map<string, Group>();
  /** What is not yet counted together, and how a group would tell it. */
  const noted = new Map<Condition, () => number | undefined>();
  let together: ReadonlyMap<Condition, number> = new Map();

  function numbersOf(group: Group): Numbers | undefined {
    if (group.values.size < fewest) return undefined;
    const canHelp = (): boolean => isIndexed(group.path, group.rest) && isWorthwhile(group);
    group.numbers ??= (canHelp() && numbersBeside(group)) || "unknown";
    return group.numbers === "unknown" ? undefined : group.numbers;
  }

  /** What most documents lack is counted as what is left of all without those that have it. */
  function numbersBeside({ path, rest }: Group): Numbers | undefined {
    const lacking = partsOf(rest).find(isLacking);
    const types = exactlyAll(partsOf(rest).filter(({ kind }) => kind === "type"));
    const isMostly =
      lacking !== undefined &&
      isIndexed(lacking.of.path, types) &&
      2 * count(exactlyAll([types, lacking.of])) < count(types);
    if (!isMostly) return countByValue(path, rest);
    const others = exactlyAll(partsOf(rest).filter((part) => part !== lacking));
    const all = countByValue(path, others);
    const less = countByValue(path, exactlyAll([others, lacking.of]));
    return (
      all && less && new Map([...all].map(([value, number]) => [value, number - (less.get(value) ?? 0)]))
    );
  }

  function withOthers(condition: Condition): number | undefined {
    if (noted.has(condition)) {
      const ungrouped = [...noted].flatMap(([each, byGroup]) => (byGroup() === undefined ? [each] : []));
      together = new Map([...together, ...countTogether(ungrouped)]);
      noted.clear();
    }
    return together.get(condition);
  }

  /** Whether the values are so common that it is the rest of the condition that leaves few documents. */
  function isWorthwhile({ path, rest, values }: Group): boolean {
    const types = partsOf(rest).filter(({ kind }) => kind === "type");
    const numbers = [...values].map((value) =>
      count({ kind: "and", of: [...types, { kind: "field", path, values: [value] }] }, few),
    );
    return numbers.reduce((total, number) => total + number, 0) >= (values.size * few) / 4;
  }

  return {
    add(condition) {
      const found = splits(condition).map(({ value, ...split }): readonly [Group, Scalar] => {
        const name = JSON.stringify(split);
        const group = groups.get(name) ?? { ...split, values: new Set() };
        groups.set(name, group);
        group.values.add(value);
        return [group, value];
      });
      const byGroup = (): number | undefined => {
        for (const [group, value] of found) {
          const numbers = numbersOf(group);
          if (numbers) return numbers.get(value) ?? 0;
        }
        return undefined;
      };
      noted.set(condition, byGroup);
      return () => byGroup() ?? withOthers(condition);
    },
  };
}

/** The fields that must have one value, each with what else is asked for, if an index of that field alone would not do. */
function splits(
  condition: Condition,
): readonly { readonly path: FieldPath; readonly value: Scalar; readonly rest: Condition }[] {
  const parts = partsOf(condition);
  if (parts.filter(({ kind }) => kind !== "type").length < 2) return [];
  return parts.flatMap((part) => {
    if (part.kind !== "field" || typeof part.path === "string" || part.values.length !== 1) return [];
    const [value = null] = part.values;
    const of = parts.filter((other) => other !== part);
    return isTold(value) ? { path: part.path, value, rest: { kind: "and", of } as const } : [];
  });
}

/** An index has half of a character as the one that stands for what cannot be read. */
const isTold = (value: Scalar): boolean =>
  value !== null && (typeof value !== "string" || (value.isWellFormed() && !value.includes("\ufffd")));

type Of<Kind extends Condition["kind"]> = Extract<Condition, { kind: Kind }>;

const isLacking = (part: Condition): part is Of<"not"> & { readonly of: Of<"defined"> } =>
  part.kind === "not" && part.of.kind === "defined";

const exactlyAll = (conditions: readonly Condition[]): Condition => allOf(conditions, Infinity);

const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === "and" ? condition.of : [];
