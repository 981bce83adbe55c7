import { Box, Tab, TabList } from "@sanity/ui";
import type { ReactElement } from "react";
import { useNumberFormat, useTranslation } from "sanity";
import { deskStateNames, waitingStates, type DeskStateName } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { withPart } from "./filter-params.ts";
import { useQueue } from "./queue-context.ts";
import type { QueueCounts } from "./queue-queries.ts";
import { queueRowsId } from "./queue-rows.tsx";

/** The states, each with how many stories are in it; those without any are left out, unless they are put aside by people. */
export function QueueTabs(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const format = useNumberFormat();
  const { filter, setFilter, counts } = useQueue();
  const isOffered = (state: DeskStateName): boolean =>
    state === filter.state || !waitingStates.includes(state) || (counts?.[state] ?? 0) > 0;
  const tab = (state: DeskStateName | undefined): ReactElement => (
    <Tab
      key={state ?? "open"}
      id={`queue-tab-${state ?? "open"}`}
      aria-controls={queueRowsId}
      selected={state === filter.state}
      fontSize={1}
      padding={2}
      label={[
        t(`queue.state.${state ?? "open"}`),
        ...(counts ? [format.format(countOf(counts, state))] : []),
      ].join(" ")}
      onClick={() => setFilter(withPart(filter, "state", state))}
    />
  );
  return (
    <Box className="copydesk-list-tabs" padding={2}>
      <TabList gap={1} aria-label={t("queue.states")}>
        {[undefined, ...deskStateNames.filter(isOffered)].map(tab)}
      </TabList>
    </Box>
  );
}

/** How many stories are in a state, or wait for somebody. Pure. */
export const countOf = (counts: QueueCounts, state: DeskStateName | undefined): number =>
  (state === undefined ? waitingStates : [state]).reduce((sum, each) => sum + (counts[each] ?? 0), 0);
