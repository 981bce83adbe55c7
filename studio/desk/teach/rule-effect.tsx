import { Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { Effect } from "./use-rule-effect.ts";

/** Says what a rule would do: in how many stories, and to which lines, for example. */
export function RuleEffect({ effect }: { readonly effect: Effect }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  if (effect.kind === "lost")
    return (
      <Text size={1} role="alert">
        {t("runs.lost")}
      </Text>
    );
  if (effect.kind === "failed")
    return (
      <Text size={1} role="alert">
        <bdi dir="ltr">{effect.message}</bdi>
      </Text>
    );
  if (effect.kind === "looking")
    return (
      <Text size={1} muted>
        {t("teach.looking", { done: effect.done, all: effect.all })}
      </Text>
    );
  const { stories, changed, suggested, examples } = effect.did;
  return (
    <Stack gap={3} role="status">
      <Text size={1} weight="medium">
        {t("teach.stands", { count: stories })} {t("teach.changes", { count: changed })}
      </Text>
      {suggested > 0 && <Text size={1}>{t("teach.suggests", { count: suggested })}</Text>}
      {examples.length > 0 && (
        <>
          <Text size={1}>{t("teach.examples")}</Text>
          <Stack as="ul" gap={2} margin={0} padding={0} className="copydesk-bulk-results">
            {examples.map(({ headline, line }, index) => (
              <li key={index}>
                <Text size={1} muted>
                  <bdi>{line}</bdi> (<bdi>{headline}</bdi>)
                </Text>
              </li>
            ))}
          </Stack>
        </>
      )}
    </Stack>
  );
}
