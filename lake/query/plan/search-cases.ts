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
import { placeOf, searchIn, type Place, type Seen } from "./score-terms.ts";

/** What may be the case for a document: what each term is worth then at most. */
export interface Case {
  readonly most: ReadonlyMap<ExprNode, number>;
  readonly condition: Condition;
}

const everything: Condition = { kind: "everything" };
export const nothingFound: Case = { most: new Map(), condition: everything };

/**
 * What may be the case for a document in which one text is searched for in several places: together they are all that may.
 *
 * @param nodes The terms that search for it.
 */
export function casesOf(nodes: readonly ExprNode[], seen: Seen): readonly Case[] {
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
  const told = mostTold(matches.filter(({ place }) => place.kind === "field").length);
  const again = new Map(
    matches.map(({ node, place }) => [
      node,
      place.kind === "field" ? repetitionsIn(place.field, words, told, seen) : [],
    ]),
  );
  const anything = [
    ...reshaped,
    ...matches.flatMap(({ place }) => beyondTold(place, query, words, told)),
  ].filter(seen.hasAny);
  return [
    ...(anything.length > 0 ? [{ most: whatever, condition: textOf({ kind: "any", of: anything }) }] : []),
    ...levelsOf(words.length).flatMap((levels) => {
      const states = matches.map(({ node, place }) =>
        statesOf(node, place, { query, levels, again: again.get(node) ?? [] }),
      );
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

/** Up to how often words in a field are told apart: no further where there are several fields, with all their cases. */
const mostTold = (fields: number): number => (fields === 1 ? mostTimes : fields === 2 ? 3 : 2);

/** What documents have in which the words come more often in a field than that, or it is not known how often. */
function beyondTold(
  place: Place,
  query: TextQuery,
  words: readonly CountedWord[],
  told: number,
): readonly AskedWords[] {
  const found = place.kind === "field" && askedByTextQuery(query, { fields: [place.field], isJoined: true });
  if (place.kind !== "field" || !found) return [];
  const { field } = place;
  const more = numbers.filter((times) => times > told);
  return [
    ...words.flatMap((word) => more.map((times) => askedByTimes(word, times, field))),
    { kind: "without", of: found, words: askedByShortText(field) },
  ];
}

/** Documents in which a word comes so often in a field. */
interface Repetition {
  readonly times: number;
  readonly words: AskedWords;
}

/** All that there are, most often first. */
function repetitionsIn(
  field: string,
  words: readonly CountedWord[],
  told: number,
  seen: Seen,
): readonly Repetition[] {
  return numbers
    .filter((times) => times <= told)
    .map((times): Repetition => {
      return { times, words: { kind: "any", of: words.map((word) => askedByTimes(word, times, field)) } };
    })
    .filter((each) => seen.hasAny(each.words))
    .reverse();
}

/** What may be the case in one place, in a document that has the words so often. */
function statesOf(
  node: ExprNode,
  place: Place,
  {
    query,
    levels,
    again,
  }: {
    readonly query: TextQuery;
    readonly levels: readonly number[];
    readonly again: readonly Repetition[];
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
  // It cannot come more often in a field than in the document.
  const possible = again.filter(({ times }) => levels.some((level) => level >= times));
  return [
    ...possible.map(({ times, words }): State => ({ most: upTo(times), of: [words], not: [] })),
    { most: upTo(1), of: [found], not: possible.map(({ words }) => words) },
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
