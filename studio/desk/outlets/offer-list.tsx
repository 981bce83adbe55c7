import { Button, Flex, Stack, Text } from "@sanity/ui";
import { useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { StoryActs } from "../pane/use-story-acts.ts";
import { askToDismissRule, type OfferedRule, type ReviewedOutlet } from "../teach/ask-teacher.ts";
import { RuleOffer } from "../teach/rule-offer.tsx";

interface OfferListProps {
  readonly review: ReviewedOutlet;
  readonly origin: string;
  readonly acts: StoryActs;
  readonly onTaught: () => void;
}

/** The corrections that recur in the stories of an outlet, to be kept as rules or dismissed. */
export function OfferList({ review, origin, acts, onTaught }: OfferListProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [open, setOpen] = useState<string>();
  const dismiss = async (rule: OfferedRule): Promise<void> => {
    const { signal } = new AbortController();
    const isDone = await acts.carryOut(async () => {
      const outcome = await askToDismissRule(rule, { origin, signal, onProgress: () => {} });
      if (outcome.kind === "failed") throw new Error(outcome.message);
      return { kind: "done", undo: undefined };
    }, t("teach.dismissed"));
    if (isDone) onTaught();
  };
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {t("outlets.offers")}
      </Text>
      <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-bulk-results">
        {review.offers.map(({ shape, role, stories, example }) => {
          const rule = { outlet: review.key, shape, role, example };
          const name = `${role} ${shape}`;
          return (
            <Stack as="li" key={name} gap={3} data-testid="offer">
              <Text size={1}>
                <bdi className="copydesk-teach-shape">{shape}</bdi> –{" "}
                {t("outlets.offer", { count: stories, role: t(`teach.role.${role}`) })}
              </Text>
              {open === name ? (
                <RuleOffer
                  rules={[rule]}
                  origin={origin}
                  acts={acts}
                  decline={t("outlets.later")}
                  onDecline={() => setOpen(undefined)}
                  onDone={onTaught}
                  isWanted
                />
              ) : (
                <Flex gap={2} wrap="wrap">
                  <Button
                    mode="ghost"
                    fontSize={1}
                    padding={2}
                    text={t("outlets.look")}
                    onClick={() => setOpen(name)}
                  />
                  <Button
                    mode="bleed"
                    fontSize={1}
                    padding={2}
                    text={t("outlets.dismiss")}
                    disabled={acts.isBusy}
                    onClick={() => void dismiss(rule)}
                  />
                </Flex>
              )}
            </Stack>
          );
        })}
      </Stack>
    </Stack>
  );
}
