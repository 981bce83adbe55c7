import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import { publishedId } from "../../../schemas/index.ts";
import { type SeenDocument, seenDocument } from "../../seen/seen-document.ts";
import type { MergedPair, MergeSeen } from "./merge-sources.ts";

const documents = z.array(seenDocument);

/** Every field that a merge changes in a document that is no source; what a document has not got is `null`. */
const changed = `_id, _type, _rev, infoSources, source, pair,
  "review": {"sources": review.sources}, "filter": {"source": filter.source}`;

/** What names a source: first what refers to it, then what the desk has noted of it. */
const naming = [
  '_type in ["article", "newsImage"] && references($loser)',
  '_type == "importRecord" && $loser in review.sources',
  '_type == "deskFilter" && filter.source == $loser',
  '_type == "sourcesApart" && $loser in pair',
];

/** Documents that are asked for at once. */
const pageSize = 1000;

/** Reads all that a merge of two sources looks at, drafts, published documents and versions in releases. */
export async function readMerge(client: SanityClient, pair: MergedPair): Promise<MergeSeen> {
  const reader = client.withConfig({ perspective: "raw" });
  const sources = documents.parse(
    await reader.fetch(
      '*[_type == "source" && (sanity::versionOf($survivor) || sanity::versionOf($loser))]',
      { ...pair },
    ),
  );
  const [referring = [], ...notes] = await Promise.all(
    naming.map((filter) => readAll(reader, filter, { loser: pair.loser })),
  );
  const versionsOf = (id: string): SeenDocument[] => sources.filter(({ _id }) => publishedId(_id) === id);
  return {
    survivor: versionsOf(pair.survivor),
    loser: versionsOf(pair.loser),
    referring,
    notes: notes.flat(),
  };
}

/** Reads what is left of the documents that a merge has changed or deleted. */
export async function readChanged(
  client: SanityClient,
  ids: readonly string[],
): Promise<readonly SeenDocument[]> {
  const reader = client.withConfig({ perspective: "raw" });
  const found: SeenDocument[] = [];
  for (let at = 0; at < ids.length; at += pageSize) {
    // Of a source, any field may have been taken over.
    const query = `*[_id in $ids]{_type == "source" => {...}, _type != "source" => {${changed}}}`;
    found.push(...documents.parse(await reader.fetch(query, { ids: ids.slice(at, at + pageSize) })));
  }
  return found;
}

async function readAll(
  reader: SanityClient,
  filter: string,
  params: Readonly<Record<string, unknown>>,
): Promise<readonly SeenDocument[]> {
  const all: SeenDocument[] = [];
  for (let after = ""; ; after = all.at(-1)?._id ?? "") {
    const query = `*[${filter} && _id > $after] | order(_id asc) [0...${pageSize}] {${changed}}`;
    const page = documents.parse(await reader.fetch(query, { ...params, after }));
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
