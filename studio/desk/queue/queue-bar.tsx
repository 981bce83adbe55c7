import { ChevronDownIcon } from "@sanity/icons/ChevronDown";
import { ChevronUpIcon } from "@sanity/icons/ChevronUp";
import { ArrowLeftIcon } from "@sanity/icons/ArrowLeft";
import { Button, Card, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { QueueString } from "../i18n/queue-strings.ts";
import { useQueue } from "./queue-context.ts";
import { canCompare, hasDraft } from "./queue-row.ts";
import { countOf } from "./queue-tabs.tsx";

/** What comes next and how much is left, and everything that keys do, for a pointer and a finger. */
export function QueueBar(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const queue = useQueue();
  const { current, next, counts, filter, act, me, isBusy, openId } = queue;
  const isDecided = current !== undefined && ["done", "deferred", "rejected"].includes(current.review.state);
  const isMine = current?.review.assignee === me;
  const button = (says: QueueString, onClick: () => void, isOff = current === undefined): ReactElement => (
    <Button
      mode="ghost"
      fontSize={1}
      padding={2}
      text={t(says)}
      disabled={isOff || isBusy}
      onClick={onClick}
    />
  );
  return (
    <Card
      as="section"
      aria-label={t("queue.title")}
      className="copydesk-queue-bar"
      borderTop
      paddingX={3}
      paddingY={2}
      data-testid="queue-bar"
    >
      <div>
        <div className="copydesk-queue-ahead">
          {openId !== undefined && (
            <Button
              className="copydesk-queue-back"
              mode="bleed"
              padding={2}
              icon={ArrowLeftIcon}
              aria-label={t("queue.act.list")}
              onClick={queue.toList}
            />
          )}
          <Text size={1} weight="medium" data-testid="queue-left">
            <span role="status">{counts && t("queue.left", { count: countOf(counts, filter.state) })}</span>
          </Text>
          <span className="copydesk-queue-following">
            {next ? (
              <>
                {t("queue.next")}{" "}
                <bdi data-testid="queue-next">{next.article?.headline ?? t("queue.untitled")}</bdi>
              </>
            ) : (
              t("queue.no-next")
            )}
          </span>
        </div>
        <div className="copydesk-queue-acts">
          <Button
            mode="bleed"
            padding={2}
            icon={ChevronUpIcon}
            aria-label={t("queue.act.open-previous")}
            onClick={() => queue.move(-1)}
          />
          <Button
            mode="bleed"
            padding={2}
            icon={ChevronDownIcon}
            aria-label={t("queue.act.open-next")}
            onClick={() => queue.move(1)}
          />
          {button("queue.act.publish", () => act("publish"), current === undefined || !hasDraft(current))}
          {isDecided
            ? button("queue.act.reopen", () => act("reopen"))
            : button("queue.act.done", () => act("done"))}
          {isMine
            ? button("queue.act.release", () => act("release"))
            : button("queue.act.take", () => act("take"))}
          {button("queue.act.defer", () => current && queue.setDialog({ kind: "defer", row: current }))}
          {button("queue.act.reject", () => act("reject"))}
          {current !== undefined &&
            canCompare(current) &&
            button("queue.act.compare", () => queue.setDialog({ kind: "compare", row: current }))}
          {button("queue.act.undo", queue.undo, !queue.canUndo)}
          {button("queue.act.keys", () => queue.setDialog({ kind: "keys" }), false)}
        </div>
      </div>
      <Said />
    </Card>
  );
}

/** What was done last, for those who only hear it. */
function Said(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { said } = useQueue();
  return (
    <span role="status" className="copydesk-unseen" data-testid="queue-said">
      {said && t(`queue.did.${said.kind}`, { story: said.story || t("queue.untitled") })}
    </span>
  );
}
