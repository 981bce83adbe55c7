import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { useToast } from "@sanity/ui/toast";
import { useId, useMemo, useState, type ReactElement } from "react";
import { useClient, useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { isolated } from "./isolated.ts";
import { likelyDoubles } from "./likely-doubles.ts";
import type { Merging } from "./merge-dialog.tsx";
import type { NamedSource } from "./named-source.ts";
import { doublesQuery } from "./source-queries.ts";

/** How many pairs are shown until somebody asks for all. */
const first = 5;

/** The pairs of sources that may be the same. Nothing is done about them unless somebody says so. */
export function DoublesList({ onMerge }: { readonly onMerge: (merging: Merging) => void }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const toast = useToast();
  const titleId = useId();
  const [showsAll, setShowsAll] = useState(false);
  const result = useLiveQuery(doublesQuery);
  const { sources, apart } = result.kind === "loaded" ? result.value : nothing;
  const byId = useMemo(() => new Map(sources.map((source) => [source._id, source])), [sources]);
  const pairs = useMemo(
    () =>
      likelyDoubles(
        sources,
        apart.map(({ pair }) => pair),
      ),
    [sources, apart],
  );
  if (pairs.length === 0) return <></>;

  function keepApart(pair: readonly [string, string]): void {
    // With a dot in its id, a hosted project shows it to its members alone.
    client.create({ _id: "sourcesApart.", _type: "sourcesApart", pair }).catch((error: unknown) => {
      toast.push({ status: "error", title: t("merge.refused.failed", { reason: reasonOf(error, t) }) });
    });
  }

  return (
    <Card as="section" tone="caution" padding={3} radius={2} aria-labelledby={titleId} data-testid="doubles">
      <Stack gap={3}>
        <Text size={1} weight="medium" id={titleId}>
          <span role="status">{t("sources.doubles", { count: pairs.length })}</span>
        </Text>
        <ul>
          {pairs.slice(0, showsAll ? undefined : first).map(({ pair, because }) => {
            const [one, other] = pair.map((id) => byId.get(id));
            if (one === undefined || other === undefined) return undefined;
            const names = { one: isolated(nameOf(one)), other: isolated(nameOf(other)) };
            return (
              <li key={pair.join()} className="copydesk-sources-pair">
                <div className="copydesk-sources-words">
                  <Text size={1}>
                    <bdi>{nameOf(one)}</bdi> · <bdi>{nameOf(other)}</bdi>
                  </Text>
                  <Text size={0} muted>
                    {t(`sources.because.${because}`)}
                  </Text>
                </div>
                <Flex gap={2}>
                  <Button
                    mode="ghost"
                    fontSize={1}
                    padding={2}
                    text={t("sources.merge")}
                    aria-label={t("sources.merge-pair", names)}
                    onClick={() => onMerge({ one, other })}
                  />
                  <Button
                    mode="bleed"
                    fontSize={1}
                    padding={2}
                    text={t("sources.apart")}
                    aria-label={t("sources.apart-pair", names)}
                    onClick={() => keepApart(pair)}
                  />
                </Flex>
              </li>
            );
          })}
        </ul>
        {!showsAll && pairs.length > first && (
          <Flex>
            <Button
              mode="bleed"
              fontSize={1}
              padding={2}
              text={t("sources.more-doubles")}
              onClick={() => setShowsAll(true)}
            />
          </Flex>
        )}
      </Stack>
    </Card>
  );
}

const nothing = { sources: [], apart: [] };

const nameOf = ({ name, _id }: NamedSource): string => name ?? _id;
