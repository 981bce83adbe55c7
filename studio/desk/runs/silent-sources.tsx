import { Card, Heading, Stack, Text } from "@sanity/ui";
import { useId, type ReactElement } from "react";
import { useDateTimeFormat, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { QueueLink } from "../queue/queue-link.tsx";
import type { SourceTally } from "./statistics.ts";

/** The sources from which nothing comes any more, and since when. */
export function SilentSources({ sources }: { readonly sources: readonly SourceTally[] }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const format = useDateTimeFormat({ dateStyle: "medium" });
  const id = useId();
  const silent = sources.flatMap(({ silentSince, ...source }) =>
    silentSince === undefined ? [] : [{ ...source, since: silentSince }],
  );
  return (
    <Card as="section" border radius={2} padding={3} aria-labelledby={id}>
      <Stack gap={4}>
        <Heading as="h3" size={0} id={id}>
          {t("runs.silent")}
        </Heading>
        <Text size={1}>{t(silent.length === 0 ? "runs.nobody-silent" : "runs.silent-what")}</Text>
        {silent.length > 0 && (
          <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-bulk-results">
            {silent
              .toSorted((a, b) => (a.since < b.since ? -1 : 1))
              .map(({ id: source, name, since }) => (
                <li key={source}>
                  <Text size={1}>
                    <QueueLink filter={{ source }}>
                      <bdi>{name}</bdi>
                    </QueueLink>
                    {" — "}
                    {t("runs.silent-since", { time: format.format(new Date(since)) })}
                  </Text>
                </li>
              ))}
          </Stack>
        )}
      </Stack>
    </Card>
  );
}
