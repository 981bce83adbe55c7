import { Card, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { LoadingBlock, useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { useImporter } from "../importer/use-importer.ts";
import { LastAct } from "../pane/last-act.tsx";
import { useStoryActs } from "../pane/use-story-acts.ts";
import { OutletItem } from "./outlet-item.tsx";
import { outletsQuery } from "./outlets-query.ts";
import { useReviews } from "./use-reviews.ts";

/** The outlets: how well each is read, what may be taught of it, and what is known of it. */
export function OutletsView(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const result = useLiveQuery(outletsQuery);
  const { importer } = useImporter();
  const { reviews, countAgain } = useReviews(importer);
  const acts = useStoryActs();
  if (result.kind === "loading") return <LoadingBlock showText />;
  if (result.kind === "failed")
    return <Say text={t("runs.failed", { reason: reasonOf(result.error, t) })} isAlert />;
  if (result.value.length === 0) return <Say text={t("outlets.none")} />;
  return (
    <Stack gap={2} padding={2}>
      {reviews.kind === "elsewhere" && <Say text={t("outlets.elsewhere")} />}
      {reviews.kind === "counting" && <Say text={t("outlets.counting")} />}
      {reviews.kind === "failed" && <Say text={t("runs.failed", { reason: reviews.message })} isAlert />}
      <LastAct acts={acts} />
      <Stack as="ul" gap={2} margin={0} padding={0}>
        {result.value.map((outlet) => (
          <OutletItem
            key={outlet._id}
            outlet={outlet}
            review={reviews.kind === "counted" ? reviews.outlets.get(outlet.key) : undefined}
            importer={importer}
            acts={acts}
            onTaught={countAgain}
          />
        ))}
      </Stack>
    </Stack>
  );
}

function Say({ text, isAlert = false }: { readonly text: string; readonly isAlert?: boolean }): ReactElement {
  return (
    <Card padding={4} role={isAlert ? "alert" : "status"} tone={isAlert ? "critical" : "default"}>
      <Text size={1}>{text}</Text>
    </Card>
  );
}
