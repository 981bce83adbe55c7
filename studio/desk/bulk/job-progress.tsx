import { Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";

/** How far something is that is done to many stories, for eyes and ears. */
export function JobProgress({
  finished,
  all,
}: {
  readonly finished: number;
  readonly all: number;
}): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const says = t("bulk.progress", { finished: Math.floor(finished), all });
  return (
    <Stack gap={3}>
      <progress value={finished} max={all} aria-label={says} />
      <Text size={1} role="status">
        {says}
      </Text>
    </Stack>
  );
}
