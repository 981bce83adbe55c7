import { Box, Button, Card, Flex, Heading, Radio, Stack, Text } from "@sanity/ui";
import { useId, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { failureError, isFailure } from "../importer/ask-job.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { StoryActs } from "../pane/use-story-acts.ts";
import { askToTeachRule, type OfferedRule } from "./ask-teacher.ts";
import { RuleEffect } from "./rule-effect.tsx";
import { undoLesson } from "./undo-lesson.ts";
import { useRuleEffect } from "./use-rule-effect.ts";

interface RuleOfferProps {
  /** Rules about the same line, the widest first. */
  readonly rules: readonly [OfferedRule, ...OfferedRule[]];
  readonly origin: string;
  readonly acts: StoryActs;
  /** What declining is called. */
  readonly decline: string;
  readonly onDecline: () => void;
  readonly onDone: () => void;
  /** Whether it is offered even if no other story has such a line. */
  readonly isWanted: boolean;
}

/** Offers a rule for an outlet: what it would do is said before it can be kept, and undone afterwards. */
export function RuleOffer(props: RuleOfferProps): ReactElement {
  const { rules, origin, acts, decline, onDecline, onDone, isWanted } = props;
  const { t } = useTranslation(deskNamespace);
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const rule = rules[chosen] ?? rules[0];
  const effect = useRuleEffect(rule, origin);
  // A rule for one line is none, and nobody is to be bothered with it.
  if (!isWanted && chosen === 0 && effect.kind === "would" && effect.did.stories < 2) return <></>;

  const apply = (): void => {
    let count = 0;
    void acts.carryOut(
      async () => {
        const { signal } = new AbortController();
        const outcome = await askToTeachRule(rule, false, { origin, signal, onProgress: () => {} });
        if (isFailure(outcome)) throw failureError(outcome);
        count = outcome.changed;
        onDone();
        return { kind: "done", undo: () => undoLesson(outcome.run, origin) };
      },
      () => t("teach.ruled", { count }),
    );
  };
  return (
    <Card as="section" border radius={2} padding={3} aria-labelledby={id} data-testid="rule-offer">
      <Stack gap={4}>
        <Heading as="h3" size={0} id={id}>
          {t("teach.offer", { outlet: `\u2068${rule.outlet}\u2069` })}
        </Heading>
        <Stack as="fieldset" gap={3} margin={0} padding={0} className="copydesk-teach-shapes">
          <legend className="copydesk-unseen">{t("teach.shape")}</legend>
          {rules.map(({ shape, role }, index) => (
            <Flex as="label" key={shape} gap={2} align="center">
              {rules.length > 1 && (
                <Radio name={id} checked={index === chosen} onChange={() => setChosen(index)} />
              )}
              <Box flex={1}>
                <Text size={1}>
                  <bdi className="copydesk-teach-shape">{shape}</bdi> – {t(`teach.role.${role}`)}
                </Text>
              </Box>
            </Flex>
          ))}
        </Stack>
        <RuleEffect effect={effect} />
        <Flex gap={2} wrap="wrap">
          <Button
            tone="primary"
            fontSize={1}
            padding={2}
            text={t("teach.apply")}
            disabled={effect.kind !== "would" || acts.isBusy}
            onClick={apply}
          />
          <Button
            mode="ghost"
            fontSize={1}
            padding={2}
            text={decline}
            disabled={acts.isBusy}
            onClick={onDecline}
          />
        </Flex>
      </Stack>
    </Card>
  );
}
