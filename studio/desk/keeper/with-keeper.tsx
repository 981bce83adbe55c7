import { useEffect, type ReactElement } from "react";
import { useClient, useCurrentUser, type LayoutProps } from "sanity";
import { keepDesk } from "./keep-desk.ts";

/** Keeps the desk true as long as the Studio is on the page, whichever of its tools is open. */
export function WithKeeper(props: LayoutProps): ReactElement {
  const client = useClient({ apiVersion: "2025-02-19" });
  const by = useCurrentUser()?.id;
  useEffect(
    () => (by === undefined ? undefined : keepDesk(client, { by, onTrouble: console.warn })),
    [client, by],
  );
  return props.renderDefault(props);
}
