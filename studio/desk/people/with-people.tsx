import { useCallback, useEffect, useRef, useState, type ReactElement } from "react";
import { useCurrentUser, type LayoutProps } from "sanity";
import { PeopleDialog } from "./people-dialog.tsx";
import { putOffKey } from "./put-off-key.ts";
import { WithMenuEntry } from "./with-menu-entry.tsx";

/** wire: the embedded lake's id of whoever has not said who they are. */
const nobody = "local";

/** Tells the other tabs of a browser that somebody else sits there now. */
const channelName = "copydesk.who-i-am";

/** Asks on the first visit who sits there, and again from the user menu. */
export function WithPeople(props: LayoutProps): ReactElement {
  const me = useCurrentUser();
  const myId = me === null || me.id === nobody ? undefined : me.id;
  const [isAsking, setIsAsking] = useState(
    myId === undefined && globalThis.sessionStorage?.getItem(putOffKey) === null,
  );
  const askedFrom = useRef<Element>(null);
  const ask = useCallback(() => {
    // The menu has closed, and the focus is back on the button that opened it.
    askedFrom.current = document.activeElement;
    setIsAsking(true);
  }, []);
  useReloadWithOthers();

  function putOff(): void {
    if (myId === undefined) sessionStorage.setItem(putOffKey, "yes");
    setIsAsking(false);
    if (askedFrom.current instanceof HTMLElement) askedFrom.current.focus();
  }

  return (
    <WithMenuEntry onChosen={ask}>
      {props.renderDefault(props)}
      {isAsking && <PeopleDialog myId={myId} onSaid={startAnew} onClose={putOff} />}
    </WithMenuEntry>
  );
}

/** What Studio has open, presence for one, goes on under the old name until the page is loaded again. */
function startAnew(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage("changed");
  channel.close();
  location.reload();
}

function useReloadWithOthers(): void {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener("message", () => location.reload());
    return () => channel.close();
  }, []);
}
