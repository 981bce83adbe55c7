import { maxQueryCalls, maxQueryDepth, maxQueryWords } from "../../core/limits.ts";
import type { FunctionCall } from "./function-calls.ts";
import { functionNamed, type QueryFunction } from "./query-functions.ts";
import type { Place, Token } from "./query-tokens.ts";

/** Why a query is refused, and for which of its characters. */
export interface QueryFault extends Place {
  readonly because: string;
}

/** A fault that would keep groq-js from reading a query at all, or have it read something else. Pure. */
export function findUnreadable(tokens: readonly Token[]): QueryFault | undefined {
  let depth = 0;
  for (const { kind, text, start, end } of tokens) {
    if (kind === "sign" && "([{".includes(text)) depth += 1;
    if (kind === "sign" && ")]}".includes(text)) depth -= 1;
    if (depth > maxQueryDepth) return { start, end, because: tooDeep };
    if (kind !== "text") continue;
    for (const { index, 0: escape } of text.matchAll(/\\(?:u\{[^}]*\}?|u[\da-f]{0,4}|[^]?)/gi)) {
      if (isEscape(escape)) continue;
      const place = { start: start + index, end: start + index + escape.length };
      return { ...place, because: `Cannot run query: "${escape}" stands for no character` };
    }
  }
  const surplus = tokens.at(maxQueryWords);
  return surplus && { ...placeOf(surplus), because: tooLong };
}

const placeOf = ({ start, end }: Place): Place => ({ start, end });

const tooLong = `Cannot run query: it has more than ${maxQueryWords} words and signs, of which a list can be a parameter`;
const tooManifold = `Cannot run query: its own functions call each other more than ${maxQueryCalls} times`;

/** The first function of a query's own whose calls, with all the calls within, are too many. Pure. */
export function findManifold(
  tokens: readonly Token[],
  calls: readonly FunctionCall[],
): QueryFault | undefined {
  const ends = tokens.filter(({ kind, text }) => kind === "sign" && text === ";").map(({ start }) => start);
  const definitions = calls.filter(isDefinition);
  const bodies = new Map(
    definitions.map((definition) => {
      const end = ends.find((each) => each > definition.start) ?? definition.end;
      return [definition.name, calls.filter(({ start }) => start > definition.start && start < end)];
    }),
  );
  const totals = new Map<string, number>();
  const total = (name: string): number => {
    const known = totals.get(name);
    if (known !== undefined) return known;
    // groq-js refuses a function that calls itself.
    totals.set(name, 0);
    const found = (bodies.get(name) ?? []).reduce(
      (sum, call) => sum + total(call.name),
      bodies.has(name) ? 1 : 0,
    );
    totals.set(name, found);
    return found;
  };
  const found = definitions.find(({ name }) => total(name) > maxQueryCalls);
  return found && { ...placeOf(found), because: tooManifold };
}

export const tooDeep = `Cannot run query: it nests deeper than ${maxQueryDepth} levels`;

function isEscape(escape: string): boolean {
  const long = /^\\u\{([\da-f]+)\}$/i.exec(escape)?.[1];
  if (long !== undefined) return Number.parseInt(long, 16) <= 0x10_ffff;
  return /^\\(?:u[\da-f]{4}|["'\\/bfnrt])$/i.test(escape);
}

/** Where a query that nests too deep is deepest. */
export function deepestPlace(tokens: readonly Token[]): Place | undefined {
  let depth = 0;
  let deepest: { readonly place: Place; readonly depth: number } | undefined;
  for (const { kind, text, start, end } of tokens) {
    if (kind === "sign" && ")]}".includes(text)) depth -= 1;
    if (kind !== "sign" || !"([{".includes(text)) continue;
    depth += 1;
    if (depth > (deepest?.depth ?? 0)) deepest = { place: { start, end }, depth };
  }
  return deepest?.place;
}

/**
 * The first function or parameter of a query that cannot be had: whatever documents there are, and whether or not the
 * call would ever be reached. Pure.
 *
 * @param isAlone Whether the query is evaluated by itself, and not for a listener or a mutation.
 */
export function findFault(
  tokens: readonly Token[],
  calls: readonly FunctionCall[],
  params: Readonly<Record<string, unknown>>,
  isAlone: boolean,
): QueryFault | undefined {
  const defined = new Set(calls.filter(isDefinition).map(({ name }) => name));
  const wrongCalls = calls.flatMap((call) => {
    const because = isDefinition(call) || defined.has(call.name) ? undefined : faultOf(call, isAlone);
    return because === undefined ? [] : [{ start: call.start, end: call.end, because }];
  });
  // A definition has parameters of its own.
  const definitionsEnd = tokens.findLast(({ text }) => text === ";")?.end ?? 0;
  const missing = tokens.flatMap(({ kind, text, start, end }) =>
    kind === "parameter" && start >= definitionsEnd && !Object.hasOwn(params, text.slice(1))
      ? [{ start, end, because: `param ${text} referenced, but not provided` }]
      : [],
  );
  return [...wrongCalls, ...missing].toSorted((a, b) => a.start - b.start)[0];
}

/** `fn shop::price($item) = …;` */
const isDefinition = ({ after }: FunctionCall): boolean => after === "fn";

function faultOf(call: FunctionCall, isAlone: boolean): string | undefined {
  const { name, args } = call;
  const cannot = `Cannot run query: ${name}()`;
  const found = functionNamed(name);
  if (!found) return `${cannot} is no function of GROQ`;
  const { arity, fate, place, instead } = found;
  if (fate === "refused") return `${cannot} is not available, ${instead}`;
  if (fate === "alone" && !isAlone)
    return `${cannot} is available in queries alone, not to listeners and mutations`;
  if (place && !standsIn[place].isMet(call)) return `${cannot} can only stand ${standsIn[place].where}`;
  if (!place && call.after === "|")
    return `${cannot} cannot stand behind a pipe, only order() and score() can`;
  if (args < arity[0] || args > arity[1]) return `${cannot} takes ${argumentsOf(arity)}, not ${args}`;
  return undefined;
}

const standsIn: Readonly<
  Record<NonNullable<QueryFunction["place"]>, { where: string; isMet(call: FunctionCall): boolean }>
> = {
  pipe: { where: "behind a pipe", isMet: ({ after }) => after === "|" },
  score: { where: "within score()", isMet: (call) => isWithin(call, "score") },
  match: { where: "to the right of match", isMet: ({ after }) => after === "match" },
  diff: {
    where: "within diff::changedAny() and diff::changedOnly()",
    isMet: (call) => isWithin(call, "diff::"),
  },
};

function isWithin({ within }: FunctionCall, name: string): boolean {
  return within !== undefined && (within.name.startsWith(name) || isWithin(within, name));
}

function argumentsOf([fewest, most]: QueryFunction["arity"]): string {
  if (most === Number.POSITIVE_INFINITY) return `${fewest} or more arguments`;
  if (fewest !== most) return `${fewest} or ${most} arguments`;
  return most === 0 ? "no arguments" : most === 1 ? "1 argument" : `${most} arguments`;
}
