import type { Mutation, SanityClient } from "@sanity/client";
import { idOf } from "../acts/documents-after.ts";
import { isInUse } from "../acts/is-in-use.ts";
import { isConflict } from "../../seen/is-conflict.ts";
import type { SeenDocument } from "../../seen/seen-document.ts";
import type { FieldEdit } from "./field-edits.ts";
import {
  mutationsOfMerge,
  planMerge,
  planUndo,
  type MergePlan,
  type MergeRefusal,
  type MergedPair,
} from "./merge-sources.ts";
import { readChanged, readMerge } from "./read-merge.ts";

/** What became of a merge. */
export type MergeOutcome =
  | MergeRefusal
  /** Documents that merges do not know refer to the source. */
  | { readonly kind: "in-use" }
  | {
      readonly kind: "merged";
      /** @returns Ids of the documents of which something has changed since and stays. */
      undo(): Promise<readonly string[]>;
    };

/** How much is sent at once: the hosted service takes requests of 4,000,000 bytes. */
const mostBytes = 3_900_000;

/** Others may write to the same documents at the same moment. */
const mostAttempts = 5;

/** Finds out what a merge would do, and writes nothing. */
export const rehearseMerge = async (
  client: SanityClient,
  pair: MergedPair,
): Promise<MergePlan | MergeRefusal> => planMerge(await readMerge(client, pair), pair);

/**
 * Makes one source of two, in one transaction. Only what no request has room for is done in several; one that is cut off in
 * between is completed by merging the two again, since the source that goes is deleted last.
 *
 * @throws What the client throws, except where something has moved or is in use.
 */
export async function mergeSources(
  client: SanityClient,
  pair: MergedPair,
  options: { readonly mostBytes?: number } = {},
): Promise<MergeOutcome> {
  const edits: FieldEdit[] = [];
  const deleted: SeenDocument[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const plan = await rehearseMerge(client, pair);
    if (plan.kind !== "plan") return plan;
    try {
      for (const request of inRequests(mutationsOfMerge(plan), options.mostBytes)) {
        await send(client, request);
        const ids = new Set(request.map(idOf));
        edits.push(...plan.edits.filter(({ id }) => ids.has(id)));
        deleted.push(...plan.deleted.filter(({ _id }) => ids.has(_id)));
      }
      return { kind: "merged", undo: () => undoMerge(client, { kind: "plan", edits, deleted }, options) };
    } catch (error) {
      if (isInUse(error)) return { kind: "in-use" };
      if (!isConflict(error) || attempt === mostAttempts) throw error;
    }
  }
}

async function undoMerge(
  client: SanityClient,
  done: MergePlan,
  options: { readonly mostBytes?: number },
): Promise<readonly string[]> {
  const ids = new Set([...done.edits.map(({ id }) => id), ...done.deleted.map(({ _id }) => _id)]);
  for (let attempt = 1; ; attempt += 1) {
    const { mutations, left } = planUndo(done, await readChanged(client, [...ids]));
    try {
      for (const request of inRequests(mutations, options.mostBytes)) await send(client, request);
      return left;
    } catch (error) {
      if (!isConflict(error) || attempt === mostAttempts) throw error;
    }
  }
}

const send = (client: SanityClient, mutations: readonly Mutation[]): Promise<unknown> =>
  client.mutate([...mutations], { visibility: "sync", returnDocuments: false });

/** Mutations in as few requests as they have room in, in their order. */
function inRequests(mutations: readonly Mutation[], most = mostBytes): readonly (readonly Mutation[])[] {
  const requests: Mutation[][] = [];
  let room = 0;
  for (const mutation of mutations) {
    const bytes = new Blob([JSON.stringify(mutation)]).size + 1;
    if (bytes > room || requests.length === 0) {
      requests.push([]);
      room = most;
    }
    requests.at(-1)?.push(mutation);
    room -= bytes;
  }
  return requests;
}
