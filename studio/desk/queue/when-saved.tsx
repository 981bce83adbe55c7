import { useEffect, type ReactElement } from "react";
import { useEditState, useSyncState } from "sanity";

interface WhenSavedProps {
  /** Published id of an article that is open in a form. */
  readonly articleId: string;
  /** Is told the revision of the draft once every keystroke is saved; `undefined` if there is no draft. */
  readonly onSaved: (revision: string | undefined) => void;
}

/**
 * Waits until what was typed into a story is saved. It shows nothing; put it away once it has told. `useEditState` and
 * `useSyncState` are internals of Studio, and stand here alone.
 */
export function WhenSaved({ articleId, onSaved }: WhenSavedProps): ReactElement {
  const { ready, draft } = useEditState(articleId, "article");
  const { isSyncing } = useSyncState(articleId, "article");
  const isSaved = ready && !isSyncing;
  const revision = draft?._rev;
  useEffect(() => {
    if (isSaved) onSaved(revision);
  }, [isSaved, revision, onSaved]);
  return <></>;
}
