import type { ExprNode } from "groq-js";
import type { AskedWords, Condition } from "../../core/dataset.ts";
import {
  askedByField,
  askedByShortText,
  askedByTextQuery,
  askedByTimes,
  countedWord,
  type CountedWord,
} from "../../text/indexed-words.ts";
import type { TextQuery } from "../../text/text-query.ts";
import { mostTimes } from "../../text/word-times.ts";
import { saturated } from "../evaluate/saturated.ts";
import { bothOf } from "./condition-of.ts";
import { mostOf, placeOf, searchIn, termsOf, type Place, type Seen, type Term } from "./score-terms.ts";

/** Documents that get no higher score than this. */
export interface ScoreTier {
  readonly most: number;
  readonly condition: Condition;
}

/** More tiers are not worth their statements. */
const mostTiers = 500;

/**
 * Parts documents by the most that a `score()` can give them, as far as an index of words tells: by how often the words are in
 * the document, and in which of the fields that count for more.
 *
 * Highest first; whatever gets a score is in one of the tiers, and in none that is lower than its score. Most are in the tier
 * of just their score. A document may be in several.
 *
 * @param args Those of `score()`.
 * @returns `undefined` when all would be in one tier, or in too many.
 */
export function scoreTiers(args: readonly ExprNode[], seen: Seen): readonly ScoreTier[] | undefined {
  const terms = args.flatMap((arg) => termsOf(arg, seen));
  const searches = searchesOf(terms);
  const cases = product(searches.map((nodes) => casesOf(nodes, seen)));
  if (searches.length === 0 || !cases) return undefined;
  const most = new Map(terms.map(({ node, most }) => [node, most]));
  const certain = terms.flatMap(({ kind, node }): [ExprNode, number][] =>
    kind === "certain" ? [[node, most.get(node) ?? 0]] : [],
  );
  // Few documents refer to what somebody searches for.
  const referring = terms.flatMap(({ kind, condition }) =>
    kind === "reference" ? [{ most, condition }] : [],
  );
  return [...referring, ...cases]
    .map(({ most: found, condition }) => {
      const all = new Map([...certain, ...found]);
      return { most: args.reduce((total, arg) => total + (mostOf(arg, all) ?? 0), 0), condition };
    })
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);
}

/** What may be the case for a document: what each term is worth then at most. */
interface Case {
  readonly most: ReadonlyMap<ExprNode, number>;
  readonly condition: Condition;
}

const everything: Condition = { kind: "everything" };
const nothingFound: Case = { most: new Map(), condition: everything };

function product(factors: readonly (readonly Case[])[]): readonly Case[] | undefined {
  const size = factors.reduce((total, { length }) => total * length, 1);
  if (size > mostTiers) return undefined;
  return factors.reduce<readonly Case[]>(
    (cases, factor) =>
      cases.flatMap((one) =>
        factor.map((other) => ({
          most: new Map([...one.most, ...other.most]),
          condition: bothOf(one.condition, other.condition),
        })),
      ),
    [nothingFound],
  );
}

/** The terms that search for the same, in several places. */
function searchesOf(terms: readonly Term[]): readonly (readonly ExprNode[])[] {
  const nodes = new Map<string, ExprNode[]>();
  for (const { kind, node } of terms) {
    if (kind !== "search" || node.type !== "OpCall") continue;
    const text = JSON.stringify(searchIn(node.right));
    nodes.set(text, [...(nodes.get(text) ?? []), node]);
  }
  return [...nodes.values()];
}

function casesOf(nodes: readonly ExprNode[], seen: Seen): readonly Case[] {
  const matches = nodes.flatMap((node) => {
    const place = node.type === "OpCall" ? placeOf(node.left, seen) : undefined;
    return place ? [{ node, place }] : [];
  });
  const [first] = nodes;
  const query = first?.type === "OpCall" ? searchIn(first.right) : undefined;
  const words = query?.required.map(countedWord) ?? [];
  const found = query && askedByTextQuery(query, { isJoined: true });
  const most = words.reduce((total) => total + saturated(mostTimes), 0);
  const whatever = new Map(matches.map(({ node }) => [node, most]));
  // Half of a character.
  if (!query || !found || words.some(({ word }) => word === "")) {
    return [{ most: whatever, condition: everything }];
  }
  const reshaped = [...seen.reshaped].map(askedByField);
  const anything = [...reshaped, ...matches.flatMap(({ place }) => beyondNumbers(place, query, words))];
  return [
    ...(anything.length > 0 ? [{ most: whatever, condition: textOf({ kind: "any", of: anything }) }] : []),
    ...levelsOf(words.length).flatMap((levels) => {
      const states = matches.map(({ node, place }) => statesOf(node, place, { query, words, levels }));
      return combined([[counted(words, levels, found)], ...states]).map(({ of, not, most: values }) => ({
        most: values,
        condition: textOf(without(of, not)),
      }));
    }),
    nothingFound,
  ];
}

/** The numbers of times that are told apart, each with those down to the next: fewer where there are more words. */
const steps: readonly (readonly number[])[] = [
  [],
  [8, 7, 6, 5, 4, 3, 2, 1],
  [8, 6, 4, 3, 2, 1],
  [8, 4, 2, 1],
];
const stepsOf = (words: number): readonly number[] => steps[words] ?? [mostTimes];

/** How often each of some words may come. */
function levelsOf(words: number): readonly (readonly number[])[] {
  return Array.from({ length: words }).reduce<readonly (readonly number[])[]>(
    (all) => all.flatMap((levels) => stepsOf(words).map((step) => [...levels, step])),
    [[]],
  );
}

const numbers = Array.from({ length: mostTimes - 1 }, (_, index) => index + 2);

/** What a document has, and has not, in which each word comes as often as a level says, down to the next. */
function counted(words: readonly CountedWord[], levels: readonly number[], found: AskedWords): State {
  const of: AskedWords[] = [];
  const not: AskedWords[] = [];
  for (const [index, word] of words.entries()) {
    const level = levels[index] ?? mostTimes;
    const lower = Math.max(0, ...stepsOf(words.length).filter((step) => step < level));
    const asked = (times: number): AskedWords => askedByTimes(word, times);
    if (lower > 0)
      of.push({ kind: "any", of: numbers.filter((each) => each > lower && each <= level).map(asked) });
    // The index does not number what comes once.
    else not.push(...numbers.filter((each) => each > level).map(asked));
  }
  return { most: new Map(), of: of.length < words.length ? [found, ...of] : of, not };
}

interface State {
  readonly most: ReadonlyMap<ExprNode, number>;
  readonly of: readonly AskedWords[];
  readonly not: readonly AskedWords[];
}

/** How often a word may come in a field, to be told apart by it. */
const mostInField = 2;

/** What documents have in which the words come more often in a field than that, or it is not known how often. */
function beyondNumbers(place: Place, query: TextQuery, words: readonly CountedWord[]): readonly AskedWords[] {
  const found = place.kind === "field" && askedByTextQuery(query, { fields: [place.field], isJoined: true });
  if (place.kind !== "field" || !found) return [];
  const { field } = place;
  const more = numbers.filter((times) => times > mostInField);
  return [
    ...words.flatMap((word) => more.map((times) => askedByTimes(word, times, field))),
    { kind: "without", of: found, words: askedByShortText(field) },
  ];
}

/** What may be the case in one place, in a document that has the words so often. */
function statesOf(
  node: ExprNode,
  place: Place,
  {
    query,
    words,
    levels,
  }: {
    readonly query: TextQuery;
    readonly words: readonly CountedWord[];
    readonly levels: readonly number[];
  },
): readonly State[] {
  const upTo = (times: number): State["most"] =>
    new Map([[node, levels.reduce((total, level) => total + saturated(Math.min(level, times)), 0)]]);
  const found =
    place.kind === "document"
      ? undefined
      : askedByTextQuery(query, { fields: [place.field], isJoined: true });
  if (place.kind === "document" || !found) return [{ most: upTo(mostTimes), of: [], not: [] }];
  const missing: State = { most: new Map(), of: [], not: [found] };
  if (place.kind === "within") return [{ most: upTo(mostTimes), of: [found], not: [] }, missing];
  const twice = words.map((word) => askedByTimes(word, mostInField, place.field));
  const isTwice: State = { most: upTo(mostInField), of: [{ kind: "any", of: twice }], not: [] };
  return [
    ...(levels.some((level) => level >= mostInField) ? [isTwice] : []),
    { most: upTo(1), of: [found], not: twice },
    missing,
  ];
}

function combined(factors: readonly (readonly State[])[]): readonly State[] {
  return factors.reduce<readonly State[]>(
    (all, states) =>
      all.flatMap((one) =>
        states.map((other) => ({
          most: new Map([...one.most, ...other.most]),
          of: [...one.of, ...other.of],
          not: [...one.not, ...other.not],
        })),
      ),
    [{ most: new Map(), of: [], not: [] }],
  );
}

function without(of: readonly AskedWords[], not: readonly AskedWords[]): AskedWords {
  const all: AskedWords = { kind: "all", of };
  return not.length === 0 ? all : { kind: "without", of: all, words: { kind: "any", of: not } };
}

const textOf = (words: AskedWords): Condition => ({ kind: "text", words });
