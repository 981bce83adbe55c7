import { Dialog } from "@sanity/ui";
import { useEffect, useState, type ComponentProps, type ReactElement } from "react";

type DeskDialogProps = Omit<ComponentProps<typeof Dialog>, "zOffset">;

/** A dialog above everything else, after which the focus is where it was, unless it has been put somewhere else. */
export function DeskDialog(props: DeskDialogProps): ReactElement {
  // Taken before the dialog is drawn: it takes the focus as soon as it is.
  const [openedFrom] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && openedFrom instanceof HTMLElement && openedFrom.isConnected) openedFrom.focus();
    },
    [openedFrom],
  );
  return <Dialog {...props} zOffset={1000} />;
}
