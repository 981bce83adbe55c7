import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { readDocuments, type AnyDocument } from "../read-documents.ts";

/** Documents by id, without what differs from one run to the next. */
export type EndState = ReadonlyMap<string, object>;

/** How a dataset differs from that of an undisturbed run. */
export interface Difference {
  /** Documents that are missing or have different content. */
  readonly lost: readonly string[];
  /** Documents that an undisturbed run does not create: a story or source imported twice has a second id. */
  readonly doubled: readonly string[];
}

const members = z.array(z.looseObject({})).default([]);

/** Reads what a dataset holds in the end, drafts and import records too. */
export async function readEndState(url: string): Promise<EndState> {
  const state = new Map<string, object>();
  for await (const document of readDocuments(url)) {
    // Run documents record the runs: a killed run has one of its own.
    if (document._type !== "importRun") state.set(document._id, lastingPartOf(document));
  }
  return state;
}

/**
 * A document without revision, times and runs. Pure.
 *
 * Which of several stories was the first to name a new source depends on which were written together, so that problem
 * of an import record is left out too.
 */
export function lastingPartOf({ _rev, _createdAt, _updatedAt, ...document }: AnyDocument): object {
  if (document._type !== "importRecord") return document;
  const { run, importedAt, history, suggestions, problems, ...record } = document;
  return {
    ...record,
    suggestions: members.parse(suggestions).map(({ run: _, ...suggestion }) => suggestion),
    problems: members.parse(problems).filter(({ code }) => code !== "new-source"),
  };
}

/** Compares what a dataset holds with what it should. Pure. */
export function differenceBetween(expected: EndState, found: EndState): Difference {
  const isThere = ([id, document]: [string, object]): boolean => isDeepStrictEqual(found.get(id), document);
  return {
    lost: [...expected].filter((entry) => !isThere(entry)).map(([id]) => id),
    doubled: [...found.keys()].filter((id) => !expected.has(id)),
  };
}
