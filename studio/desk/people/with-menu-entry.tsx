import { useMemo, type ReactElement, type ReactNode } from "react";
import { useWorkspace, WorkspaceProvider } from "sanity";

/**
 * Gives Studio's user menu, on a screen and on a phone, an entry that does something of ours.
 *
 * Studio 6.9 lets nobody add to that menu, but shows "Sign out" when the workspace can. Where there is no login, the entry is
 * free for this; `people-strings.ts` gives it its name. `WorkspaceProvider` is one of Studio's internals.
 */
export function WithMenuEntry(props: { onChosen: () => void; children: ReactNode }): ReactElement {
  const { onChosen, children } = props;
  const workspace = useWorkspace();
  const extended = useMemo(
    () => ({ ...workspace, auth: { ...workspace.auth, logout: async () => onChosen() } }),
    [workspace, onChosen],
  );
  return <WorkspaceProvider workspace={extended}>{children}</WorkspaceProvider>;
}
