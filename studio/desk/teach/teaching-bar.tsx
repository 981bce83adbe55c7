import { Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { LastAct } from "../pane/last-act.tsx";
import { RuleOffer } from "./rule-offer.tsx";
import type { Teaching } from "./use-teaching.ts";

/** Above the lines of a source: what was taught last, with its undo, and the rule that may come of it. */
export function TeachingBar({ teaching }: { readonly teaching: Teaching }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { importer, acts, offered, closeOffer } = teaching;
  const [first, ...others] = offered;
  if (importer.kind === "elsewhere")
    return (
      <Text size={1} muted>
        {t("teach.elsewhere")}
      </Text>
    );
  return (
    <Stack gap={3} className="copydesk-teaching">
      {acts.isBusy && (
        <Text size={1} muted>
          {t("teach.busy")}
        </Text>
      )}
      <LastAct acts={acts} />
      {first !== undefined && importer.kind === "here" && (
        <RuleOffer
          key={`${first.shape} ${first.role}`}
          rules={[first, ...others]}
          origin={importer.origin}
          acts={acts}
          decline={t("teach.decline")}
          onDecline={closeOffer}
          onDone={closeOffer}
          isWanted={false}
        />
      )}
    </Stack>
  );
}
