import { Button, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useCurrentLocale, useTranslation } from "sanity";
import { DeskDialog } from "../../focus/desk-dialog.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { CompareDialog } from "../duplicates/compare-dialog.tsx";
import { ageOf } from "./age-of.ts";
import { DeferForm } from "./defer-form.tsx";
import { KeyList } from "./key-list.tsx";
import { useQueue, type QueueDialog } from "./queue-context.ts";

/** What is open above the queue, if anything is. */
export function QueueDialogs(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { dialog, setDialog, me } = useQueue();
  if (dialog === undefined) return <></>;
  if (dialog.kind === "compare")
    return <CompareDialog articleId={dialog.row.articleId} by={me} onClose={() => setDialog(undefined)} />;
  return (
    <DeskDialog
      id="queue-dialog"
      header={t(titles[dialog.kind])}
      width={0}
      onClose={() => setDialog(undefined)}
    >
      <Stack padding={4} gap={4}>
        <Content dialog={dialog} />
      </Stack>
    </DeskDialog>
  );
}

/** What has room in a narrow dialog. */
type NarrowDialog = Exclude<QueueDialog, { readonly kind: "compare" }>;

const titles = {
  keys: "queue.keys.title",
  defer: "queue.defer.title",
  ask: "queue.ask.title",
} as const satisfies Readonly<Record<NarrowDialog["kind"], string>>;

function Content({ dialog }: { readonly dialog: NarrowDialog }): ReactElement {
  const { setDialog, defer } = useQueue();
  switch (dialog.kind) {
    case "keys":
      return <KeyList />;
    case "defer":
      return (
        <DeferForm
          onChosen={(until) => {
            setDialog(undefined);
            defer(dialog.row, until);
          }}
        />
      );
    case "ask":
      return <Ask dialog={dialog} />;
  }
}

function Ask({ dialog }: { readonly dialog: QueueDialog & { readonly kind: "ask" } }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { setDialog, act, now } = useQueue();
  const { id: locale } = useCurrentLocale();
  const { order, until } = dialog.warning;
  return (
    <>
      <Text size={1} weight="medium">
        <bdi>{dialog.row.article?.headline}</bdi>
      </Text>
      <Text size={1}>
        {t(`queue.ask.${order}`, { time: until === undefined ? "" : ageOf(until, now, locale) })}
      </Text>
      <Flex gap={2} justify="flex-end">
        <Button mode="ghost" fontSize={1} text={t("queue.ask.cancel")} onClick={() => setDialog(undefined)} />
        <Button
          tone="critical"
          fontSize={1}
          text={t("queue.ask.publish")}
          onClick={() => {
            setDialog(undefined);
            act("publish", { isSure: true });
          }}
        />
      </Flex>
    </>
  );
}
