import { Card, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { type ValidationMarker, useTranslation } from "sanity";
import { type Path, formatPath } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { stepsOf } from "../pane/open-document.ts";
import { useTitleOfPath } from "./use-title-of-path.ts";

interface BlockingListProps {
  readonly errors: readonly ValidationMarker[];
  readonly onGo: (path: Path) => void;
}

/** All that stops the article from being published; each leads to its field. */
export function BlockingList({ errors, onGo }: BlockingListProps): ReactElement | null {
  const { t } = useTranslation(deskNamespace);
  const titleOf = useTitleOfPath();
  if (errors.length === 0) return null;
  return (
    <Card tone="critical" radius={2} padding={3} data-testid="blocking">
      <Stack gap={3}>
        <Text as="h2" size={1} weight="semibold">
          {t("story.stops")}
        </Text>
        <Stack as="ul" gap={1} padding={0} margin={0}>
          {errors.map(({ path, message }, index) => {
            const steps = stepsOf(path);
            return (
              <li key={index}>
                <Card as="button" type="button" padding={2} radius={2} onClick={() => onGo(steps)}>
                  <Text as="span" size={1}>
                    {titleOf(formatPath(steps.slice(0, 1)))}: {message}
                  </Text>
                </Card>
              </li>
            );
          })}
        </Stack>
      </Stack>
    </Card>
  );
}
