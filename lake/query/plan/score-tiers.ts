import type { ExprNode } from "groq-js";
import type { Condition } from "../../core/dataset.ts";
import { bothOf } from "./condition-of.ts";
import { mostOf, searchIn, termsOf, type Seen, type Term } from "./score-terms.ts";
import { casesOf, nothingFound, type Case } from "./search-cases.ts";

/** Documents that get no higher score than this. */
export interface ScoreTier {
  readonly most: number;
  readonly condition: Condition;
}

/** More tiers are not worth their statements: there may be as many for each place that is searched as for those before. */
const mostTiers = 500;
const mostPlaces = 4;

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
  // Documents of this type get no score.
  if (terms.length === 0) return [];
  const searches = searchesOf(terms);
  const isLong = searches.some(({ length }) => length > mostPlaces);
  const cases = isLong ? undefined : product(searches.map((nodes) => casesOf(nodes, seen)));
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
