import type { ListenOptions } from "@sanity/client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "sanity";
import type { z } from "zod";
import { collectChanges } from "./collect-changes.ts";
import { emptyList, frozenSteps, type ChangedRows, type FrozenList, type ListOrder } from "./frozen-list.ts";
import { askList, pageSize, type ListQuery } from "./list-query.ts";

/** What a list asks of the lake. Compared by identity: another question begins another list. */
export interface ListQuestion<Row, Counts> {
  readonly order: ListOrder<Row>;
  /** The next rows. @param after The last row of those before; the first rows if there is none. */
  readonly page: (after: Row | undefined) => ListQuery<z.ZodType<readonly Row[]>>;
  /** Some rows as they are now, and which of them belong in the list. */
  readonly changed: (ids: readonly string[]) => ListQuery<z.ZodType<Omit<ChangedRows<Row>, "changed">>>;
  readonly counts: ListQuery<z.ZodType<Counts>>;
  /** A filter (`*[…]`) over the documents whose changes count. */
  readonly listenTo: string;
  /** The row that a document is part of, by the document's id. */
  readonly idOfChanged: (documentId: string) => string;
}

/** The rows of a list and its counts, kept up to date. */
export interface LiveList<Row, Counts> {
  readonly list: FrozenList<Row>;
  readonly counts: Counts | undefined;
  /** Or what it has failed with, which `reasonOf` has words for. */
  readonly phase: "loading" | "ready" | { readonly failed: unknown };
  /** Asks for the next rows, unless that is being done. */
  readonly loadMore: () => void;
  /** Begins anew from the top: what has left the list goes, and what has come is there. */
  readonly restart: () => void;
}

/**
 * Lists what a question asks for. Counts and rows follow every change in the lake; the order does not.
 *
 * @param isShown Without anybody who looks, nothing is asked.
 */
export function useFrozenList<Row, Counts>(
  question: ListQuestion<Row, Counts>,
  isShown = true,
): LiveList<Row, Counts> {
  const client = useClient({ apiVersion: "2025-02-19" });
  const reader = useMemo(() => client.withConfig({ perspective: "drafts" }), [client]);
  const [list, setList] = useState<FrozenList<Row>>(emptyList);
  const [counts, setCounts] = useState<Counts>();
  const [round, setRound] = useState(0);
  const asked = useMemo(() => ({ question, round }), [question, round]);
  const [answered, setAnswered] = useState<{
    readonly to: object;
    readonly as: LiveList<Row, Counts>["phase"];
  }>();
  const shown = useRef(list);
  const isLoadingMore = useRef(false);
  const show = useCallback((next: FrozenList<Row>): void => {
    shown.current = next;
    setList(next);
  }, []);

  useEffect(() => {
    if (!isShown) return undefined;
    const { order, page, changed, counts: ofAll, listenTo, idOfChanged } = asked.question;
    const { withPage, withChanged } = frozenSteps(order);
    let isCurrent = true;
    const changes = collectChanges(async (ids) => {
      const [rows, fresh] = await Promise.all([askList(reader, changed(ids)), askList(reader, ofAll)]);
      if (!isCurrent) return;
      show(withChanged(shown.current, { changed: ids, ...rows }));
      setCounts(fresh);
    });
    const begin = async (): Promise<void> => {
      const [first, fresh] = await Promise.all([askList(reader, page(undefined)), askList(reader, ofAll)]);
      if (!isCurrent) return;
      show(withPage(emptyList, first, pageSize));
      setCounts(fresh);
      setAnswered({ to: asked, as: "ready" });
    };
    const fail = (error: unknown): void => {
      if (isCurrent) setAnswered({ to: asked, as: { failed: error } });
    };
    let isBegun = false;
    const subscription = client.listen(listenTo, {}, listenOptions).subscribe({
      next: (event) => {
        if (event.type === "mutation") changes.add([idOfChanged(event.documentId)]);
        // After a lost connection nobody knows what has changed.
        else if (isBegun) changes.add(shown.current.rows.map(order.idOf));
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
  }, [client, reader, asked, isShown, show]);

  const loadMore = useCallback((): void => {
    const { end, isComplete } = shown.current;
    if (isComplete || isLoadingMore.current || end === undefined) return;
    isLoadingMore.current = true;
    const { order, page } = asked.question;
    askList(reader, page(end))
      .then(
        (next) => {
          // Meanwhile it may have become another list.
          if (shown.current.end === end) show(frozenSteps(order).withPage(shown.current, next, pageSize));
        },
        (error: unknown) => setAnswered({ to: asked, as: { failed: error } }),
      )
      .finally(() => {
        isLoadingMore.current = false;
      });
  }, [reader, asked, show]);

  const restart = useCallback(() => setRound((rounds) => rounds + 1), []);
  const phase = answered?.to === asked ? answered.as : "loading";
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
