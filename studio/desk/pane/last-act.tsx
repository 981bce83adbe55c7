import { Button, Flex, Text } from "@sanity/ui";
import { useRef, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { useKeptFocus } from "../../focus/use-kept-focus.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { StoryActs } from "./use-story-acts.ts";

/** Says what was done last, to whoever cannot see it too, with a button that undoes it. */
export function LastAct({ acts: { last, isBusy } }: { readonly acts: StoryActs }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const status = useRef<HTMLDivElement>(null);
  useKeptFocus(status, last);
  return (
    <div ref={status} role="status" tabIndex={-1} className="copydesk-last-act">
      {last !== undefined && (
        <Flex gap={2} align="center" wrap="wrap">
          <Text size={1} muted>
            <bdi>{last.said}</bdi>
          </Text>
          {last.undo !== undefined && (
            <Button
              mode="ghost"
              fontSize={1}
              padding={2}
              text={t("story.undo")}
              aria-disabled={isBusy}
              onClick={last.undo}
            />
          )}
        </Flex>
      )}
    </div>
  );
}
