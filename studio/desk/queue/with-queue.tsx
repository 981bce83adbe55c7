import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { useCurrentUser, type ActiveToolLayoutProps } from "sanity";
import { FirstTaskContext, type FirstTask } from "../pane/first-task.ts";
import { leadsOn, type Deed } from "./act-on-row.ts";
import { neighbour, nextRow } from "./next-row.ts";
import { QueueBar } from "./queue-bar.tsx";
import { QueueContext, type Queue, type QueueDialog } from "./queue-context.ts";
import { QueueDialogs } from "./queue-dialogs.tsx";
import type { QueueRow } from "./queue-row.ts";
import { useDeeds } from "./use-deeds.ts";
import { useNow } from "./use-now.ts";
import { useQueueKeys } from "./use-queue-keys.ts";
import { useQueueList } from "./use-queue-list.ts";
import { useQueueRoute } from "./use-queue-route.ts";
import { useWhoIsWhere } from "./use-who-is-where.ts";
import { WhenSaved } from "./when-saved.tsx";

import "../lists/lists.css";
import "./queue.css";

/** wire: the embedded lake's id of whoever has not said who they are. */
const nobody = "local";

const none: ReadonlySet<string> = new Set();

/** How many rows to work on are there before one comes to them. */
const ahead = 10;

/**
 * The queue around the tool in which it is a pane. What somebody works on outlives the pane, which a phone puts away for the
 * story that it shows.
 */
export function WithQueue(props: ActiveToolLayoutProps): ReactElement {
  const route = useQueueRoute();
  const me = useCurrentUser()?.id ?? nobody;
  useOpenFirst(route);
  const queue = useQueueAround(route, me);
  return (
    <QueueContext.Provider value={queue}>
      <div className="copydesk-desk">
        <FirstTaskContext.Provider value={queue.firstTask}>
          <div className="copydesk-desk-tool">{props.renderDefault(props)}</div>
        </FirstTaskContext.Provider>
        {route.isShown && <QueueBar />}
      </div>
      {queue.saving && <WhenSaved articleId={queue.saving.row.articleId} onSaved={queue.onSaved} />}
      <QueueDialogs />
    </QueueContext.Provider>
  );
}

/** Who opens the Studio, and not something in it, comes to the queue. */
function useOpenFirst({ isBlank, goTo }: ReturnType<typeof useQueueRoute>): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && isBlank) goTo({}, undefined, { replace: true });
    isFirst.current = false;
  }, [isBlank, goTo]);
}

interface QueueAround extends Queue {
  /** The story that is to be published as soon as what was typed is saved. */
  readonly saving: { readonly row: QueueRow; readonly isSure: boolean } | undefined;
  readonly onSaved: (revision: string | undefined) => void;
  readonly firstTask: FirstTask;
}

function useQueueAround(route: ReturnType<typeof useQueueRoute>, me: string): QueueAround {
  const { filter, openId, isShown, goTo } = route;
  const rows = useQueueList({ filter, me, isShown });
  const { list, loadMore } = rows;
  const { carryOutOn, undoLast, ...deeds } = useDeeds(me);
  const elsewhere = useWhoIsWhere(me);
  const now = useNow();
  const [cursor, setCursor] = useState<Queue["cursor"]>({ articleId: undefined, focused: 0 });
  const [dialog, setDialog] = useState<QueueDialog>();
  const [selection, setSelection] = useState<{ readonly of: object; readonly ids: ReadonlySet<string> }>();
  // What is not listed any more must not be acted on unseen.
  const selected = selection?.of === filter ? selection.ids : none;
  const [saving, setSaving] = useState<QueueAround["saving"]>();
  const [checked, setChecked] = useState<string>();

  const currentId = openId ?? cursor.articleId;
  const current =
    list.rows.find(({ articleId }) => articleId === currentId) ?? (openId ? undefined : list.rows[0]);
  const around = useMemo(() => ({ me, openElsewhere: new Set(elsewhere.keys()) }), [me, elsewhere]);
  const next = useMemo(() => nextRow(list, current?.articleId, around), [list, current, around]);

  const at = list.rows.findIndex((row) => row === current);
  useEffect(() => {
    if (list.rows.length - at <= ahead) loadMore();
  }, [list.rows.length, at, loadMore]);

  const point = useCallback(
    (articleId: string, isFocused: boolean) =>
      setCursor(({ focused }) => ({ articleId, focused: isFocused ? focused + 1 : focused })),
    [],
  );
  const go = useCallback(
    (row: QueueRow, isOpen: boolean): void => {
      point(row.articleId, true);
      setChecked(undefined);
      if (isOpen) goTo(filter, row.articleId);
    },
    [point, goTo, filter],
  );
  const isOpen = openId !== undefined;
  const latestId = useRef(currentId);
  useEffect(() => {
    latestId.current = currentId;
  }, [currentId]);

  const carry = useCallback(
    async (deed: Deed, row: QueueRow): Promise<void> => {
      const outcome = await carryOutOn(deed, row);
      if (typeof outcome === "object") setDialog({ kind: "ask", row, warning: outcome });
      if (outcome !== true || !leadsOn(deed)) return;
      // Who has chosen another story meanwhile stays there. The address changes at once, and what is drawn later.
      const hasLeft = isOpen && !location.pathname.includes(row.articleId);
      if (hasLeft || (latestId.current ?? row.articleId) !== row.articleId) return;
      const following = nextRow(list, row.articleId, around);
      if (following) go(following, isOpen);
      else if (isOpen) goTo(filter);
    },
    [carryOutOn, list, around, go, isOpen, goTo, filter],
  );

  const act = useCallback<Queue["act"]>(
    (kind, { isSure } = { isSure: false }) => {
      if (current === undefined) return;
      if (kind !== "publish") void carry({ kind }, current);
      else if (current.articleId === openId) setSaving({ row: current, isSure });
      else void carry({ kind, isSure, revision: current.article?.rev ?? "" }, current);
    },
    [current, carry, openId],
  );

  const onSaved = useCallback(
    (revision: string | undefined): void => {
      setSaving(undefined);
      if (saving === undefined) return;
      const { row, isSure } = saving;
      void carry({ kind: "publish", isSure, revision: revision ?? "" }, row);
    },
    [carry, saving],
  );

  const undo = useCallback(async (): Promise<void> => {
    const articleId = await undoLast();
    if (articleId === undefined) return;
    point(articleId, true);
    if (isOpen) goTo(filter, articleId);
  }, [undoLast, point, isOpen, goTo, filter]);

  const queue: QueueAround = {
    ...rows,
    ...deeds,
    ...{ me, now, filter, cursor, openId, current, next, elsewhere, dialog, setDialog, saving, onSaved, act },
    selected,
    select: useCallback((ids) => setSelection({ of: filter, ids }), [filter]),
    setFilter: useCallback((wanted) => goTo(wanted, openId), [goTo, openId]),
    pointAt: useCallback((row) => point(row.articleId, false), [point]),
    open: useCallback((row) => go(row, true), [go]),
    check: useCallback(
      (row) => {
        go(row, true);
        setChecked(row.articleId);
      },
      [go],
    ),
    firstTask: useMemo(() => ({ articleId: checked, onReached: () => setChecked(undefined) }), [checked]),
    move: useCallback(
      (steps) => {
        const row = neighbour(list, current?.articleId, steps);
        if (row) go(row, isOpen);
      },
      [list, current, go, isOpen],
    ),
    toList: useCallback(() => {
      goTo(filter);
      if (current) point(current.articleId, true);
    }, [goTo, filter, current, point]),
    defer: useCallback((row, until) => void carry({ kind: "defer", until }, row), [carry]),
    undo: useCallback(() => void undo(), [undo]),
  };
  useQueueKeys(queue, isShown);
  return queue;
}
