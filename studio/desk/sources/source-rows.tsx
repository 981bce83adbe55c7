import { Badge, Button, Card, Flex, Text } from "@sanity/ui";
import { useMemo, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { StateLink } from "sanity/router";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { isolated } from "./isolated.ts";
import type { Merging } from "./merge-dialog.tsx";
import { usesQuery, type SourceRow } from "./source-queries.ts";
import { sourcesPaneId } from "./sources-pane-id.ts";

interface SourceRowsProps {
  readonly rows: readonly SourceRow[];
  readonly onMerge: (merging: Merging) => void;
}

/** The sources of a page: the names of each, and how many articles and pictures come from it. */
export function SourceRows({ rows, onMerge }: SourceRowsProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const ids = rows.map(({ _id }) => _id).join("\n");
  const result = useLiveQuery(useMemo(() => usesQuery(ids === "" ? [] : ids.split("\n")), [ids]));
  const uses = result.kind === "loaded" ? result.value : undefined;
  return (
    <ul>
      {rows.map((row) => {
        const name = row.name ?? t("sources.unnamed");
        const others = new Set([
          ...(row.names ?? []).flatMap(({ value }) => value ?? []),
          ...(row.aliases ?? []),
        ]);
        others.delete(name);
        return (
          <Card as="li" key={row._id} borderTop paddingY={3} data-testid="source-row">
            <Flex gap={3} align="flex-start">
              <div className="copydesk-sources-words">
                <Text size={1} weight="medium">
                  <StateLink state={sourceState(row._id)}>
                    <bdi>{name}</bdi>
                  </StateLink>
                </Text>
                {others.size > 0 && (
                  <Text size={0} muted>
                    {t("sources.aliases", { names: [...others].map(isolated).join(" · ") })}
                  </Text>
                )}
                <Flex gap={2} align="center" wrap="wrap">
                  {uses && (
                    <>
                      <Badge fontSize={0}>{t("sources.articles", { count: uses.articles(row._id) })}</Badge>
                      <Badge fontSize={0}>{t("sources.pictures", { count: uses.pictures(row._id) })}</Badge>
                    </>
                  )}
                </Flex>
              </div>
              <Button
                mode="ghost"
                fontSize={1}
                padding={2}
                text={t("sources.merge")}
                aria-label={t("sources.merge-one", { name: isolated(name) })}
                onClick={() => onMerge({ one: row })}
              />
            </Flex>
          </Card>
        );
      })}
    </ul>
  );
}

/** The state of the address that shows a source beside the list. */
const sourceState = (id: string): { readonly panes: unknown[] } => ({
  panes: [[{ id: sourcesPaneId }], [{ id, params: { type: "source" } }]],
});
