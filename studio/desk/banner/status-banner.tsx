import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { memo, useMemo, type ReactElement } from "react";
import { useClient, useCurrentLocale, useFormValue, useTranslation, type InputProps } from "sanity";
import { publishedId, storyDocumentsOf } from "../../../schemas/index.ts";
import { resolveDirection } from "../../direction/text-direction.ts";
import { carryOut } from "../acts/carry-out.ts";
import { unpublish } from "../acts/unpublish.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { LastAct } from "../pane/last-act.tsx";
import { useOrderedArticle } from "../pane/use-ordered-article.ts";
import { useStoryActs } from "../pane/use-story-acts.ts";
import { ageOf } from "../queue/age-of.ts";
import { timeOf } from "../queue/time-of.ts";
import { useNow } from "../queue/use-now.ts";
import { readEvidence } from "../story/read-evidence.ts";
import type { StoredRecord } from "../story/stored-record.ts";
import { useRecord } from "../story/use-story.ts";
import { noticesOf, wordsOfOrder, type Notice } from "./notices-of.ts";

/** Around the form of an article: says above it what its source has ordered. Other inputs stay as they are. */
export function WithStatusBanner(props: InputProps): ReactElement {
  if (props.id !== "root" || props.schemaType.name !== "article") return props.renderDefault(props);
  return (
    <Stack gap={5}>
      <Banner />
      {props.renderDefault(props)}
    </Stack>
  );
}

function Banner(): ReactElement | null {
  const id = useFormValue(["_id"]);
  return typeof id === "string" && id !== "" ? <BannerOf articleId={publishedId(id)} /> : null;
}

/** Memoised: the form that it stands above is drawn anew with each key. */
const BannerOf = memo(function BannerOf({ articleId }: { readonly articleId: string }) {
  const record = useRecord(articleId);
  return record.kind === "loaded" && record.value !== null ? (
    <StatusBanner articleId={articleId} record={record.value} />
  ) : null;
});

interface StatusBannerProps {
  readonly articleId: string;
  readonly record: StoredRecord;
}

const tones = {
  withdrawn: "critical",
  "withdraws-another": "critical",
  withheld: "caution",
  embargoed: "caution",
  unclear: "caution",
  "new-version": "primary",
} as const satisfies Readonly<Record<Notice["kind"], string>>;

function StatusBanner({ articleId, record }: StatusBannerProps): ReactElement | null {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const known = useOrderedArticle(articleId);
  const acts = useStoryActs();
  const now = useNow();
  const { sourceText } = record;
  const evidence = useMemo(() => readEvidence(record.evidence), [record.evidence]);
  if (known.kind !== "loaded") return null;

  const documents = known.value;
  const notices = noticesOf({ record, documents }, now);
  if (notices.length === 0 && acts.last === undefined) return null;
  const { article } = storyDocumentsOf(articleId, documents);
  const published = documents.find(({ _id }) => _id === articleId);
  const direction = resolveDirection("content", {
    documentLanguage: article?.["language"],
    documentDirection: article?.["direction"],
  });
  const words = wordsOfOrder(article?.["edNote"], { evidence, sourceText });
  const withdraw = (revision: string): void =>
    void acts.carryOut(
      (by) => carryOut(client, unpublish(revision), { articleId, by }),
      t("banner.did.unpublish"),
    );

  return (
    <Stack gap={2} as="section" aria-label={t("banner.label")} data-testid="status-banner">
      {notices.map((notice, index) => (
        <Card key={notice.kind} tone={tones[notice.kind]} border radius={2} padding={4}>
          <Stack gap={3}>
            <NoticeTitle notice={notice} now={now} />
            {index === 0 && words !== undefined && (
              <blockquote {...direction} className="copydesk-source-text copydesk-order">
                {words}
              </blockquote>
            )}
            {notice.kind !== "new-version" && published !== undefined && (
              <Flex gap={3} align="center" wrap="wrap">
                <Text size={1}>{t("banner.published")}</Text>
                <Button
                  tone="critical"
                  fontSize={1}
                  padding={3}
                  text={t("banner.unpublish")}
                  disabled={acts.isBusy}
                  onClick={() => withdraw(published._rev)}
                />
              </Flex>
            )}
          </Stack>
        </Card>
      ))}
      <LastAct acts={acts} />
    </Stack>
  );
}

function NoticeTitle({
  notice: { kind, until },
  now,
}: {
  readonly notice: Notice;
  readonly now: Date;
}): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { id: locale } = useCurrentLocale();
  const time = until === undefined ? "" : timeOf(until, locale);
  return (
    <Text as="h2" size={2} weight="semibold">
      {t(`banner.${kind}`, { time, left: until === undefined ? "" : ageOf(until, now, locale) })}
    </Text>
  );
}
