import { useVirtualizer, defaultRangeExtractor } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { useQueue } from "./queue-context.ts";
import { QueueRowItem } from "./queue-row-item.tsx";
import { rowElementId } from "./use-queue-keys.ts";

/** The id of the list in the page. */
export const queueRowsId = "queue-rows";

/** A row's height in pixels until it has been drawn. */
const likelyHeight = 76;

/** The rows of the queue, of which only those are drawn that can be seen, and that of the cursor, so that the focus is never lost. */
export function QueueRows(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { list, cursor, loadMore, current } = useQueue();
  const scroll = useRef<HTMLDivElement>(null);
  const at = list.rows.findIndex(({ articleId }) => articleId === current?.articleId);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes our components
  const virtualizer = useVirtualizer({
    count: list.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => likelyHeight,
    getItemKey: (index) => list.rows[index]?.recordId ?? index,
    overscan: 6,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const drawn = defaultRangeExtractor(range);
        return at === -1 || drawn.includes(at) ? drawn : [...drawn, at].toSorted((a, b) => a - b);
      },
      [at],
    ),
  });
  const items = virtualizer.getVirtualItems();
  const lowest = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lowest >= list.rows.length - 10) loadMore();
  }, [lowest, list.rows.length, loadMore]);

  const { articleId, focused } = cursor;
  const hasFocused = useRef(focused);
  useEffect(() => {
    if (articleId === undefined || hasFocused.current === focused) return;
    hasFocused.current = focused;
    if (at !== -1) virtualizer.scrollToIndex(at, { align: "auto" });
    document.getElementById(rowElementId(articleId))?.focus({ preventScroll: true });
  }, [articleId, focused, at, virtualizer]);

  return (
    <div
      className="copydesk-queue-scroll"
      id={queueRowsId}
      role="tabpanel"
      aria-label={t("queue.stories")}
      ref={scroll}
    >
      <ul style={{ blockSize: virtualizer.getTotalSize() }} aria-label={t("queue.stories")}>
        {items.map(({ index, key, start }) => {
          const row = list.rows[index];
          return (
            row && (
              <li
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={list.isComplete ? list.rows.length : -1}
                aria-posinset={index + 1}
              >
                <QueueRowItem row={row} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
