import { Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { contextOf, type BulkThing } from "./bulk-thing.ts";
import type { BulkOutcome, BulkResult } from "./run-job.ts";

interface BulkResultsProps {
  readonly things: BulkThing;
  readonly results: readonly BulkResult[];
  readonly says: "would" | "did" | "undid";
  /** What can be done next, for so many. */
  readonly onGo: (count: number) => ReactElement;
}

/** How many it is well with, and each of the others with the reason. */
export function BulkResults({ things, results, says, onGo }: BulkResultsProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const others = results.filter(({ outcome }) => outcome.kind !== "done");
  const count = results.length - others.length;
  return (
    <>
      <Stack gap={3} role="status">
        <Text size={1} weight="medium">
          {t(`bulk.${says}`, { count, ...contextOf(things) })}
        </Text>
        {others.length > 0 && (
          <Text size={1}>
            {t(says === "would" ? "bulk.would-not" : "bulk.did-not", {
              count: others.length,
              ...contextOf(things),
            })}
          </Text>
        )}
      </Stack>
      {others.length > 0 && (
        <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-bulk-results">
          {others.map(({ subject, outcome }) => (
            <li key={subject.id}>
              <Text size={1}>
                <bdi>{subject.title}</bdi> — {t(`bulk.why.${reasonOf(outcome)}`)}
              </Text>
            </li>
          ))}
        </Stack>
      )}
      <Flex justify="flex-end">{onGo(count)}</Flex>
    </>
  );
}

const reasonOf = (outcome: BulkOutcome): string =>
  outcome.kind === "warned" ? outcome.warning.order : outcome.kind;
