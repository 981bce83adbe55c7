import { Badge, Button, Card, Flex, Heading, Stack, Text } from "@sanity/ui";
import { useId, useMemo, useState, type ReactElement } from "react";
import { useCurrentLocale, useDateTimeFormat, useNumberFormat, useTranslation } from "sanity";
import type { QueueFilter } from "../../../schemas/index.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { usePeople } from "../people/use-people.ts";
import { ageOf } from "../queue/age-of.ts";
import { QueueLink } from "../queue/queue-link.tsx";
import { useNow } from "../queue/use-now.ts";
import { RunFailures } from "./run-failures.tsx";
import { type ShownRun, waitingQuery } from "./run-queries.ts";

interface RunItemProps {
  readonly run: ShownRun;
  readonly onAsked: (kind: "undo" | "retry") => void;
}

/** What the counts of a run are of, in order, and where in the queue these stories are. */
const counted: readonly {
  readonly name: keyof NonNullable<ShownRun["counts"]>;
  readonly within?: QueueFilter;
}[] = [
  { name: "read" },
  { name: "created", within: {} },
  { name: "updated", within: {} },
  { name: "merged", within: {} },
  { name: "suggested", within: { state: "conflict" } },
  { name: "unchanged" },
  { name: "skipped" },
  { name: "failed" },
];

/** One import: when it was, what came of it, and what can be done to it. */
export function RunItem({ run, onAsked }: RunItemProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const format = useDateTimeFormat({ dateStyle: "medium", timeStyle: "short" });
  const number = useNumberFormat();
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const counts = counted.flatMap(({ name, within }) => {
    const count = run.counts?.[name] ?? 0;
    return count === 0
      ? []
      : [{ name, within, says: t(`runs.count.${name}`, { count: number.format(count) }) }];
  });
  return (
    <Card as="li" border radius={2} padding={3} data-testid="run">
      <Stack gap={3}>
        <Flex gap={2} align="center" wrap="wrap">
          <Heading as="h3" size={0}>
            <time dateTime={run.startedAt}>{format.format(new Date(run.startedAt))}</time>
          </Heading>
          <RunState run={run} />
        </Flex>
        {typeof run.taught === "string" && (
          <Text size={1}>{t("runs.taught", { what: `\u2068${run.taught}\u2069` })}</Text>
        )}
        <Flex as="ul" gap={3} wrap="wrap" className="copydesk-runs-counts">
          {counts.map(({ name, within, says }) => (
            <Text as="li" key={name} size={1}>
              {within ? <QueueLink filter={{ run: run.run, ...within }}>{says}</QueueLink> : says}
            </Text>
          ))}
        </Flex>
        <Flex gap={2} wrap="wrap">
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={t("runs.details")}
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setIsOpen(!isOpen)}
          />
          <Button
            mode="ghost"
            fontSize={1}
            padding={2}
            text={t("runs.undo")}
            onClick={() => onAsked("undo")}
          />
          {(run.counts?.failed ?? 0) > 0 && (
            <Button
              mode="ghost"
              fontSize={1}
              padding={2}
              text={t("runs.retry")}
              onClick={() => onAsked("retry")}
            />
          )}
        </Flex>
        <div id={detailsId}>{isOpen && <RunDetails run={run} />}</div>
      </Stack>
    </Card>
  );
}

function RunState({ run }: { readonly run: ShownRun }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { id: locale } = useCurrentLocale();
  const people = usePeople();
  const now = useNow();
  const { finishedAt, undoneAt, undoneBy } = run;
  if (undoneAt !== null) {
    const time = ageOf(undoneAt, now, locale);
    const name = people.find(({ id }) => id === undoneBy)?.displayName;
    const says = name ? t("runs.state.undone-by", { time, name }) : t("runs.state.undone", { time });
    return <Badge>{says}</Badge>;
  }
  return finishedAt === null ? (
    <Badge tone="caution">{t("runs.state.open")}</Badge>
  ) : (
    <Badge tone="positive">{t("runs.state.finished")}</Badge>
  );
}

function RunDetails({ run }: { readonly run: ShownRun }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const waiting = useLiveQuery(useMemo(() => waitingQuery(run.run), [run.run]));
  return (
    <Stack gap={4}>
      <Text size={1} muted>
        {t("runs.run", { run: `\u2068${run.run}\u2069` })}
      </Text>
      {waiting.kind === "loaded" && (
        <Text size={1} role="status">
          <QueueLink filter={{ run: run.run }}>{t("runs.waiting", { count: waiting.value })}</QueueLink>
        </Text>
      )}
      <RunFailures failures={run.failures ?? []} all={run.counts?.failed ?? 0} />
    </Stack>
  );
}
