import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState, type ReactElement, type RefObject } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { PictureTile } from "./picture-tile.tsx";
import { usePictures } from "./pictures-context.ts";

/** The id of the grid in the page. */
export const pictureGridId = "pictures-grid";

/** Of a tile, in pixels: the least width, and a likely height until it has been drawn. */
const [tileWidth, likelyHeight] = [264, 470];

/** The pictures, of which only those are drawn that can be seen, and the one in which somebody types. */
export function PictureGrid(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { list, current, loadMore } = usePictures();
  const scroll = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroll);
  const lines = Math.ceil(list.rows.length / columns);
  const at = Math.floor(list.rows.findIndex(({ id }) => id === current) / columns);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes our components
  const virtualizer = useVirtualizer({
    count: lines,
    getScrollElement: () => scroll.current,
    estimateSize: () => likelyHeight,
    overscan: 1,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const drawn = defaultRangeExtractor(range);
        return at < 0 || drawn.includes(at) ? drawn : [...drawn, at].toSorted((a, b) => a - b);
      },
      [at],
    ),
  });
  const items = virtualizer.getVirtualItems();
  const lowest = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lowest >= lines - 3) loadMore();
  }, [lowest, lines, loadMore]);
  return (
    <div
      className="copydesk-pictures-scroll"
      id={pictureGridId}
      role="tabpanel"
      aria-label={t("pictures.title")}
      ref={scroll}
    >
      <div role="list" aria-label={t("pictures.title")} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => (
          <div
            key={key}
            role="presentation"
            className="copydesk-pictures-line"
            data-index={index}
            ref={virtualizer.measureElement}
            style={{
              transform: `translateY(${start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {list.rows.slice(index * columns, (index + 1) * columns).map((row, column) => (
              <div
                key={row.id}
                role="listitem"
                aria-setsize={list.isComplete ? list.rows.length : -1}
                aria-posinset={index * columns + column + 1}
              >
                <PictureTile row={row} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** How many tiles stand beside one another in an element. */
function useColumns(element: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setColumns(Math.max(1, Math.floor(entry.contentRect.width / tileWidth)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return columns;
}
