import { Button, Card, Flex, Heading, Stack, Text } from "@sanity/ui";
import { useId, useState, type ReactElement } from "react";
import { useNumberFormat, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { Importer } from "../importer/use-importer.ts";
import type { StoryActs } from "../pane/use-story-acts.ts";
import type { ReviewedOutlet } from "../teach/ask-teacher.ts";
import { OfferList } from "./offer-list.tsx";
import { OutletWords } from "./outlet-words.tsx";
import type { ShownOutlet } from "./outlets-query.ts";

interface OutletItemProps {
  readonly outlet: ShownOutlet;
  /** `undefined` until it is known, and where there is no importer. */
  readonly review: ReviewedOutlet | undefined;
  readonly importer: Importer;
  readonly acts: StoryActs;
  readonly onTaught: () => void;
}

/** One outlet: how well it is read, which rules editors may keep, and on request all that is known of it. */
export function OutletItem({ outlet, review, importer, acts, onTaught }: OutletItemProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  return (
    <Card as="li" border radius={2} padding={3} data-testid="outlet">
      <Stack gap={3}>
        <Flex gap={3} align="center" wrap="wrap">
          <Heading as="h3" size={0}>
            <bdi>{outlet.name}</bdi>
          </Heading>
          <Text size={1} muted>
            {t("outlets.stories", { count: outlet.stories })}
          </Text>
        </Flex>
        {review && <Share review={review} />}
        {review && review.offers.length > 0 && importer.kind === "here" && (
          <OfferList {...{ review, acts, onTaught }} origin={importer.origin} />
        )}
        <Flex>
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={t("outlets.profile")}
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setIsOpen(!isOpen)}
          />
        </Flex>
        <div id={detailsId}>{isOpen && <OutletWords outlet={outlet} acts={acts} />}</div>
      </Stack>
    </Card>
  );
}

function Share({ review: { lookedAt, values, kept } }: { readonly review: ReviewedOutlet }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const number = useNumberFormat();
  const percent = useNumberFormat({ style: "percent" });
  const says =
    values === 0
      ? t("outlets.untouched")
      : t("outlets.kept", {
          count: lookedAt,
          share: percent.format(kept / values),
          values: number.format(values),
        });
  return <Text size={1}>{says}</Text>;
}
