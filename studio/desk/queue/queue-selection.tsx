import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { BulkBar } from "../bulk/bulk-bar.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { useQueue } from "./queue-context.ts";

/** What can be done to the rows that are selected, if any are. */
export function QueueSelection(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { list, selected, select, me } = useQueue();
  if (selected.size === 0) return <></>;
  const chosen = list.rows.filter(({ recordId }) => selected.has(recordId));
  const listed = list.rows.filter(({ recordId }) => !list.gone.has(recordId));
  return (
    <BulkBar
      by={me}
      areAll={listed.every(({ recordId }) => selected.has(recordId))}
      onAll={() => select(new Set(listed.map(({ recordId }) => recordId)))}
      onNone={() => select(new Set())}
      stories={chosen.map(({ articleId, article, contentHash, review }) => ({
        id: articleId,
        title: article?.headline ?? t("queue.untitled"),
        contentHash,
        revision: article?.rev ?? "",
        assignee: review.assignee,
      }))}
    />
  );
}
