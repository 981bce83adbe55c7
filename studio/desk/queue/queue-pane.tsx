import { Button, Card, Flex, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { useQueue } from "./queue-context.ts";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueRows, queueRowsId } from "./queue-rows.tsx";
import { QueueSelection } from "./queue-selection.tsx";
import { QueueTabs } from "./queue-tabs.tsx";

/** The pane of the stories that wait for somebody. */
export function QueuePane(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { list, phase, restart } = useQueue();
  return (
    <div className="copydesk-list copydesk-queue" data-testid="queue">
      <QueueTabs />
      <QueueFilters />
      <QueueSelection />
      {list.newcomers.size > 0 && (
        <Button
          mode="bleed"
          tone="primary"
          fontSize={1}
          padding={2}
          data-testid="queue-newcomers"
          text={t("queue.newcomers", { count: list.newcomers.size })}
          onClick={restart}
        />
      )}
      {typeof phase === "object" && (
        <Card tone="critical" padding={3} role="alert">
          <Flex align="center" gap={3}>
            <Text size={1}>{t("queue.failed", { reason: reasonOf(phase.failed, t) })}</Text>
            <Button mode="ghost" fontSize={1} padding={2} text={t("queue.retry")} onClick={restart} />
          </Flex>
        </Card>
      )}
      {list.rows.length > 0 ? (
        <QueueRows />
      ) : (
        <div id={queueRowsId} role="tabpanel" aria-label={t("queue.stories")}>
          <Flex padding={4} role="status">
            <Text size={1} muted>
              {phase === "loading" ? t("queue.loading") : t("queue.empty")}
            </Text>
          </Flex>
        </div>
      )}
    </div>
  );
}
