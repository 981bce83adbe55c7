import { Button, Flex, Text } from "@sanity/ui";
import { useMemo, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { useSay } from "../i18n/use-say.ts";
import { compareFields } from "./compare-fields.ts";
import { pairQuery, type ComparedStory } from "./compare-queries.ts";
import { CompareTable } from "./compare-table.tsx";
import { keepOther, takeField, twoStories } from "./decide-pair.ts";
import { usePairDeed } from "./use-pair-deed.ts";

interface ComparePairProps {
  /** Published ids. */
  readonly articleId: string;
  readonly otherId: string;
  /** A user's id. */
  readonly by: string;
  /** Whether anything still asks whether the two are one. */
  readonly isAsked: boolean;
  readonly onClose: () => void;
}

/** Two stories side by side, and what can be said of them. */
export function ComparePair({ articleId, otherId, by, isAsked, onClose }: ComparePairProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { did, isBusy, carryOutOn, undo } = usePairDeed(by);
  const result = useLiveQuery(useMemo(() => pairQuery(articleId, otherId), [articleId, otherId]));
  const { mine, theirs } = result.kind === "loaded" ? result.value : nobody;
  const say = useSay();
  const fields = useMemo(
    () => compareFields(mine?.article ?? {}, theirs?.article ?? {}, say),
    [mine, theirs, say],
  );
  if (result.kind !== "loaded")
    return (
      <Text size={1}>
        {result.kind === "failed"
          ? t("compare.failed", { reason: reasonOf(result.error, t) })
          : t("compare.loading")}
      </Text>
    );

  const keep = (
    kept: ComparedStory,
    gone: ComparedStory,
    [keptId, goneId]: readonly [string, string],
  ): void =>
    carryOutOn({
      kind: "keep",
      act: keepOther(keptId, gone.contentHash),
      articleId: goneId,
      otherId: keptId,
      story: headlineOf(kept) ?? t("compare.untitled"),
    });
  const isDecided = did?.kind === "keep" || did?.kind === "two";
  const canKeep = mine?.article && theirs?.article && !isBusy && !isDecided;
  return (
    <>
      <CompareTable
        stories={[mine, theirs]}
        fields={fields}
        onKeep={
          canKeep
            ? (side) =>
                side === 0
                  ? keep(mine, theirs, [articleId, otherId])
                  : keep(theirs, mine, [otherId, articleId])
            : undefined
        }
        onTake={
          isBusy
            ? undefined
            : (field, from) => {
                const [to, of] = from === 0 ? [otherId, articleId] : [articleId, otherId];
                carryOutOn({
                  kind: "take",
                  act: takeField(field, of),
                  articleId: to,
                  otherId: of,
                  story: "",
                });
              }
        }
      />
      <Flex gap={2} justify="flex-end" align="center" wrap="wrap" className="copydesk-compare-end">
        <Text size={1}>
          <span role="status" data-testid="compare-did">
            {did &&
              (did.kind === "refused"
                ? t(`queue.refused.${did.why}`, {
                    reason: did.error === undefined ? "" : reasonOf(did.error, t),
                  })
                : t(`compare.did.${did.kind}`, { story: `\u2068${did.story}\u2069` }))}
          </span>
        </Text>
        {undo && (
          <Button mode="ghost" fontSize={1} text={t("compare.undo")} disabled={isBusy} onClick={undo} />
        )}
        {isAsked && !isDecided && (
          <Button
            mode="ghost"
            fontSize={1}
            text={t("compare.two")}
            disabled={isBusy}
            onClick={() =>
              carryOutOn({ kind: "two", act: twoStories(otherId), articleId, otherId, story: "" })
            }
          />
        )}
        {isDecided && <Button tone="primary" fontSize={1} text={t("compare.close")} onClick={onClose} />}
      </Flex>
    </>
  );
}

const nobody = { mine: null, theirs: null };

const headlineOf = ({ article }: ComparedStory): string | undefined =>
  typeof article?.headline === "string" ? article.headline : undefined;
