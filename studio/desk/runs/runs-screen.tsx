import { Tab, TabList, TabPanel } from "@sanity/ui";
import { lazy, Suspense, useState, type ReactElement } from "react";
import { LoadingBlock, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { RunList } from "./run-list.tsx";

import "./runs.css";

/** The charts' library is loaded with them. */
const StatisticsView = lazy(async () => ({
  default: (await import("./statistics-view.tsx")).StatisticsView,
}));

const OutletsView = lazy(async () => ({
  default: (await import("../outlets/outlets-view.tsx")).OutletsView,
}));

const tabs = ["list", "statistics", "outlets"] as const;

/** The imports, and how they go. */
export function RunsScreen(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [open, setOpen] = useState<(typeof tabs)[number]>("list");
  return (
    <div className="copydesk-runs" data-testid="runs">
      <TabList gap={1} padding={2} aria-label={t("imports.title")}>
        {tabs.map((tab) => (
          <Tab
            key={tab}
            id={`runs-tab-${tab}`}
            aria-controls={`runs-panel-${tab}`}
            selected={open === tab}
            fontSize={1}
            padding={2}
            label={t(`runs.${tab}`)}
            onClick={() => setOpen(tab)}
          />
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab}
          id={`runs-panel-${tab}`}
          aria-labelledby={`runs-tab-${tab}`}
          hidden={open !== tab}
        >
          {open === tab && (
            <Suspense fallback={<LoadingBlock showText />}>
              {tab === "list" && <RunList />}
              {tab === "statistics" && <StatisticsView />}
              {tab === "outlets" && <OutletsView />}
            </Suspense>
          )}
        </TabPanel>
      ))}
    </div>
  );
}
