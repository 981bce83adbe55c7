import { useMemo, type ReactElement } from "react";
import { useCurrentUser, useTranslation } from "sanity";
import { deskStateNames } from "../../../schemas/index.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { countsQuery } from "../queue/queue-queries.ts";
import { TallyFigure } from "./tally-figure.tsx";

/** How many stories are in each state of the desk, as the tabs of the queue count them. */
export function StatesFigure(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const me = useCurrentUser()?.id ?? "";
  const live = useMemo(
    () => ({
      ...countsQuery({}, me),
      listenTo: '*[_type == "importRecord"]',
      perspective: "drafts" as const,
    }),
    [me],
  );
  const result = useLiveQuery(live);
  const rows = useMemo(
    () =>
      result.kind === "loaded"
        ? deskStateNames.map((state) => ({
            name: t(`queue.state.${state}`),
            value: result.value[state] ?? 0,
            filter: { state },
          }))
        : [],
    [result, t],
  );
  return <TallyFigure title={t("runs.chart.states")} unit={t("runs.stories")} rows={rows} />;
}
