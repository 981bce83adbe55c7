import { z } from "zod";
import type { LiveQuery } from "../../live/use-live-query.ts";
import { namedSource } from "./named-source.ts";

/** How many sources one page has. */
export const pageSize = 50;

const sourceRow = z.object({ ...namedSource.unwrap().shape, kind: z.string().nullish() }).readonly();
export type SourceRow = z.infer<typeof sourceRow>;

const page = z.object({ rows: z.array(sourceRow), count: z.number() });

const projection = "{_id, name, names, aliases, url, wikidata, kind}";

/** A page of the sources, by name; those that have the words in one of their names, if any are asked for. */
export function sourcesQuery(words: string, number: number): LiveQuery<typeof page> {
  const asked = words.trim();
  const named = ["name", "names[].value", "aliases"].map((field) => `${field} match text::query($words)`);
  const filter = `_type == "source"${asked === "" ? "" : ` && (${named.join(" || ")})`}`;
  return {
    query: `{
      "rows": *[${filter}] | order(lower(name) asc, _id asc) [$from...$to] ${projection},
      "count": count(*[${filter}])
    }`,
    // What an import writes for each story would have the list asked for all the time.
    listenTo: '*[_type == "source"]',
    params: { words: asked, from: number * pageSize, to: (number + 1) * pageSize },
    schema: page,
    perspective: "drafts",
  };
}

const uses = z.record(z.string(), z.number()).transform((counts) => ({
  articles: (id: string): number => counts[`article ${id}`] ?? 0,
  pictures: (id: string): number => counts[`newsImage ${id}`] ?? 0,
}));

/** How many articles and pictures come from some sources: each number by itself, so that an index tells it. */
export function usesQuery(ids: readonly string[]): LiveQuery<typeof uses> {
  const counts = ids.flatMap((id, number) =>
    ["article", "newsImage"].map(
      (type) =>
        `${JSON.stringify(`${type} ${id}`)}: count(*[_type == "${type}" && references($id${number})])`,
    ),
  );
  return {
    query: `{${counts.join()}}`,
    listenTo: '*[_type == "source"]',
    params: Object.fromEntries(ids.map((id, number) => [`id${number}`, id])),
    schema: uses,
    perspective: "drafts",
  };
}

const all = z.object({
  sources: z.array(namedSource),
  apart: z.array(z.object({ pair: z.array(z.string()) }).readonly()),
});

/** What is needed to find sources that may be one. */
export const doublesQuery: LiveQuery<typeof all> = {
  query: `{
    "sources": *[_type == "source"] | order(_id asc) [0...$most] {_id, name, names, aliases, url, wikidata},
    "apart": *[_type == "sourcesApart"] {pair}
  }`,
  listenTo: '*[_type in ["source", "sourcesApart"]]',
  params: { most: 10_000 },
  schema: all,
  perspective: "drafts",
};
