import { Dialog } from "@sanity/ui";
import { useEffect, useRef, useState, type ComponentProps, type ReactElement } from "react";
import { useTranslation } from "sanity";

type DeskDialogProps = Omit<ComponentProps<typeof Dialog>, "zOffset" | "ref">;

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
  const { t } = useTranslation();
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const close = dialog.current?.querySelector("[data-ui='DialogHeader'] button");
    // The component itself knows English alone.
    close?.setAttribute("aria-label", t("announcement.dialog.close-label"));
  });
  return <Dialog {...props} ref={dialog} zOffset={1000} />;
}
