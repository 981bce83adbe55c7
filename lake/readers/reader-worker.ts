import { threadCpuUsage } from "node:process";
import { parentPort } from "node:worker_threads";
import { servedSource } from "../core/asset-addresses.ts";
import type { AskedKey, DocumentSource } from "../core/dataset.ts";
import { LakeError } from "../core/lake-error.ts";
import { tagOf } from "../core/sync-tags.ts";
import { beginQuery, type BegunQuery } from "../query/run-query.ts";
import { TookTooLong, withinTime } from "../query/within-time.ts";
import { smallCache } from "../sqlite/document-cache.ts";
import { documentStore } from "../sqlite/document-store.ts";
import { openReader, type Reader } from "../sqlite/open-reader.ts";
import type { FromReader, ReadResult, ReadTask, ToReader } from "./read-task.ts";

/* Run by reader-thread.ts as a thread of its own: answers one query after the other. */

interface OpenFile {
  readonly reader: Reader;
  /** By dataset; each remembers documents that it has read. */
  readonly sources: Map<string, DocumentSource>;
}

const files = new Map<string, OpenFile>();
/** What the running query could use an index for. Told at once: one that is ended tells nothing more. */
const asked = new Set<string>();
function onAsked(key: AskedKey): void {
  const name = JSON.stringify(key);
  if (asked.has(name)) return;
  asked.add(name);
  const told: FromReader = { kind: "asked", key };
  parentPort?.postMessage(told);
}

function openFile(file: string): OpenFile {
  // Whoever asks is told in the refusal, which the lake logs.
  const known = files.get(file) ?? { reader: openReader(file, () => {}), sources: new Map() };
  files.set(file, known);
  return known;
}

function sourceOf({ reader, sources }: OpenFile, dataset: string): DocumentSource {
  const known =
    sources.get(dataset) ?? documentStore(reader.statements, dataset, { onAsked, cached: smallCache });
  sources.set(dataset, known);
  return known;
}

async function read({ file, request, context, origin }: ReadTask, trialMs?: number): Promise<ReadResult> {
  const { dataset, projectId } = context;
  const open = openFile(file);
  const source = servedSource(sourceOf(open, dataset), dataset, { origin, projectId });
  asked.clear();
  open.reader.begin();
  const started = cpuMs();
  try {
    const begin = (): BegunQuery & { readonly json?: Uint8Array<ArrayBuffer> } => {
      const query = beginQuery(source, request, context);
      return query.result instanceof Promise ? query : { ...query, json: bytesOf(query.result) };
    };
    const begun = trialMs === undefined ? begin() : onTrial(trialMs, begin);
    const json = begun.json ?? bytesOf(await begun.result);
    return { json, syncTags: begun.dependencies().map(tagOf), cpuMs: cpuMs() - started };
  } finally {
    open.reader.end();
  }
}

/** Gives work up when it has taken so much of a processor. On a busy machine that is later than the clock has it. */
function onTrial<Result>(trialMs: number, work: () => Result): Result {
  for (let limitMs = trialMs; ; limitMs *= 2) {
    const started = cpuMs();
    try {
      return withinTime(limitMs, work);
    } catch (error) {
      if (!(error instanceof TookTooLong) || cpuMs() - started > trialMs / 2) throw error;
    }
  }
}

/** Of this thread so far. */
function cpuMs(): number {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}

const encoder = new TextEncoder();
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => encoder.encode(JSON.stringify(value ?? null));

async function answer(told: ToReader): Promise<FromReader> {
  if (told.kind === "forget") {
    files.get(told.file)?.reader.close();
    files.delete(told.file);
    return { kind: "forgotten" };
  }
  try {
    return { kind: "result", ...(await read(told.task, told.trialMs)) };
  } catch (error) {
    if (error instanceof TookTooLong) return { kind: "took-too-long" };
    if (error instanceof LakeError) {
      const { status, message, body } = error;
      return { kind: "refused", status, message, body };
    }
    return { kind: "failed", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (told: ToReader) => {
  void answer(told).then((answered) =>
    parentPort?.postMessage(answered, answered.kind === "result" ? [answered.json.buffer] : []),
  );
});

// What is done for the first time takes many times as long, and somebody would have to wait for it.
const nothing: DocumentSource = { documents: () => [], select: () => [], reshaped: new Set() };
const request = {
  query: '*[_type == $t]{_id, "of": of->_id} | order(_id)[0...1]',
  params: { t: "" },
  view: {},
};
const context = { identity: "", now: new Date(0), projectId: "", dataset: "" };
withinTime(10_000, () => bytesOf(beginQuery(nothing, request, context).result));

const ready: FromReader = { kind: "ready" };
parentPort?.postMessage(ready);
