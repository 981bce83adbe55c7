import { Heading, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { ShownRun } from "./run-queries.ts";

interface RunFailuresProps {
  readonly failures: NonNullable<ShownRun["failures"]>;
  /** How many there are in all: a run names no more than a hundred. */
  readonly all: number;
}

/** The stories that a run could not import, with what was wrong and what to do about it. */
export function RunFailures({ failures, all }: RunFailuresProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  if (failures.length === 0) return <></>;
  return (
    <Stack gap={3}>
      <Heading as="h4" size={0}>
        {t("runs.failures")}
      </Heading>
      <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-runs-failures">
        {failures.map(({ _key, input, problems }) => (
          <Stack as="li" key={_key} gap={2}>
            <Text size={1} weight="medium">
              <bdi>{input}</bdi>
            </Text>
            {problems.map((problem, index) => (
              <Text key={`${problem._key}-${index}`} size={1} muted>
                <bdi dir="ltr">
                  {problem.message}. {problem.hint}
                </bdi>
              </Text>
            ))}
          </Stack>
        ))}
      </Stack>
      {all > failures.length && (
        <Text size={1}>{t("runs.more-failures", { count: all - failures.length })}</Text>
      )}
    </Stack>
  );
}
