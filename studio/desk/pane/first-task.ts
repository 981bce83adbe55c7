import { createContext, useContext, useEffect, useEffectEvent } from "react";

/** Somebody's wish to be led to the first thing that is to be done about a story. */
export interface FirstTask {
  /** Published id of the story; `undefined` while nobody wishes it. */
  readonly articleId: string | undefined;
  /** The wish is granted. */
  readonly onReached: () => void;
}

const nobodys: FirstTask = { articleId: undefined, onReached: () => undefined };

export const FirstTaskContext = createContext(nobodys);

/** Whether somebody wishes to be led to the first task of a story. @param articleId Published id. */
export const useIsFirstTaskWished = (articleId: string): boolean =>
  useContext(FirstTaskContext).articleId === articleId;

/**
 * Leads there whoever wishes it.
 *
 * @param articleId Published id.
 * @param lead Called once for each wish; `undefined` as long as it is not known where to.
 */
export function useLeadToFirstTask(articleId: string, lead: (() => void) | undefined): void {
  const { onReached } = useContext(FirstTaskContext);
  const isWished = useIsFirstTaskWished(articleId);
  const isKnown = lead !== undefined;
  const grant = useEffectEvent((): void => {
    onReached();
    lead?.();
  });
  useEffect(() => {
    if (isWished && isKnown) grant();
  }, [isWished, isKnown]);
}
