import { useCallback, useMemo } from "react";
import { useRouter, useRouterState, type RouterState } from "sanity/router";
import { z } from "zod";
import { publishedId, queueFilter, type QueueFilter } from "../../../schemas/index.ts";
import { filterOfParams } from "./filter-params.ts";
import { queuePaneId } from "./queue-pane-id.ts";

const pane = z.object({ id: z.string(), params: z.record(z.string(), z.string().optional()).optional() });
const toolState = z.object({ panes: z.array(z.array(pane)).optional(), intent: z.string().optional() });

/** Where the editor is, as the address says it. */
interface QueueRoute {
  /** Whether the queue is one of the panes. */
  readonly isShown: boolean;
  /** Whether the address names no pane at all. */
  readonly isBlank: boolean;
  /** The same object as long as it says the same: a story that is opened does not make it another one. */
  readonly filter: QueueFilter;
  /** Published id of the article that is open beside the queue. */
  readonly openId: string | undefined;
  readonly goTo: (filter: QueueFilter, openId?: string, options?: { readonly replace: boolean }) => void;
}

/** The state of the address that shows a queue, and a story of it beside it. Pure. */
export const queueState = (
  filter: QueueFilter,
  openId: string | undefined,
): { readonly panes: unknown[] } => ({
  panes: [
    [{ id: queuePaneId, params: filter }],
    ...(openId === undefined ? [] : [[{ id: openId, params: { type: "article" } }]]),
  ],
});

/** Reads and writes the address of the tool that is open. */
export function useQueueRoute(): QueueRoute {
  const { navigate } = useRouter();
  const filterSaid = useRouterState(filterOf);
  const filter = useMemo(() => queueFilter.parse(JSON.parse(filterSaid)), [filterSaid]);
  const goTo = useCallback<QueueRoute["goTo"]>(
    (wanted, openId, options) => navigate(queueState(wanted, openId), options ?? { replace: false }),
    [navigate],
  );
  return {
    isShown: useRouterState(isQueue),
    isBlank: useRouterState(isBlank),
    filter,
    openId: useRouterState(openIdOf),
    goTo,
  };
}

const panesOf = (state: RouterState): readonly (z.infer<typeof pane> | undefined)[] =>
  toolState.safeParse(state).data?.panes?.map(([first]) => first) ?? [];

const isQueue = (state: RouterState): boolean => panesOf(state)[0]?.id === queuePaneId;

const isBlank = (state: RouterState): boolean => {
  const read = toolState.safeParse(state).data;
  return read !== undefined && read.intent === undefined && (read.panes ?? []).length === 0;
};

const filterOf = (state: RouterState): string =>
  JSON.stringify(isQueue(state) ? filterOfParams(panesOf(state)[0]?.params) : {});

function openIdOf(state: RouterState): string | undefined {
  const document = isQueue(state) ? panesOf(state)[1] : undefined;
  return document && publishedId(document.id);
}
