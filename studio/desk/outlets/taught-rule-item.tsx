import { Button, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useClient, useNumberFormat, useTranslation } from "sanity";
import type { TaughtRule } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { StoryActs } from "../pane/use-story-acts.ts";
import { usePeople } from "../people/use-people.ts";
import { setRuleState } from "./set-rule-state.ts";

interface TaughtRuleItemProps {
  readonly profileId: string;
  readonly rule: TaughtRule;
  readonly acts: StoryActs;
}

/** A rule that an editor has taught: how it fares, and the way to retire or restore it. */
export function TaughtRuleItem({ profileId, rule, acts }: TaughtRuleItemProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const number = useNumberFormat();
  const people = usePeople();
  const { shape, role, state, by } = rule;
  const name = people.find(({ id }) => id === by)?.displayName;
  const [kept, contradicted] = [number.format(rule.kept), number.format(rule.contradicted)];
  const counts = { role: t(`teach.role.${role}`), kept, contradicted };
  const turn = state === "active" ? "retire" : "restore";
  return (
    <Stack as="li" gap={2} data-testid="taught-rule">
      <Flex gap={3} align="center" wrap="wrap">
        <Text size={1}>
          <bdi className="copydesk-teach-shape">{shape}</bdi> –{" "}
          {name === undefined ? t("outlets.rule", counts) : t("outlets.rule-by", { ...counts, name })}
        </Text>
        <Button
          mode="ghost"
          fontSize={1}
          padding={2}
          text={t(`outlets.${turn}`)}
          disabled={acts.isBusy}
          onClick={() =>
            void acts.carryOut(
              () => setRuleState(client, profileId, { rule, now: new Date() }),
              t(`outlets.did-${turn}`),
            )
          }
        />
      </Flex>
      {state === "retired" && (
        <Text size={1} muted>
          {t(rule.contradicted > rule.kept ? "outlets.retired-by-itself" : "outlets.retired")}
        </Text>
      )}
    </Stack>
  );
}
