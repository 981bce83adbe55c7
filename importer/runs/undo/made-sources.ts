import { z } from "zod";
import { type ImportRun, draftId, isSourceId, publishedId } from "../../../schemas/index.ts";
import { digestOfContent } from "../../dataset/content.ts";
import { type Mutation, guardOf } from "../../dataset/mutation.ts";
import { valuesOf } from "../../dataset/run-history.ts";
import { transactionIdOf } from "../../dataset/transaction.ts";
import type { LakeConnection } from "../../lake-connection/connect-lake.ts";
import { fetchDocuments } from "../../lake-connection/fetch-documents.ts";
import type { WrittenStory } from "../fetch-runs.ts";
import { fetchUsers } from "./fetch-users.ts";

const madeSource = z.object({
  id: z.string(),
  /** Digest of its content as the run wrote it. */
  written: z.string(),
  /** The draft that the run published. */
  draft: z.record(z.string(), z.unknown()).optional(),
});

/** A source that a run created or published: stories share it, so it is undone after them. */
export type MadeSource = z.infer<typeof madeSource>;

/**
 * Reads the sources that an undo still has to undo. The run's own record keeps them, because the import records that
 * mention them are undone first.
 */
export function readPending(account: ImportRun | undefined): Map<string, MadeSource> {
  const json: unknown = JSON.parse(account?.pendingSources ?? "[]");
  return new Map((z.array(madeSource).safeParse(json).data ?? []).map((source) => [source.id, source]));
}

/** Mutations that note in a run's own record the sources that still have to be undone. */
export function writePending(account: ImportRun, pending: Iterable<MadeSource>): Mutation[] {
  const { pendingSources: _, ...rest } = account;
  const all = [...pending];
  const next = all.length === 0 ? rest : { ...rest, pendingSources: JSON.stringify(all) };
  return [{ delete: { id: account._id } }, { create: next }];
}

/** The sources that a run created for a story. Pure. */
export function madeSources({ history }: WrittenStory, run: string): MadeSource[] {
  const { before, after } = valuesOf(history, run);
  return Object.entries(after).flatMap(([id, written]) => {
    if (!isSourceId(id) || typeof written !== "string") return [];
    const draft = before[draftId(id)];
    return [{ id, written, ...(typeof draft === "object" ? { draft } : {}) }];
  });
}

/**
 * Removes a source that a run created, if it is still what the run wrote and nothing refers to it any more.
 *
 * @param gone Documents to treat as already deleted.
 * @returns Why it stays; `undefined` if it was removed.
 */
export async function undoSource(
  lake: LakeConnection,
  run: string,
  { id, written, draft }: MadeSource,
  gone: readonly string[],
): Promise<string | undefined> {
  const other = id === publishedId(id) ? draftId(id) : publishedId(id);
  const documents = await fetchDocuments(lake, [id, other]);
  const current = documents.get(id);
  if (current === undefined) return documents.has(other) ? "published since" : undefined;
  if (digestOfContent(current) !== written) return "changed since";
  if (documents.has(other)) return "an editor is working on a draft of it";
  // A published source becomes the draft that it was: the drafts that refer to it did so before. The lake itself
  // refuses to leave strong references to it dangling.
  const users = draft === undefined ? await fetchUsers(lake, [publishedId(id)]) : [];
  if (users.some(({ _id }) => !gone.includes(_id))) return "in use";
  const again: Mutation[] =
    draft === undefined ? [] : [{ create: { ...draft, _id: draftId(id), _type: "source" } }];
  const transactionId = transactionIdOf(["undo", run, id, current._rev]);
  const result = await lake.commit([guardOf(current), { delete: { id } }, ...again], transactionId);
  return result.kind === "done" ? undefined : result.message;
}
