import { Card, Stack, Text } from "@sanity/ui";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import {
  LoadingBlock,
  useClient,
  useCurrentLocale,
  useDateTimeFormat,
  useNumberFormat,
  useTranslation,
} from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { wordsOfProblem } from "../queue/problem-words.ts";
import { SilentSources } from "./silent-sources.tsx";
import { fetchStatistics } from "./statistics-query.ts";
import { shareTaken, type Statistics } from "./statistics.ts";
import { StatesFigure } from "./states-figure.tsx";
import { TallyFigure } from "./tally-figure.tsx";

/** How imports go: how much comes from where, what is wrong with it, and how well the source is understood. */
export function StatisticsView(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const found = useStatistics();
  if (found === undefined) return <LoadingBlock showText />;
  if ("failed" in found) {
    return (
      <Card tone="critical" padding={3} role="alert">
        <Text size={1}>{t("runs.failed", { reason: reasonOf(found.failed, t) })}</Text>
      </Card>
    );
  }
  return <Figures {...found} />;
}

/** The statistics as they were when the view was opened, or what they have failed with. */
function useStatistics(): Statistics | { readonly failed: unknown } | undefined {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [found, setFound] = useState<ReturnType<typeof useStatistics>>();
  useEffect(() => {
    let isGone = false;
    fetchStatistics(client, new Date()).then(
      (statistics) => isGone || setFound(statistics),
      (error: unknown) => isGone || setFound({ failed: error }),
    );
    return () => {
      isGone = true;
    };
  }, [client]);
  return found;
}

function Figures(statistics: Statistics): ReactElement {
  const { days, languages, sources, problems, suggestions, newest } = statistics;
  const { t } = useTranslation(deskNamespace);
  const { id: locale } = useCurrentLocale();
  const day = useDateTimeFormat({ day: "numeric", month: "short" });
  const percent = useNumberFormat({ style: "percent" });
  const languageNames = useMemo(() => new Intl.DisplayNames(locale, { type: "language" }), [locale]);
  const share = shareTaken(suggestions);
  const stories = t("runs.stories");
  return (
    <Stack gap={3} padding={2}>
      <TallyFigure
        title={t("runs.chart.days")}
        unit={stories}
        shape="columns"
        rows={days.map(({ name, stories: value }) => ({
          name: day.format(new Date(`${name}T00:00`)),
          value,
          filter: { from: name, to: name },
        }))}
      />
      <StatesFigure />
      <TallyFigure
        title={t("runs.chart.problems", { newest })}
        unit={stories}
        rows={problems.map(({ name, stories: value }) => ({ name: t(wordsOfProblem(name)), value }))}
      />
      <TallyFigure
        title={t("runs.chart.languages")}
        unit={stories}
        rows={languages.map(({ name, stories: value }) => ({
          name: languageNames.of(name) ?? name,
          value,
          filter: { language: name },
        }))}
      />
      <TallyFigure
        title={t("runs.chart.sources")}
        unit={stories}
        rows={sources.map(({ id, name, stories: value }) => ({ name, value, filter: { source: id } }))}
      />
      <SilentSources sources={sources} />
      <TallyFigure
        title={t("runs.chart.suggestions", { newest })}
        unit={t("runs.number")}
        note={share === undefined ? undefined : t("runs.taken", { share: percent.format(share) })}
        rows={(["accepted", "rejected", "open"] as const).map((state) => ({
          name: t(`runs.suggestion.${state}`),
          value: suggestions[state],
        }))}
      />
    </Stack>
  );
}
