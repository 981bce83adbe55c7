import type { ListenOptions, SanityClient } from "@sanity/client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "sanity";
import type { z } from "zod";
import { importRecordId, publishedId, readDocumentId, type QueueFilter } from "../../../schemas/index.ts";
import { emptyList, withChanged, withPage, type FrozenList } from "./frozen-list.ts";
import {
  changedRowsQuery,
  countsQuery,
  pageQuery,
  pageSize,
  type QueueCounts,
  type QueueQuery,
} from "./queue-queries.ts";

/** The rows of a queue and its counts, kept up to date. */
export interface QueueList {
  readonly list: FrozenList;
  readonly counts: QueueCounts | undefined;
  readonly phase: "loading" | "ready" | { readonly failed: string };
  /** Asks for the next rows, unless that is being done. */
  readonly loadMore: () => void;
  /** Begins anew from the top: what has left the queue goes, and what has come is there. */
  readonly restart: () => void;
}

interface QueueListOptions {
  readonly filter: QueueFilter;
  /** A user's id. */
  readonly me: string;
  /** Without anybody who looks, nothing is asked. */
  readonly isShown: boolean;
}

/** An import changes many stories at once: one answer shows them all. */
const settleMs = 250;
/** While changes do not end, they are shown this often. */
const mostWaitMs = 1000;
/** How many rows are asked for anew at once. */
const mostChanged = 500;

/** Lists the stories of a filter. Counts and rows follow every change in the lake; the order does not. */
export function useQueueList({ filter, me, isShown }: QueueListOptions): QueueList {
  const client = useClient({ apiVersion: "2025-02-19" });
  const reader = useMemo(() => client.withConfig({ perspective: "drafts" }), [client]);
  const [list, setList] = useState(emptyList);
  const [counts, setCounts] = useState<QueueCounts>();
  const [round, setRound] = useState(0);
  const question = useMemo(() => ({ filter, me, round }), [filter, me, round]);
  const [answered, setAnswered] = useState<{ readonly to: object; readonly as: QueueList["phase"] }>();
  const shown = useRef(list);
  const isLoadingMore = useRef(false);
  const show = useCallback((next: FrozenList): void => {
    shown.current = next;
    setList(next);
  }, []);

  useEffect(() => {
    if (!isShown) return undefined;
    const { filter, me } = question;
    let isCurrent = true;
    const changes = collectChanges(async (recordIds) => {
      const query = changedRowsQuery(filter, me, recordIds);
      const [changed, fresh] = await Promise.all([ask(reader, query), ask(reader, countsQuery(filter, me))]);
      if (!isCurrent) return;
      show(withChanged(shown.current, { recordIds, ...changed }));
      setCounts(fresh);
    });
    const begin = async (): Promise<void> => {
      const [page, fresh] = await Promise.all([
        ask(reader, pageQuery(filter, me, undefined)),
        ask(reader, countsQuery(filter, me)),
      ]);
      if (!isCurrent) return;
      show(withPage(emptyList, page, pageSize));
      setCounts(fresh);
      setAnswered({ to: question, as: "ready" });
    };
    const fail = (error: unknown): void => {
      if (isCurrent) setAnswered({ to: question, as: { failed: String(error) } });
    };
    let isBegun = false;
    const subscription = client
      .listen('*[_type in ["importRecord", "article"]]', {}, listenOptions)
      .subscribe({
        next: (event) => {
          if (event.type === "mutation") changes.add([recordIdOf(event.documentId)]);
          // After a lost connection nobody knows what has changed.
          else if (isBegun) changes.add(shown.current.rows.map(({ recordId }) => recordId));
          else begin().catch(fail);
          isBegun ||= event.type === "welcome";
        },
        error: fail,
      });
    return () => {
      isCurrent = false;
      changes.stop();
      subscription.unsubscribe();
    };
  }, [client, reader, question, isShown, show]);

  const loadMore = useCallback((): void => {
    const { end, isComplete } = shown.current;
    if (isComplete || isLoadingMore.current || end === undefined) return;
    isLoadingMore.current = true;
    ask(reader, pageQuery(question.filter, question.me, end))
      .then(
        (page) => {
          // Meanwhile it may have become another list.
          if (shown.current.end === end) show(withPage(shown.current, page, pageSize));
        },
        (error: unknown) => setAnswered({ to: question, as: { failed: String(error) } }),
      )
      .finally(() => {
        isLoadingMore.current = false;
      });
  }, [reader, question, show]);

  const restart = useCallback(() => setRound((rounds) => rounds + 1), []);
  const phase = answered?.to === question ? answered.as : "loading";
  return { list, counts, phase, loadMore, restart };
}

const listenOptions: ListenOptions = {
  events: ["welcome", "mutation"],
  includeResult: false,
  includePreviousRevision: false,
  // Since 2025-02-19, a listener gets drafts only on request.
  includeAllVersions: true,
  visibility: "query",
};

/** The record of the story that a document is the article of, or the record itself. */
function recordIdOf(documentId: string): string {
  const { kind, base } = readDocumentId(documentId);
  return kind === "importRecord"
    ? documentId
    : importRecordId(kind === "published" ? base : publishedId(documentId));
}

async function ask<Schema extends z.ZodType>(
  reader: SanityClient,
  { query, params, schema }: QueueQuery<Schema>,
): Promise<z.output<Schema>> {
  return schema.parse(await reader.fetch(query, params));
}

/** Collects what changes, and tells of it once it has settled, a bearable number at a time. What fails is told again later. */
function collectChanges(tell: (ids: readonly string[]) => Promise<void>): {
  readonly add: (ids: readonly string[]) => void;
  readonly stop: () => void;
} {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let isTelling = false;
  const start = (): void => {
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(settleMs, since + mostWaitMs - Date.now()));
    timer = setTimeout(() => void tellAll(), wait);
  };
  const tellAll = async (): Promise<void> => {
    if (isTelling) return;
    isTelling = true;
    const ids = [...waiting].slice(0, mostChanged);
    for (const id of ids) waiting.delete(id);
    await tell(ids).catch(() => ids.forEach((id) => waiting.add(id)));
    isTelling = false;
    since = Date.now();
    if (waiting.size > 0) start();
  };
  return {
    add(ids) {
      if (waiting.size === 0) since = Date.now();
      ids.forEach((id) => waiting.add(id));
      start();
    },
    stop: () => clearTimeout(timer),
  };
}
