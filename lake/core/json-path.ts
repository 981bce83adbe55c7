import {
  getIndexForKey,
  jsonMatch,
  parsePath,
  stringifyPath,
  type ExprNode,
  type SegmentNode,
  type SubscriptElementNode,
} from "@sanity/json-match";
import { isRecord } from "./dataset.ts";
import { maxDepth, maxGap } from "./limits.ts";
import { measureJson } from "./measure-json.ts";
import { recentlyUsed } from "./recently-used.ts";
import { invalid } from "./rule-violation.ts";

/** One step to exactly one place: a member, an index, or the array item with a given key. */
type Step = string | number | { readonly _key: string };
export type ConcretePath = readonly Step[];

/** A place that a path expression led to; `value` is `undefined` where there is nothing yet. */
export interface Place {
  readonly path: ConcretePath;
  readonly value: unknown;
}

/**
 * Finds the places that a JSONMatch expression names in a document (sanity.io/docs/json-match).
 *
 * A plain path (members, indexes, keys) also leads to a place that does not exist yet, so that `set` can make it.
 *
 * @throws {RuleViolation} When the expression cannot be parsed.
 */
export function resolvePath(document: unknown, expression: string): readonly Place[] {
  const parsed = parsePathExpression(expression);
  const steps = plainSteps(parsed);
  // Used as written, because json-match turns an index into the item's key, and keys can occur twice.
  const place = steps && placeAt(document, steps);
  if (place) return [place];
  const places = [...jsonMatch(document, parsed)];
  // Wildcards and descent also yield members whose value is `undefined`: those are not matches.
  return steps ? places : places.filter(({ value }) => value !== undefined);
}

/** An array that an expression selects items from, and which items. */
export interface ArraySelection extends Place {
  readonly value: unknown;
  /** The selector as an expression, for example `[-1]`. */
  readonly selector: string;
  /** Indexes that the selector means, in any order; one past the end is where the array could grow. */
  indexesIn(array: readonly unknown[]): readonly number[];
}

/**
 * Splits an expression at its last step, which must select array items.
 *
 * @throws {RuleViolation} When it does not, or cannot be parsed.
 */
export function resolveArraySelector(document: unknown, expression: string): readonly ArraySelection[] {
  const parsed = parsePathExpression(expression);
  if (parsed.type !== "Path" || parsed.recursive || parsed.segment.type !== "Subscript" || !parsed.base) {
    throw invalid(`Cannot insert at "${brief(expression)}": the path must end in an array selector`);
  }
  const { elements } = parsed.segment;
  return resolvePath(document, stringifyPath(parsed.base)).map((place) => ({
    ...place,
    selector: stringifyPath({ type: "Path", recursive: false, segment: { type: "Subscript", elements } }),
    indexesIn: (array) => elements.flatMap((element) => indexesOf(array, element)),
  }));
}

function indexesOf(array: readonly unknown[], element: SubscriptElementNode): readonly number[] {
  const fromFront = (index: number): number => Math.max(0, index < 0 ? array.length + index : index);
  if (element.type === "Number") return [fromFront(element.value)];
  if (element.type === "Slice") {
    const start = fromFront(element.start ?? 0);
    if (start >= array.length) return [array.length];
    const end = Math.min(fromFront(element.end ?? array.length), array.length);
    return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
  }
  const segment: SegmentNode = { type: "Subscript", elements: [element] };
  return [...jsonMatch(array, { type: "Path", recursive: false, segment })].flatMap(({ path, value }) => {
    const index = value === undefined || path[0] === undefined ? undefined : indexOfStep(array, path[0]);
    return index === undefined ? [] : [index];
  });
}

/** Writes a concrete path as an expression that both json-match and @sanity/mutator read the same way. */
export function writePath(path: ConcretePath): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === "number") return `${written}[${step}]`;
    if (typeof step === "object") return `${written}[_key==${JSON.stringify(step._key)}]`;
    // `true`, `false` and `null` are values to json-match.
    if (!/^(?!(?:true|false|null)$)[a-zA-Z_][a-zA-Z0-9_]*$/.test(step)) {
      return `${written}['${step.replace(/[\\']/g, (character) => `\\${character}`)}']`;
    }
    return written === "" ? step : `${written}.${step}`;
  }, "");
}

/** The index that a step means in an array, counted from the front; `undefined` when nothing is there. */
function indexOfStep(array: readonly unknown[], step: Step): number | undefined {
  if (typeof step === "object") {
    const index: unknown = getIndexForKey(array, step._key);
    // json-match looks keys up in an object, which has a "constructor" of its own.
    return typeof index === "number" ? index : undefined;
  }
  if (typeof step === "string") return undefined;
  const index = step < 0 ? array.length + step : step;
  return index >= 0 && index < array.length ? index : undefined;
}

/**
 * How many empty items an edit at a place makes between the end of an array and the index that it names.
 *
 * @throws {RuleViolation} When they are more than {@link maxGap}.
 */
export function gapAt(document: unknown, path: ConcretePath): number {
  const index = path.at(-1);
  if (typeof index !== "number") return 0;
  const array = placeAt(document, path.slice(0, -1))?.value;
  const gap = Array.isArray(array) ? Math.max(0, index - array.length) : 0;
  if (gap <= maxGap) return gap;
  throw invalid(
    `Cannot write at "${brief(writePath(path))}": the index is more than ${maxGap} items beyond the end of the array`,
  );
}

/** What an edit gives back to take the member or item away. */
export const removed = Symbol("removed");

/**
 * Replaces the value at one place, sharing everything else with the given value.
 *
 * Missing objects on the way are made, and primitives on the way are overwritten, as @sanity/mutator does;
 * a step into an array item that does not exist changes nothing.
 *
 * @returns The given value itself when nothing changed.
 */
export function editAt(value: unknown, path: ConcretePath, edit: (current: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return edit(value);
  if (typeof step === "string") return Array.isArray(value) ? value : editMember(value, step, rest, edit);
  return Array.isArray(value) ? editItem(value, step, rest, edit) : value;
}

function editMember(
  value: unknown,
  name: string,
  rest: ConcretePath,
  edit: (current: unknown) => unknown,
): unknown {
  const object = isRecord(value) ? value : {};
  const current = Object.hasOwn(object, name) ? object[name] : undefined;
  const next = editAt(current, rest, edit);
  if (next === current) return value;
  if (next !== removed) return { ...object, [name]: next };
  const { [name]: _gone, ...kept } = object;
  return kept;
}

function editItem(
  array: readonly unknown[],
  step: Exclude<Step, string>,
  rest: ConcretePath,
  edit: (current: unknown) => unknown,
): unknown {
  const beyond = rest.length === 0 && typeof step === "number" ? step : -1;
  const index = indexOfStep(array, step) ?? beyond;
  if (index < 0) return array;
  const next = editAt(array[index], rest, edit);
  if (next === removed) return array.toSpliced(index, 1);
  if (index < array.length) return next === array[index] ? array : array.with(index, next);
  // JSON has no holes: what lies between the end and an index beyond it becomes null.
  return [...array, ...Array<null>(index - array.length).fill(null), next];
}

/** Whoever edits a document names the same few places again and again. */
const known = recentlyUsed<ExprNode>(500);
/** Characters; longer expressions are parsed whenever they come. */
const mostKept = 200;

function parsePathExpression(expression: string): ExprNode {
  return expression.length > mostKept
    ? parsedAnew(expression)
    : known(expression, () => parsedAnew(expression));
}

function parsedAnew(expression: string): ExprNode {
  let parsed: ExprNode | undefined;
  try {
    parsed = parsePath(expression);
  } catch (cause) {
    // json-match parses by recursion.
    if (cause instanceof RangeError) throw tooDeep(expression);
    throw invalid(
      `Cannot parse path "${brief(expression)}": ${cause instanceof Error ? brief(cause.message) : String(cause)}`,
    );
  }
  if (!parsed) throw invalid(`Cannot parse path "${expression}": it is empty`);
  // Everybody who walks along the parsed path does so by recursion.
  if (measureJson(parsed).depth > maxDepth) throw tooDeep(expression);
  checkIndexes(parsed, expression);
  return parsed;
}

function tooDeep(expression: string): Error {
  return invalid(`Cannot follow path "${brief(expression)}": it leads deeper than ${maxDepth} levels`);
}

/** An expression as messages quote it. */
export function brief(expression: string): string {
  return expression.length <= 100 ? expression : `${expression.slice(0, 100)}…`;
}

/** Indexes are whole numbers, and no larger than can be counted with. */
function checkIndexes(node: ExprNode, expression: string): void {
  if (node.type !== "Path") return;
  if (node.base) checkIndexes(node.base, expression);
  if (node.segment.type !== "Subscript") return;
  for (const element of node.segment.elements) {
    if (element.type === "Path") checkIndexes(element, expression);
    const numbers =
      element.type === "Number"
        ? [element.value]
        : element.type === "Slice"
          ? [element.start ?? 0, element.end ?? 0]
          : [];
    const wrong = numbers.find((index) => !Number.isSafeInteger(index));
    if (wrong !== undefined) throw invalid(`Cannot parse path "${brief(expression)}": ${wrong} is no index`);
  }
}

/** The steps of an expression made of members, indexes and keys only; `undefined` for any other. */
function plainSteps(node: ExprNode): readonly Step[] | undefined {
  if (node.type !== "Path" || node.recursive) return undefined;
  const before = node.base ? plainSteps(node.base) : [];
  const step = plainStep(node.segment);
  return before && step !== undefined ? [...before, step] : undefined;
}

function plainStep(segment: SegmentNode): Step | undefined {
  if (segment.type === "Identifier") return segment.name;
  if (segment.type !== "Subscript" || segment.elements.length !== 1) return undefined;
  const [element] = segment.elements;
  if (element?.type === "Number") return element.value;
  // `['a-b']`: a member whose name needs quotes.
  if (element?.type === "Path" && !element.base && element.segment.type === "Identifier")
    return element.segment.name;
  if (element?.type !== "Comparison" || element.operator !== "==") return undefined;
  const { left, right } = element;
  const namesKey =
    left.type === "Path" && !left.base && left.segment.type === "Identifier" && left.segment.name === "_key";
  return namesKey && right.type === "String" ? { _key: right.value } : undefined;
}

/** Follows plain steps; `undefined` for a member of an array, which JSONMatch looks up in each of the items. */
function placeAt(document: unknown, path: ConcretePath): Place | undefined {
  let value = document;
  for (const step of path) {
    if (typeof step === "string") {
      if (Array.isArray(value)) return undefined;
      value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    } else {
      const index = Array.isArray(value) ? indexOfStep(value, step) : undefined;
      value = index !== undefined && Array.isArray(value) ? value[index] : undefined;
    }
  }
  return { path, value };
}
