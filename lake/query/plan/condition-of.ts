import { DateTime, type ExprNode } from "groq-js";
import type { Condition, DocumentKey, FieldPath, Scalar } from "../../core/dataset.ts";
import { constantOf } from "./constant-of.ts";
import { askedByText } from "../../text/indexed-words.ts";
import { askedText } from "../evaluate/own-functions.ts";
import { fieldsOfKey, keyOf } from "./key-of.ts";
import { behindReference } from "./behind-reference.ts";
import { allOf, anyOf, everything, maxParts, nothing, sizeOf } from "./join-conditions.ts";
import { pathOf } from "./path-of.ts";
import { textCondition } from "./text-condition.ts";

/** What GROQ gives for a comparison that makes no sense. */
const unknown: Condition = { kind: "unknown" };

interface SeenBy {
  readonly hasLayers: boolean;
  readonly reshaped: ReadonlySet<string>;
  readonly scored?: boolean | undefined;
  readonly now?: Date | undefined;
  readonly isIndexed?: ((key: string, isWished: boolean) => boolean) | undefined;
  readonly idsOf?: ((condition: Condition) => readonly string[] | undefined) | undefined;
}

/** What a store can be asked about a filter. */
interface FilterCondition {
  /** Holds for every document that the filter accepts. */
  readonly condition: Condition;
  /** Whether it holds for no other. */
  readonly isExact: boolean;
}

/**
 * The strongest condition that a store can check and that holds for every document the filter accepts.
 *
 * @param query.hasLayers Whether documents are seen under their published ids.
 * @param query.reshaped Fields that readers see otherwise than the store has them: nothing is asked about those.
 * @param query.scored Whether the filter stands in `score()`: then the condition holds for all that gets a score from it.
 * @param query.now What `now()` is; without it, nothing is asked about it.
 * @param query.isIndexed Whether there is an index of an expression; without it, only fields are asked about.
 * @param query.idsOf The documents for which a condition holds, if they are few; without it, nothing is asked about what is
 * behind a reference.
 */
export function conditionOf(filter: ExprNode, query: SeenBy): FilterCondition {
  const exact = new Translation(query).exactly(filter);
  if (exact && sizeOf(exact) <= maxParts) return { condition: exact, isExact: true };
  const weaker = new Translation(query).atLeast(filter);
  return { condition: sizeOf(weaker) <= 5 * maxParts ? weaker : everything, isExact: false };
}

/** A condition that holds for every document for which both hold. */
export const bothOf = (left: Condition, right: Condition): Condition => allOf([left, right]);

class Translation {
  readonly #hasLayers: boolean;
  readonly #reshaped: ReadonlySet<string>;

  readonly #scored: boolean | undefined;
  readonly #now: Date | undefined;
  readonly #query: SeenBy;

  constructor(query: SeenBy) {
    const { hasLayers, reshaped, scored, now } = query;
    this.#query = query;
    this.#now = now;
    this.#hasLayers = hasLayers;
    this.#reshaped = reshaped;
    this.#scored = scored;
  }

  /** A condition that holds for more documents than the filter accepts, at worst for all. */
  atLeast(filter: ExprNode): Condition {
    switch (filter.type) {
      case "Group":
        return this.atLeast(filter.base);
      case "And":
        return allOf([this.atLeast(filter.left), this.atLeast(filter.right)]);
      case "Or":
        return anyOf([this.atLeast(filter.left), this.atLeast(filter.right)]);
      case "FuncCall":
        if (filter.namespace === "sanity") return this.#ofGroup(filter, everything);
        break;
      case "OpCall":
        if (filter.op === "match" && !behindReference(filter.left))
          return textCondition(filter, { reshaped: this.#reshaped, scored: this.#scored });
        break;
      default:
    }
    const exact = this.exactly(filter);
    if (exact && sizeOf(exact) <= maxParts) return exact;
    return filter.type === "OpCall" && !exact ? this.#referring(filter) : everything;
  }

  /** The condition that is true, false and unknown where the filter is; `undefined` when there is no such condition. */
  exactly(filter: ExprNode): Condition | undefined {
    switch (filter.type) {
      case "Group":
        return this.exactly(filter.base);
      case "And":
      case "Or": {
        const left = this.exactly(filter.left);
        const right = left && this.exactly(filter.right);
        if (!left || !right) return undefined;
        return filter.type === "And" ? allOf([left, right], Infinity) : anyOf([left, right], Infinity);
      }
      case "Not": {
        const of = this.exactly(filter.base);
        return of && { kind: "not", of };
      }
      case "OpCall":
        return this.#ofOperator(filter);
      case "InRange":
        return this.#ofRange(filter);
      case "FuncCall":
        return this.#ofFunction(filter);
      case "Value":
        return filter.value === true ? everything : filter.value === false ? nothing : unknown;
      default: {
        const path = this.#path(filter);
        return path && { kind: "isTrue", path };
      }
    }
  }

  #path(node: ExprNode): FieldPath | undefined {
    const path = pathOf(node);
    return path && !this.#reshaped.has(String(path[0])) ? path : undefined;
  }

  /** A field, or an expression that an index has the value of. */
  #key(node: ExprNode, isWished = true): DocumentKey | undefined {
    const path = this.#path(node);
    const { isIndexed } = this.#query;
    if (path || !isIndexed) return path;
    const key = keyOf(node);
    if (typeof key !== "string") return undefined;
    const fields = fieldsOfKey(key);
    const isSeenAlike = fields.length > 0 && !fields.some((field) => this.#reshaped.has(field));
    return isSeenAlike && isIndexed(key, isWished) ? key : undefined;
  }

  /**
   * `source->name == "x"`: who refers to a document of which the rest of the filter holds. Any other reference to it counts
   * too, so this is not exact.
   */
  #referring({ op, left, right }: Extract<ExprNode, { type: "OpCall" }>): Condition {
    const { idsOf } = this.#query;
    const [field, other] = op === "in" ? [right, left] : [left, right];
    const behind = behindReference(field);
    if (!idsOf || !behind || (behind.isList && op !== "in")) return everything;
    const asked =
      op === "match"
        ? this.atLeast({ type: "OpCall", op, left: behind.field, right })
        : op === "==" || op === "in"
          ? this.#isText(behind.field, other)
          : everything;
    const ids = asked.kind === "everything" ? undefined : idsOf(asked);
    return ids ? { kind: "reference", values: ids } : everything;
  }

  /** A field is a text: an index of words finds it, whatever the type. */
  #isText(field: ExprNode, constant: ExprNode): Condition {
    const path = this.#path(field);
    const text = constantOf(constant);
    if (!path || typeof text !== "string" || !isStorable(text)) return everything;
    const isContent = path.every((step) => !String(step).startsWith("_"));
    const words = isContent ? askedByText(text, String(path[0])) : undefined;
    return words ? allOf([{ kind: "text", words }, fieldIsOneOf(path, [text])]) : everything;
  }

  #ofOperator({ op, left, right }: Extract<ExprNode, { type: "OpCall" }>): Condition | undefined {
    switch (op) {
      case "==":
        return this.#equality(left, right) ?? this.#equality(right, left);
      case "!=": {
        const of = this.#equality(left, right) ?? this.#equality(right, left);
        return of && { kind: "not", of };
      }
      case "<":
      case "<=":
      case ">":
      case ">=":
        return (
          this.#heldByAny(op, left, right) ??
          this.#heldByAny(mirrored[op], right, left) ??
          this.#comparison(op, left, right) ??
          this.#comparison(mirrored[op], right, left)
        );
      case "in":
        return this.#membership(left, right);
      case "match":
        return isAnyText(right) ? everything : undefined;
      default:
        return undefined;
    }
  }

  #equality(field: ExprNode, constant: ExprNode): Condition | undefined {
    const value = constantOf(constant, this.#now);
    const key = value === undefined ? undefined : this.#key(field);
    if (!key) return undefined;
    if (typeof key === "string" && !(isScalar(value) && isStorable(value))) return undefined;
    return isScalar(value) ? fieldIsOneOf(key, [value]) : nothing;
  }

  #comparison(op: Comparison, field: ExprNode, constant: ExprNode): Condition | undefined {
    const value = constantOf(constant, this.#now);
    if (value === undefined) return undefined;
    const timed = this.#timePath(field);
    const key = timed ? undefined : this.#key(field);
    if (!key && !timed) return undefined;
    // Where a field is a text, an expression may be a time.
    if (typeof key === "string" && value instanceof DateTime) return undefined;
    if (value instanceof DateTime) {
      const timeMs = value.date.getTime();
      if (Number.isNaN(timeMs)) return undefined;
      return timed ? { kind: "dated", path: timed, op, timeMs } : unknown;
    }
    if (!key || value === null || !isScalar(value)) return unknown;
    return isStorable(value) ? { kind: "compared", path: key, op, value } : undefined;
  }

  /** The field of which `dateTime(…)` tells the time. */
  #timePath(node: ExprNode): FieldPath | undefined {
    if (node.type === "Group") return this.#timePath(node.base);
    const isTime = node.type === "FuncCall" && node.namespace === "global" && node.name === "dateTime";
    const [text, ...more] = isTime ? node.args : [];
    return text && more.length === 0 ? this.#path(text) : undefined;
  }

  #ofRange({
    base,
    left,
    right,
    isInclusive,
  }: Extract<ExprNode, { type: "InRange" }>): Condition | undefined {
    const lower = this.#comparison(">=", base, left);
    const upper = this.#comparison(isInclusive ? "<=" : "<", base, right);
    if (!lower || !upper) return undefined;
    if (lower.kind !== "compared" || upper.kind !== "compared") return unknown;
    return typeof lower.value === typeof upper.value ? allOf([lower, upper]) : unknown;
  }

  #membership(item: ExprNode, list: ExprNode): Condition | undefined {
    const path = this.#path(item);
    if (path) {
      if (list.type === "FuncCall" && list.namespace === "global" && list.name === "path") {
        return path.length === 1 && path[0] === "_id" ? ofIdPattern(list.args[0]) : undefined;
      }
      const values = constantOf(list);
      if (values === undefined) return undefined;
      return Array.isArray(values)
        ? fieldIsOneOf(path, values.map(nullForNothing).filter(isScalar))
        : unknown;
    }
    const values = constantOf(list);
    const key = Array.isArray(values) ? this.#key(item) : undefined;
    if (key && Array.isArray(values)) {
      const scalars = values.map(nullForNothing).filter(isScalar);
      return scalars.every(isStorable) ? fieldIsOneOf(key, scalars) : undefined;
    }
    const value = constantOf(item);
    if (value === undefined || !isScalar(value) || !isStorable(value) || !isWhole(value)) return undefined;
    return this.#holds(list, value);
  }

  /** `count(tags[@ in $tags]) > 0` is `array::intersects(tags, $tags)`, and may have an index of its own. */
  #heldByAny(op: Comparison, counted: ExprNode, least: ExprNode): Condition | undefined {
    const [some] = counted.type === "FuncCall" && counted.name === "count" ? counted.args : [];
    if (some?.type !== "Filter" || some.expr.type !== "OpCall") return undefined;
    const isAny = constantOf(least) === (op === ">" ? 0 : op === ">=" ? 1 : undefined);
    if (!isAny || typeof this.#key(counted, false) === "string") return undefined;
    const list = some.base.type === "ArrayCoerce" ? some.base.base : some.base;
    const { op: is, left, right } = some.expr;
    const path = this.#path(list);
    const within = left.type === "This" ? [] : pathOf(left);
    const constant = constantOf(right);
    const wanted = is === "in" ? constant : is === "==" && constant !== undefined ? [constant] : undefined;
    return (
      path && within && this.#holdsAny(wanted, (value) => ({ kind: "holds", list: path, within, value }))
    );
  }

  /** A list holds any of some values; those that are equal to nothing are of no account. */
  #holdsAny(wanted: unknown, holds: (value: Scalar) => Condition | undefined): Condition | undefined {
    if (!Array.isArray(wanted)) return undefined;
    const values = wanted.map(nullForNothing).filter(isScalar);
    if (values.length === 0 || !values.every((value) => isStorable(value) && isWhole(value)))
      return undefined;
    const parts = values.map(holds).filter((part) => part !== undefined);
    return parts.length < values.length ? undefined : anyOf(parts, Infinity);
  }

  /** `"x" in tags`, `$id in sources[].source._ref` */
  #holds(list: ExprNode, value: Scalar): Condition | undefined {
    const whole = this.#path(list.type === "ArrayCoerce" ? list.base : list);
    if (whole) return { kind: "holds", list: whole, within: [], value };
    if (list.type !== "Map" || list.base.type !== "ArrayCoerce") return undefined;
    const path = this.#path(list.base.base);
    const within = pathOf(list.expr);
    return path && within && { kind: "holds", list: path, within, value };
  }

  #ofFunction(call: Extract<ExprNode, { type: "FuncCall" }>): Condition | undefined {
    const [argument] = call.args;
    if (call.namespace === "global" && call.name === "defined" && argument) {
      const path = this.#path(argument);
      return path && { kind: "defined", path };
    }
    if (call.namespace === "global" && call.name === "references") {
      const values = call.args.map((arg) => constantOf(arg));
      return values.includes(undefined)
        ? undefined
        : { kind: "reference", values: values.flat().filter(isString) };
    }
    if (call.namespace === "array" && call.name === "intersects" && call.args.length === 2) {
      const [left = call, right = call] = call.args;
      return (
        this.#holdsAny(constantOf(right), (value) => this.#holds(left, value)) ??
        this.#holdsAny(constantOf(left), (value) => this.#holds(right, value))
      );
    }
    if (call.namespace === "string" && call.name === "startsWith") return this.#beginning(call.args);
    // With layers, a published id may look like the id of a draft.
    return call.namespace === "sanity" && !this.#hasLayers ? this.#ofGroup(call, undefined) : undefined;
  }

  /** A text that begins with another is from that one on, and before the next one of the same length. */
  #beginning([field, constant]: readonly ExprNode[]): Condition | undefined {
    const path = field && this.#path(field);
    const value = path && constant && constantOf(constant, this.#now);
    const end = typeof value === "string" && value.isWellFormed() ? next(value) : undefined;
    if (!path || typeof value !== "string" || end === undefined) return undefined;
    return allOf([
      { kind: "compared", path, op: ">=", value },
      { kind: "compared", path, op: "<", value: end },
    ]);
  }

  #ofGroup<Otherwise>(
    call: Extract<ExprNode, { type: "FuncCall" }>,
    otherwise: Otherwise,
  ): Condition | Otherwise {
    const group = call.name === "versionOf" && call.args[0] ? constantOf(call.args[0]) : undefined;
    return isString(group) ? { kind: "group", values: [group] } : otherwise;
  }
}

/** The first text behind all that begin with this one; `undefined` where there is none. */
function next(text: string): string | undefined {
  const [last] = /.$/su.exec(text) ?? [];
  const code = last?.codePointAt(0);
  if (last === undefined || code === undefined || code === 0x10_ff_ff) return undefined;
  // The surrogates are no characters.
  return text.slice(0, -last.length) + String.fromCodePoint(code === 0xd7_ff ? 0xe0_00 : code + 1);
}

type Comparison = Extract<Condition, { kind: "compared" }>["op"];

const mirrored = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

/** `match text::query("*")`: an empty search box asks for everything. */
export function isAnyText(pattern: ExprNode): boolean {
  const asked = askedText(pattern);
  const text = asked && constantOf(asked);
  return typeof text === "string" && text.trim() === "*";
}

/** `_id in path("drafts.**")`: other patterns are left to the filter. */
function ofIdPattern(argument: ExprNode | undefined): Condition | undefined {
  const pattern = argument && constantOf(argument);
  if (typeof pattern !== "string") return undefined;
  const beginning = pattern.endsWith(".**") ? pattern.slice(0, -2) : undefined;
  if (beginning !== undefined && !beginning.includes("*")) return { kind: "idPrefix", value: beginning };
  return pattern.includes("*") ? undefined : { kind: "id", values: [pattern] };
}

function fieldIsOneOf(path: DocumentKey, values: readonly Scalar[]): Condition {
  if (typeof path === "string") return { kind: "field", path, values };
  const [name, ...deeper] = path;
  if (deeper.length > 0 || (name !== "_id" && name !== "_type")) return { kind: "field", path, values };
  const texts = values.filter(isString);
  return { kind: name === "_id" ? "id" : "type", values: texts };
}

const nullForNothing = (value: unknown): unknown => value ?? null;

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** Half of a character comes back from SQLite as another. */
const isStorable = (value: Scalar): boolean =>
  typeof value !== "string" || (value.isWellFormed() && !value.includes("\ufffd"));

/** SQLite has other numbers in its lists than those that were written, if they are no integers. */
const isWhole = (value: Scalar): boolean => typeof value !== "number" || Number.isSafeInteger(value);

function isString(value: unknown): value is string {
  return typeof value === "string";
}
