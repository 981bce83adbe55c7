import { Button, Card, Flex, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { resolveDirection } from "../../direction/text-direction.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { ComparedField } from "./compare-fields.ts";
import type { ComparedStory } from "./compare-queries.ts";

/** The story that was asked about, or the other one. */
type Side = 0 | 1;

interface CompareTableProps {
  readonly stories: readonly [ComparedStory | null, ComparedStory | null];
  readonly fields: readonly ComparedField[];
  /** Absent where there is nothing to choose from. */
  readonly onKeep: ((side: Side) => void) | undefined;
  /** Takes a field over from one story into the other. */
  readonly onTake: ((field: string, from: Side) => void) | undefined;
}

const sides: readonly Side[] = [0, 1];

/** Two stories, field beside field, each text in its own direction, with what stands in one alone. */
export function CompareTable({ stories, fields, onKeep, onTake }: CompareTableProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const title = (side: Side): string => {
    const headline = stories[side]?.article?.headline;
    return typeof headline === "string" ? headline : t("compare.untitled");
  };
  return (
    <div className="copydesk-compare" data-testid="compare">
      {sides.map((side) => (
        <Card key={side} borderBottom paddingBottom={3}>
          <Flex gap={3} align="center">
            <div className="copydesk-compare-head">
              <Text as="h2" size={1} weight="semibold">
                {t(side === 0 ? "compare.mine" : "compare.theirs")}
              </Text>
              <Text size={0} muted>
                {stories[side] ? <bdi>{stories[side].input}</bdi> : t("compare.gone")}
              </Text>
            </div>
            {onKeep && (
              <Button
                mode="ghost"
                tone="primary"
                fontSize={1}
                padding={2}
                text={t("compare.keep")}
                aria-label={t("compare.keep-what", { story: `\u2068${title(side)}\u2069` })}
                onClick={() => onKeep(side)}
              />
            )}
          </Flex>
        </Card>
      ))}
      {fields.map((field) =>
        sides.map((side) => (
          <Cell
            key={`${field.field} ${side}`}
            field={field}
            side={side}
            story={stories[side]}
            onTake={stories[1 - side]?.article ? onTake : undefined}
          />
        )),
      )}
    </div>
  );
}

interface CellProps {
  readonly field: ComparedField;
  readonly side: Side;
  readonly story: ComparedStory | null;
  readonly onTake: CompareTableProps["onTake"];
}

function Cell({ field: { field, isSame, mine, theirs }, side, story, onTake }: CellProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const parts = side === 0 ? mine : theirs;
  const title = t(`compare.field.${field}`);
  const { language: documentLanguage, direction: documentDirection } = story?.article ?? {};
  return (
    <section aria-label={title} className="copydesk-compare-cell">
      <Flex gap={2} align="center">
        <Text size={0} muted>
          {title}
          {isSame && ` · ${t("compare.same")}`}
        </Text>
        {!isSame && parts.length > 0 && onTake && (
          <Button
            mode="bleed"
            fontSize={0}
            padding={1}
            text={t("compare.take")}
            aria-label={t("compare.take-field", { field: title })}
            onClick={() => onTake(field, side)}
          />
        )}
      </Flex>
      {parts.length === 0 ? (
        <Text size={1} muted>
          {t("compare.nothing")}
        </Text>
      ) : (
        <div
          {...resolveDirection("content", { documentLanguage, documentDirection })}
          className="copydesk-compare-text"
        >
          {parts.map(({ kind, text }, index) =>
            kind === "same" ? (
              text
            ) : (
              <mark key={index}>
                <bdi className="copydesk-unseen">{t("compare.only-here")}</bdi>
                <bdi>{text}</bdi>
              </mark>
            ),
          )}
        </div>
      )}
    </section>
  );
}
