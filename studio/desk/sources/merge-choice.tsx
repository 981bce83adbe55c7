import { Button, Flex, Radio, Stack, Text } from "@sanity/ui";
import { useEffect, useId, useMemo, useState, type ReactElement } from "react";
import { useClient, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { mergeSources, rehearseMerge, type MergeOutcome } from "./carry-out-merge.ts";
import { isolated } from "./isolated.ts";
import type { MergePlan, MergeRefusal } from "./merge-sources.ts";
import type { Merged } from "./merged-note.tsx";
import type { NamedSource } from "./named-source.ts";
import { summaryOf } from "./merge-summary.ts";

interface MergeChoiceProps {
  readonly pair: readonly [NamedSource, NamedSource];
  /** Back to the choice of the other source, where there was one. */
  readonly onBack?: () => void;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onMerged: (merged: Merged) => void;
}

type Refused =
  Exclude<MergeOutcome, { readonly kind: "merged" }> | { readonly kind: "failed"; readonly error: unknown };

/** Asks which of two sources stays, says what would change, and does it. */
export function MergeChoice({ pair, onBack, onBusy, onMerged }: MergeChoiceProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const group = useId();
  const [stays, setStays] = useState(0);
  const [survivor, loser] = stays === 0 ? pair : [pair[1], pair[0]];
  const ids = useMemo(() => ({ survivor: survivor._id, loser: loser._id }), [survivor._id, loser._id]);
  const [rehearsed, setRehearsed] = useState<{
    readonly of: object;
    readonly as: MergePlan | MergeRefusal | Refused;
  }>();
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    rehearseMerge(client, ids).then(
      (as) => isCurrent && setRehearsed({ of: ids, as }),
      (error: unknown) => isCurrent && setRehearsed({ of: ids, as: { kind: "failed", error } }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, ids]);
  const plan = rehearsed?.of === ids ? rehearsed.as : undefined;

  async function merge(): Promise<void> {
    const busy = (is: boolean): void => {
      setIsBusy(is);
      onBusy(is);
    };
    busy(true);
    const outcome = await mergeSources(client, ids).catch((error: unknown) => ({
      kind: "failed" as const,
      error,
    }));
    busy(false);
    if (outcome.kind !== "merged") return setRehearsed({ of: ids, as: outcome });
    onMerged({
      id: Date.now(),
      survivor: nameOf(survivor),
      loser: nameOf(loser),
      undo: () => outcome.undo(),
    });
  }

  return (
    <>
      <Stack as="fieldset" gap={3} className="copydesk-sources-choice">
        <Text as="legend" size={1} weight="medium">
          {t("merge.keep")}
        </Text>
        {pair.map((source, index) => (
          <Flex key={source._id} as="label" gap={2} align="center">
            <Radio
              name={group}
              value={source._id}
              checked={stays === index}
              disabled={isBusy}
              onChange={() => setStays(index)}
            />
            <Text size={1}>
              <bdi>{nameOf(source)}</bdi>
            </Text>
          </Flex>
        ))}
      </Stack>
      <div role="status" className="copydesk-sources-words">
        {isBusy ? (
          <Text size={1}>{t("merge.busy")}</Text>
        ) : plan === undefined ? (
          <Text size={1}>{t("merge.looking")}</Text>
        ) : plan.kind === "plan" ? (
          <Would plan={plan} survivor={nameOf(survivor)} loser={nameOf(loser)} />
        ) : (
          <Text size={1}>
            {t(`merge.refused.${plan.kind}`, {
              name: isolated(nameOf(loser)),
              reason: plan.kind === "failed" ? reasonOf(plan.error, t) : "",
            })}
          </Text>
        )}
      </div>
      <Flex gap={2} justify="flex-end">
        {onBack && (
          <Button mode="ghost" fontSize={1} text={t("merge.back")} disabled={isBusy} onClick={onBack} />
        )}
        <Button
          tone="primary"
          fontSize={1}
          text={t("merge.go")}
          disabled={isBusy || plan?.kind !== "plan"}
          onClick={() => void merge()}
        />
      </Flex>
    </>
  );
}

const nameOf = ({ name, _id }: NamedSource): string => name ?? _id;

interface WouldProps {
  readonly plan: MergePlan;
  readonly survivor: string;
  readonly loser: string;
}

/** What a merge would change. */
function Would({ plan, survivor, loser }: WouldProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { articles, pictures, aliases } = summaryOf(plan);
  const name = isolated(survivor);
  return (
    <>
      <Text size={1}>{t("merge.would.articles", { count: articles, name })}</Text>
      {pictures > 0 && <Text size={1}>{t("merge.would.pictures", { count: pictures, name })}</Text>}
      {aliases.length > 0 && (
        <Text size={1}>{t("merge.would.aliases", { names: aliases.map(isolated).join(" · ") })}</Text>
      )}
      <Text size={1}>{t("merge.would.delete", { name: isolated(loser) })}</Text>
    </>
  );
}
