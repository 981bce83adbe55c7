import { Box, Card, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { type Evidence, isUnsure } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { sayHowFound } from "./how-found.ts";
import { lineNumbers } from "./line-numbers.ts";
import { useTitleOfPath } from "./use-title-of-path.ts";

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  /** Numbers of the values that were imported into the field in which the editor is. */
  readonly lit: readonly number[];
  /** Leads to the field of a value; `undefined` for a value without one. */
  readonly leadingTo: (value: Evidence) => (() => void) | undefined;
}

/** Each imported value with its lines or its place, and how it was found. */
export function EvidenceList({ evidence, lit, leadingTo }: EvidenceListProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <Box as="section" className="copydesk-evidence" aria-labelledby="copydesk-evidence">
      <Stack gap={3}>
        <Text as="h2" id="copydesk-evidence" size={1} weight="semibold">
          {t("story.values")}
        </Text>
        <Stack as="ul" gap={1} padding={0} margin={0}>
          {evidence.map((value, index) => (
            <ValueItem key={index} value={value} isLit={lit.includes(index)} onPress={leadingTo(value)} />
          ))}
        </Stack>
      </Stack>
    </Box>
  );
}

interface ValueItemProps {
  readonly value: Evidence;
  readonly isLit: boolean;
  readonly onPress: (() => void) | undefined;
}

function ValueItem({ value, isLit, onPress }: ValueItemProps): ReactElement {
  if (onPress === undefined)
    return (
      <Box as="li" padding={2}>
        <Value value={value} />
      </Box>
    );
  return (
    <li>
      <Card
        as="button"
        type="button"
        padding={2}
        radius={2}
        pressed={isLit}
        aria-pressed={isLit}
        onClick={onPress}
      >
        <Value value={value} />
      </Card>
    </li>
  );
}

function Value({ value }: { readonly value: Evidence }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const titleOf = useTitleOfPath();
  const { path, lines = [], place, confidence, printed } = value;
  return (
    <Stack as="span" gap={2}>
      <Text as="span" size={1} weight="medium">
        {titleOf(path)}
      </Text>
      <Flex as="span" gap={2} wrap="wrap">
        <Text as="span" size={0} muted={!isUnsure(confidence)}>
          {sayHowFound(value, t)}
        </Text>
        <Text as="span" size={0} muted>
          {lines.length > 0 ? (
            t("story.lines", { count: new Set(lines).size, numbers: lineNumbers(lines) })
          ) : (
            <bdi dir="ltr">{place}</bdi>
          )}
        </Text>
        {printed !== undefined && (
          <Text as="span" size={0} muted>
            <bdi>{printed}</bdi>
          </Text>
        )}
      </Flex>
    </Stack>
  );
}
