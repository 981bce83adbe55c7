import { Select, Stack, Text } from "@sanity/ui";
import { useId, useMemo, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { DeskDialog } from "../../focus/desk-dialog.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { askedQuery } from "./compare-queries.ts";
import { ComparePair } from "./compare-pair.tsx";

import "./duplicates.css";

interface CompareDialogProps {
  /** Published id. */
  readonly articleId: string;
  /** A user's id. */
  readonly by: string;
  readonly onClose: () => void;
}

/** Shows a story beside another one that it may be, and lets an editor say whether it is. */
export function CompareDialog({ articleId, by, onClose }: CompareDialogProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const result = useLiveQuery(useMemo(() => askedQuery(articleId), [articleId]));
  const [chosen, setChosen] = useState<string>();
  const id = useId();
  const others = result.kind === "loaded" ? result.value : [];
  // What was decided just now stays in sight, though nothing asks about it any more.
  const [shown, setShown] = useState<string>();
  const otherId = chosen ?? shown ?? others[0]?.otherId;
  if (shown === undefined && otherId !== undefined) setShown(otherId);
  const code = others.find((one) => one.otherId === otherId)?.code;
  return (
    <DeskDialog id="compare-dialog" header={t("compare.title")} width={3} onClose={onClose}>
      <Stack padding={4} gap={4}>
        {others.length > 1 && (
          <Stack gap={2}>
            <Text as="label" htmlFor={id} size={1}>
              {t("compare.which")}
            </Text>
            <Select
              id={id}
              fontSize={1}
              value={otherId ?? ""}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            >
              {others.map((one, index) => (
                <option key={one.otherId} value={one.otherId}>
                  {`${index + 1}: ${asks(t, one.code)}`}
                </option>
              ))}
            </Select>
          </Stack>
        )}
        {otherId === undefined ? (
          <Text size={1}>
            <span role="status">
              {result.kind === "failed"
                ? t("compare.failed", { reason: reasonOf(result.error, t) })
                : t(result.kind === "loading" ? "compare.loading" : "compare.none")}
            </span>
          </Text>
        ) : (
          <>
            {code !== undefined && <Text size={1}>{asks(t, code)}</Text>}
            <ComparePair
              key={otherId}
              articleId={articleId}
              otherId={otherId}
              by={by}
              isAsked={code !== undefined}
              onClose={onClose}
            />
          </>
        )}
      </Stack>
    </DeskDialog>
  );
}

const known = ["near-duplicate", "identity-contested", "path-reused", "address-reused"];

const asks = (t: (key: string) => string, code: string): string =>
  t(`compare.asks.${known.includes(code) ? code : "other"}`);
