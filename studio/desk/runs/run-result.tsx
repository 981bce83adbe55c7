import { Card, Stack, Text } from "@sanity/ui";
import type { ReactElement, ReactNode } from "react";
import { useNumberFormat, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { RunOutcome } from "../importer/ask-importer.ts";
import { wordsOfReason } from "./reason-words.ts";

interface RunResultProps {
  readonly outcome: RunOutcome;
  /** Whether it has been done, or would be. */
  readonly isDone: boolean;
}

/** What became of a run, or would: how much of it goes, and what stays and why. */
export function RunResult({ outcome, isDone }: RunResultProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const number = useNumberFormat();
  switch (outcome.kind) {
    case "failed":
      return (
        <Trouble>
          <bdi dir="ltr" lang="en">
            {[outcome.message, outcome.hint].filter(Boolean).join(". ")}
          </bdi>
        </Trouble>
      );
    case "lost":
      return <Trouble>{t("runs.lost")}</Trouble>;
    case "retried": {
      const { read, failed } = outcome.counts;
      return (
        <Stack gap={3} role="status">
          <Text size={1}>{t("runs.retried", { count: read, failed: number.format(failed) })}</Text>
          {outcome.interrupted && <Text size={1}>{t("runs.stopped")}</Text>}
        </Stack>
      );
    }
    case "undone": {
      const { whole, kept, named, interrupted } = outcome;
      return (
        <>
          <Stack gap={3} role="status">
            <Text size={1} weight="medium">
              {t(isDone ? "runs.went" : "runs.would-go", { count: whole })}
            </Text>
            {kept > 0 && (
              <Text size={1}>{t(isDone ? "runs.stayed" : "runs.would-stay", { count: kept })}</Text>
            )}
            {interrupted && <Text size={1}>{t("runs.stopped")}</Text>}
          </Stack>
          <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-bulk-results">
            {named.map(({ name, why }) => (
              <li key={name}>
                <Text size={1}>
                  <bdi>{name}</bdi> — {why.map((each) => wordsOf(each, t)).join(", ")}
                </Text>
              </li>
            ))}
            {kept > named.length && (
              <li>
                <Text size={1}>{t("runs.more-failures", { count: kept - named.length })}</Text>
              </li>
            )}
          </Stack>
        </>
      );
    }
  }
}

const Trouble = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <Card tone="critical" padding={3} radius={2} role="alert">
    <Text size={1}>{children}</Text>
  </Card>
);

/** What the lake says when it refuses stands as it is. */
function wordsOf(why: string, t: (key: string) => string): string {
  const key = wordsOfReason(why);
  return key === undefined ? why : t(key);
}
