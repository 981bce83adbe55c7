import { Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { outletHabit } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { StoryActs } from "../pane/use-story-acts.ts";
import type { ShownOutlet } from "./outlets-query.ts";
import { TaughtRuleItem } from "./taught-rule-item.tsx";

interface OutletWordsProps {
  readonly outlet: ShownOutlet;
  readonly acts: StoryActs;
}

/** All that is known of an outlet, in plain words: what was learned from its stories, and what editors have taught. */
export function OutletWords({ outlet: { _id, learned, taught }, acts }: OutletWordsProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  if (learned.length + taught.length === 0) return <Text size={1}>{t("outlets.nothing")}</Text>;
  return (
    <Stack gap={4}>
      {taught.length > 0 && (
        <Stack gap={3}>
          <Text as="h4" size={1} weight="medium">
            {t("outlets.taught")}
          </Text>
          <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-bulk-results">
            {taught.map((rule) => (
              <TaughtRuleItem key={rule._key} profileId={_id} rule={rule} acts={acts} />
            ))}
          </Stack>
        </Stack>
      )}
      {outletHabit.options.map((habit) => {
        const own = learned.filter((shape) => shape.habit === habit);
        if (own.length === 0) return null;
        return (
          <Stack key={habit} gap={3}>
            <Text as="h4" size={1} weight="medium">
              {t(`outlets.habit.${habit}`)}
            </Text>
            <Stack as="ul" gap={2} margin={0} padding={0} className="copydesk-bulk-results">
              {own.map(({ _key, shape, role, stands, stories }) => (
                <li key={_key}>
                  <Text size={1}>
                    <bdi className="copydesk-teach-shape">{shape}</bdi> –{" "}
                    {t("outlets.learned", {
                      count: stories,
                      role: t(`teach.role.${role}`),
                      stands: t(`outlets.stands.${stands}`),
                    })}
                  </Text>
                </li>
              ))}
            </Stack>
          </Stack>
        );
      })}
    </Stack>
  );
}
