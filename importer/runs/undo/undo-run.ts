import type { SanityClient } from "@sanity/client";
import { type ImportRun, draftId, publishedId } from "../../../schemas/index.ts";
import type { Mutation } from "../../dataset/mutation.ts";
import { allReferences } from "../../dataset/references.ts";
import type { StoredDocument } from "../../dataset/stored-document.ts";
import { isUntouched, transactionIdOf } from "../../dataset/transaction.ts";
import { shortDigestOf } from "../../digest.ts";
import { ImportError } from "../../import-error.ts";
import type { LakeConnection } from "../../lake-connection/connect-lake.ts";
import { fetchDocuments } from "../../lake-connection/fetch-documents.ts";
import { openConnection } from "../../lake-connection/open-connection.ts";
import { takeBackLessons } from "../../outlets/take-back-lessons.ts";
import { UndoneOutlets } from "../../outlets/undone-outlets.ts";
import { type RunContext, runContext } from "../../run-context.ts";
import { unlessInterrupted } from "../../unless-interrupted.ts";
import { fetchRun, fetchWrittenIds, toWrittenStory } from "../fetch-runs.ts";
import { fetchOthers } from "./fetch-others.ts";
import { fetchUsers } from "./fetch-users.ts";
import { type MadeSource, madeSources, readPending, undoSource, writePending } from "./made-sources.ts";
import { draftsBefore, idsToUndo, planUndo } from "./plan-undo.ts";
import type { KeptValue } from "./undo-plan.ts";

export interface UndoOptions {
  readonly client: SanityClient;
  readonly run: string;
  /** Sends no mutation; the report tells what an undo would do. */
  readonly dryRun?: boolean;
  /** Who undoes it: a user's id, for the record of the run. */
  readonly by?: string | undefined;
  /** Called after each story. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** What became of one story when its run was undone. */
export interface UndoneStory {
  readonly input: string;
  readonly articleId: string;
  /** Ids of the documents that were restored, at least in part. */
  readonly restored: readonly string[];
  readonly kept: readonly KeptValue[];
}

export interface UndoReport {
  readonly run: string;
  readonly dryRun: boolean;
  /** Whether the undo stopped early; running it again completes it. */
  readonly interrupted: boolean;
  readonly stories: readonly UndoneStory[];
  /** Sources that the run created: they belong to no single story. */
  readonly sources: { readonly restored: readonly string[]; readonly kept: readonly KeptValue[] };
}

const mostAttempts = 3;

/**
 * Undoes what a run wrote, but only where the value is still what it wrote, and lists the rest.
 *
 * Each story is one transaction, so none is half undone. Running the undo again continues where it stopped, and
 * retries what it had to keep. It keeps what was edited since, is in use, or was written by a later run: undo that
 * run first.
 *
 * @throws {ImportError} `run-not-found` for a run that wrote nothing or was already undone, or when the lake cannot be
 *   reached.
 */
export async function undoRun(options: UndoOptions): Promise<UndoReport> {
  const context = runContext(options);
  const done: UndoneSoFar = { stories: [], sources: { restored: [], kept: [] } };
  await unlessInterrupted(undoInto(done, options, context));
  return { run: options.run, dryRun: context.mode === "dry", interrupted: context.signal.aborted, ...done };
}

/** What an undo has done so far. */
interface UndoneSoFar {
  readonly stories: UndoneStory[];
  readonly sources: { readonly restored: string[]; readonly kept: KeptValue[] };
}

async function undoInto(
  { stories, sources }: UndoneSoFar,
  { client, run, by, onProgress = () => {}, now = () => new Date() }: UndoOptions,
  context: RunContext,
): Promise<void> {
  const lake = openConnection(client, context, { run });
  const [account, recordIds] = [await fetchRun(lake, run), await fetchWrittenIds(lake, run)];
  const made = readPending(account);
  const lessons = account?.taught === undefined ? 0 : await takeBackLessons(lake, run);
  if (recordIds.length === 0 && made.size === 0 && lessons === 0) throw notFound(run);

  const gone: string[] = [];
  const outlets = new UndoneOutlets(lake);
  for (const [index, recordId] of recordIds.entries()) {
    const story = await undoStory(lake, { run, account, made, gone, outlets, now }, recordId);
    if (story !== undefined) stories.push(story);
    onProgress(index + 1, recordIds.length);
  }
  for (const source of made.values()) {
    const kept = await undoSource(lake, run, source, gone);
    if (kept === undefined) {
      sources.restored.push(source.id);
      made.delete(source.id);
    } else sources.kept.push({ id: source.id, why: kept });
  }
  if (account !== undefined) {
    const { undoneBy: _, ...rest } = account;
    const undone = { ...rest, undoneAt: now().toISOString(), ...(by !== undefined && { undoneBy: by }) };
    await lake.commit(writePending(undone, made.values()), transactionId(run, undone._id, undone.undoneAt));
  }
}

/** What the undo of a run carries from story to story. */
interface Undo {
  readonly run: string;
  readonly account: ImportRun | undefined;
  /** Sources to undo after the stories. */
  readonly made: Map<string, MadeSource>;
  /** Documents to treat as already deleted: a dry run has only planned to undo them. */
  readonly gone: string[];
  /** What was learned from the stories. */
  readonly outlets: UndoneOutlets;
  readonly now: () => Date;
}

async function undoStory(
  lake: LakeConnection,
  { run, account, made, gone, outlets, now }: Undo,
  recordId: string,
): Promise<UndoneStory | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const record = toWrittenStory((await fetchDocuments(lake, [recordId])).get(recordId));
    if (record === undefined) return undefined;
    const ids = idsToUndo(record, run);
    const documents = await fetchDocuments(lake, ids);
    const others = await fetchOthers(lake, record, { run, documents });
    const inUse = await findInUse(lake, { ids, drafts: draftsBefore(record, run) }, documents);
    const plan = planUndo({ record, run, documents, others, inUse, now: now() });
    const about = { input: record.input, articleId: record.article._ref };
    const own = new Map(madeSources(record, run).map((source) => [source.id, source]));
    const all = new Map([...made, ...own]);
    if (plan.mutations.length === 0) {
      own.forEach((source, id) => made.set(id, source));
      return { ...about, restored: plan.restored, kept: plan.kept };
    }
    // If the undo is cut off, the record that mentions them may already be gone.
    const pending =
      account === undefined || all.size === made.size ? [] : writePending(account, all.values());
    const result = await lake.commit(
      [...plan.mutations, ...pending, ...(await outlets.changesFor(record, plan.mutations))],
      transactionId(run, recordId, record._rev, plan.mutations, documents),
    );
    outlets.settle(result.kind === "done" ? result.transactionId : undefined);
    if (result.kind === "done") {
      own.forEach((source, id) => made.set(id, source));
      if (!result.isWritten) gone.push(...plan.restored);
      return { ...about, restored: plan.restored, kept: plan.kept };
    }
    if (result.kind === "refused" || attempt === mostAttempts) {
      return { ...about, restored: [], kept: [{ id: about.articleId, why: result.message }] };
    }
  }
}

/**
 * Which of the documents are referred to by something that stays. A weak reference does not count if the document
 * becomes a draft again.
 */
async function findInUse(
  lake: LakeConnection,
  { ids, drafts }: { readonly ids: readonly string[]; readonly drafts: ReadonlySet<string> },
  documents: ReadonlyMap<string, StoredDocument>,
): Promise<ReadonlySet<string>> {
  const own = new Set(ids.map(publishedId));
  const users = await fetchUsers(lake, [...own]);
  const references = users
    .filter(({ _id }) => !documents.has(_id))
    .flatMap((user) => allReferences(user))
    .filter(({ _ref, _weak }) => own.has(_ref) && !(_weak === true && drafts.has(draftId(_ref))));
  return new Set(references.map(({ _ref }) => _ref));
}

/** A document that only the importer had touched gets an importer's revision again, so that it may publish it later. */
function transactionId(
  run: string,
  id: string,
  revision: string,
  mutations: readonly Mutation[] = [],
  documents: ReadonlyMap<string, StoredDocument> = new Map(),
): string {
  const patched = mutations
    .flatMap((mutation) => ("patch" in mutation ? (documents.get(mutation.patch.id) ?? []) : []))
    .filter(({ _type }) => _type !== "importRecord");
  const parts = ["undo", run, id, revision];
  return patched.every(isUntouched) ? transactionIdOf(parts) : `undo-${shortDigestOf(parts.join("\n"))}`;
}

const notFound = (run: string): ImportError =>
  new ImportError("run-not-found", `Cannot undo run "${run}": there is nothing left to undo`, {
    hint: 'List the runs with "copydesk runs".',
  });
