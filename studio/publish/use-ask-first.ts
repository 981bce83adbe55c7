import { useState } from "react";
import { useCurrentLocale, useTranslation, type DocumentActionDescription } from "sanity";
import type { Warning } from "../desk/acts/act.ts";
import { timeOf } from "../desk/queue/time-of.ts";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";

/** Makes an action ask first, and say why, where an order of the source speaks against it; elsewhere it stays as it is. */
export function useAskFirst(
  warning: Warning | undefined,
): (action: DocumentActionDescription) => DocumentActionDescription {
  const { t } = useTranslation(deskNamespace);
  const { id: locale } = useCurrentLocale();
  const [isAsking, setIsAsking] = useState(false);
  if (warning === undefined) return (action) => action;
  const { order, until } = warning;
  const time = until === undefined ? "" : timeOf(until, locale);
  return (action) => ({
    ...action,
    onHandle: () => setIsAsking(true),
    dialog: isAsking && {
      type: "confirm",
      tone: "critical",
      message: `${t(`queue.ask.${order}`, { time })} ${t("queue.ask.title")}`,
      confirmButtonText: t("queue.ask.publish"),
      cancelButtonText: t("queue.ask.cancel"),
      onCancel: () => setIsAsking(false),
      onConfirm: () => {
        setIsAsking(false);
        action.onHandle?.();
      },
    },
  });
}
