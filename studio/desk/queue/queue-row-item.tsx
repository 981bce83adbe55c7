import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { Badge, Box, Card, Checkbox, Flex, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useCurrentLocale, useTranslation } from "sanity";
import { StateLink } from "sanity/router";
import { directionOf } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { AssetPicture } from "../lists/asset-picture.tsx";
import { PersonAvatar } from "../people/person-avatar.tsx";
import { ageOf } from "./age-of.ts";
import { wordsOfProblem } from "./problem-words.ts";
import { useQueue } from "./queue-context.ts";
import type { QueueRow } from "./queue-row.ts";
import { selectRow } from "./select-row.ts";
import { queueState } from "./use-queue-route.ts";
import { rowElementId } from "./use-queue-keys.ts";

/** As dense screens have it. */
const pictureSize = { width: 96, height: 96 };

/** How many of a story's problems a row has room for. */
const mostProblems = 2;

/** A story of the queue: its headline, where it comes from and how old it is, what is wrong, and who has it. */
export function QueueRowItem({ row }: { readonly row: QueueRow }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const queue = useQueue();
  const { articleId, article, review } = row;
  const isCurrent = queue.current?.articleId === articleId;
  const isGone = queue.list.gone.has(row.recordId);
  const language = article?.language ?? undefined;
  const title = article ? (article.headline ?? t("queue.untitled")) : t("queue.deleted");
  return (
    <Card
      className="copydesk-queue-row"
      tone={isCurrent ? "primary" : "default"}
      data-testid="queue-row"
      data-state={review.state}
      data-gone={isGone ? "" : undefined}
    >
      <Flex align="flex-start">
        <Box padding={3} paddingRight={0}>
          <Checkbox
            aria-label={t("queue.select-row", { story: title })}
            checked={queue.selected.has(row.recordId)}
            tabIndex={isCurrent ? 0 : -1}
            onChange={(event) => selectRow(queue, row, event.nativeEvent)}
          />
        </Box>
        <StateLink
          id={rowElementId(articleId)}
          state={queueState(queue.filter, articleId)}
          aria-current={queue.openId === articleId ? "true" : undefined}
          tabIndex={isCurrent ? 0 : -1}
          // Of several rows, keys must act on the one that has the focus, however it came there.
          onFocus={() => queue.pointAt(row)}
        >
          <Flex gap={3} padding={3} align="flex-start">
            {article?.picture ? (
              <AssetPicture className="copydesk-queue-picture" source={article.picture} {...pictureSize} />
            ) : (
              <NoPicture />
            )}
            <div className="copydesk-queue-words">
              <Text size={1} weight="medium">
                <span
                  className="copydesk-queue-headline"
                  {...(language === undefined
                    ? { dir: "auto" }
                    : { dir: directionOf(language), lang: language })}
                >
                  {title}
                </span>
              </Text>
              <Flex gap={2} align="center" wrap="wrap">
                <Badge fontSize={0} tone={toneOf(row)}>
                  {t(`queue.state.${review.state}`)}
                </Badge>
                {language !== undefined && (
                  <Badge fontSize={0} className="copydesk-queue-language">
                    {language}
                  </Badge>
                )}
                <Text size={0} muted>
                  {[
                    ...(review.state === "rejected" && review.decision?.sameAs
                      ? ["queue.same-as-another"]
                      : []),
                    ...(review.open ?? []).map(wordsOfProblem),
                  ]
                    .slice(0, mostProblems)
                    .map((words) => t(words))
                    .join(" · ")}
                </Text>
              </Flex>
              <Flex gap={2} wrap="wrap">
                {article?.source && (
                  <Text size={0} muted>
                    <bdi>{article.source}</bdi>
                  </Text>
                )}
                <RowTime row={row} />
              </Flex>
            </div>
          </Flex>
        </StateLink>
        <RowPeople row={row} />
      </Flex>
    </Card>
  );
}

const NoPicture = (): ReactElement => (
  <span className="copydesk-queue-picture">
    <Text muted>
      <DocumentTextIcon />
    </Text>
  </span>
);

/** How old a story is; of one that waits for a time, how long it is until then. */
function RowTime({ row: { importedAt, review, article } }: { readonly row: QueueRow }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { now } = useQueue();
  const { id: locale } = useCurrentLocale();
  const until = article?.embargoedUntil ?? undefined;
  const back = review.state === "deferred" ? review.decision?.until : undefined;
  const time =
    review.state === "embargoed" && until !== undefined
      ? t("queue.embargo-ends", { time: ageOf(until, now, locale) })
      : back !== undefined
        ? t("queue.back-at", { time: ageOf(back, now, locale) })
        : ageOf(importedAt, now, locale);
  return (
    <Text size={0} muted>
      <time dateTime={until ?? back ?? importedAt}>{time}</time>
    </Text>
  );
}

/** Who has taken the story, and who has it open. */
function RowPeople({ row }: { readonly row: QueueRow }): ReactElement {
  const { elsewhere } = useQueue();
  const { assignee } = row.review;
  const readers = (elsewhere.get(row.articleId) ?? []).filter((id) => id !== assignee);
  return (
    <Flex className="copydesk-queue-people" gap={1} paddingY={3} paddingRight={3}>
      {assignee !== undefined && (
        <span data-testid="queue-assignee">
          <PersonAvatar id={assignee} />
        </span>
      )}
      {readers.map((id) => (
        <span key={id} data-testid="queue-reader">
          <PersonAvatar id={id} />
        </span>
      ))}
    </Flex>
  );
}

function toneOf({ review: { state } }: QueueRow): "critical" | "caution" | "positive" | "default" {
  if (state === "withdrawn" || state === "conflict") return "critical";
  if (state === "ready" || state === "done") return "positive";
  return state === "deferred" || state === "rejected" ? "default" : "caution";
}
