import { createContext, useContext } from "react";
import type { QueueFilter } from "../../../schemas/index.ts";
import type { Warning } from "../acts/act.ts";
import type { Deed } from "./act-on-row.ts";
import type { Said } from "./use-deeds.ts";
import type { QueueList } from "./use-queue-list.ts";
import type { QueueRow } from "./queue-row.ts";

/** What is open above the queue. */
export type QueueDialog =
  | { readonly kind: "keys" }
  | { readonly kind: "compare"; readonly row: QueueRow }
  | { readonly kind: "defer"; readonly row: QueueRow }
  | { readonly kind: "ask"; readonly row: QueueRow; readonly warning: Warning };

/** The queue that somebody works on, wherever of it is on the screen: the list, the bar, or both. */
export interface Queue extends QueueList {
  /** A user's id. */
  readonly me: string;
  readonly now: Date;
  readonly filter: QueueFilter;
  readonly setFilter: (filter: QueueFilter) => void;
  /** The row that keys act on, and how often it was asked to take the focus. */
  readonly cursor: { readonly articleId: string | undefined; readonly focused: number };
  readonly openId: string | undefined;
  /** The story that is open, or else that of the cursor. */
  readonly current: QueueRow | undefined;
  readonly next: QueueRow | undefined;
  /** Whom else a story is open with, by its article. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>;
  readonly pointAt: (row: QueueRow) => void;
  readonly open: (row: QueueRow) => void;
  /** Opens a story at the first thing that is to be done about it. */
  readonly check: (row: QueueRow) => void;
  readonly move: (steps: 1 | -1) => void;
  /** Back from the story to the list. */
  readonly toList: () => void;
  /** Does something to the current story; publishing waits for what is being typed, and asks where an order speaks against it. */
  readonly act: (kind: Exclude<Deed["kind"], "defer">, options?: { readonly isSure: boolean }) => void;
  readonly defer: (row: QueueRow, until: Date) => void;
  readonly undo: () => void;
  /** Ids of the records of the rows that are selected. */
  readonly selected: ReadonlySet<string>;
  readonly select: (recordIds: ReadonlySet<string>) => void;
  readonly canUndo: boolean;
  readonly said: Said | undefined;
  readonly isBusy: boolean;
  readonly dialog: QueueDialog | undefined;
  readonly setDialog: (dialog: QueueDialog | undefined) => void;
}

export const QueueContext = createContext<Queue | undefined>(undefined);

/** The queue around a component. @throws {Error} When there is none. */
export function useQueue(): Queue {
  const queue = useContext(QueueContext);
  if (queue === undefined) throw new Error("BUG: there is no queue around this component");
  return queue;
}
