import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { useMemo, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { RunDialog } from "./run-dialog.tsx";
import { RunItem } from "./run-item.tsx";
import { runsQuery } from "./run-queries.ts";
import { useImporter } from "../importer/use-importer.ts";

/** How many runs come at a time. */
const pageSize = 20;

interface Asked {
  readonly kind: "undo" | "retry";
  readonly run: string;
}

/** The runs that wrote something, the newest first, and what can be done to them. */
export function RunList(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [most, setMost] = useState(pageSize);
  const result = useLiveQuery(useMemo(() => runsQuery(most), [most]));
  const [asked, setAsked] = useState<Asked>();
  const { importer, lookAgain } = useImporter();

  function close(): void {
    setAsked(undefined);
    lookAgain();
  }

  if (result.kind === "loading") return <Say text={t("runs.loading")} />;
  if (result.kind === "failed")
    return <Say text={t("runs.failed", { reason: reasonOf(result.error, t) })} isAlert />;
  if (result.value.length === 0) return <Say text={t("runs.none")} />;
  return (
    <Stack gap={2} padding={2}>
      <Stack as="ul" gap={2} margin={0} padding={0}>
        {result.value.map((run) => (
          <RunItem key={run.run} run={run} onAsked={(kind) => setAsked({ kind, run: run.run })} />
        ))}
      </Stack>
      {result.value.length === most && (
        <Button mode="ghost" fontSize={1} text={t("runs.older")} onClick={() => setMost(most + pageSize)} />
      )}
      {asked && <RunDialog {...asked} importer={importer} onClose={close} />}
    </Stack>
  );
}

function Say({ text, isAlert = false }: { readonly text: string; readonly isAlert?: boolean }): ReactElement {
  return (
    <Card padding={4} role={isAlert ? "alert" : "status"} tone={isAlert ? "critical" : "default"}>
      <Flex>
        <Text size={1}>{text}</Text>
      </Flex>
    </Card>
  );
}
