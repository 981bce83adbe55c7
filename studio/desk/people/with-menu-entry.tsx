import { useMemo, type ReactElement, type ReactNode } from "react";
import { useWorkspace, WorkspaceProvider } from "sanity";

/**
 * Gives Studio's user menu, on a screen and on a phone, an entry that does something of ours, once the menu has closed.
 *
 * Studio 6.9 lets nobody add to that menu, but shows "Sign out" when the workspace can. Where there is no login, the entry is
 * free for this; `people-strings.ts` gives it its name. `WorkspaceProvider` is one of Studio's internals.
 */
export function WithMenuEntry(props: { onChosen: () => void; children: ReactNode }): ReactElement {
  const { onChosen, children } = props;
  const workspace = useWorkspace();
  const extended = useMemo(() => {
    // The entry hands its click on, which the type does not say.
    const logout = async (click?: unknown): Promise<void> => {
      const entry = entryOf(click);
      if (entry !== undefined) await closeMenuOf(entry);
      onChosen();
    };
    return { ...workspace, auth: { ...workspace.auth, logout } };
  }, [workspace, onChosen]);
  return <WorkspaceProvider workspace={extended}>{children}</WorkspaceProvider>;
}

function entryOf(click: unknown): Element | undefined {
  const isEvent = typeof click === "object" && click !== null && "currentTarget" in click;
  return isEvent && click.currentTarget instanceof Element ? click.currentTarget : undefined;
}

/** Two seconds: the menu's way out is animated. */
const mostFrames = 120;

/**
 * Closes the menu that an entry stands in. Until it has gone, that of a phone holds the focus, and then gives it back to its
 * button: a dialog that opened before could not be typed in.
 */
async function closeMenuOf(entry: Element): Promise<void> {
  entry.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  for (let frames = 0; entry.isConnected && frames < mostFrames; frames += 1) await nextFrame();
  await nextFrame();
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
