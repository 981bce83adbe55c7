import { Badge, Box, Card, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { type Evidence, isUnsure } from "../../schemas/index.ts";
import { readableLines } from "./readable-lines.ts";
import { titleOfPath } from "./title-of-path.ts";

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  /** The one whose lines stay marked. */
  readonly pressed: number | undefined;
  readonly onPress: (index: number | undefined) => void;
  /** Called with the one under the pointer or the keyboard's focus, and with `undefined` when it leaves. */
  readonly onPoint: (index: number | undefined) => void;
}

/** Each imported value with its lines or its place, the confidence, and the rule that found it. */
export function EvidenceList({ evidence, pressed, onPress, onPoint }: EvidenceListProps): ReactElement {
  return (
    <Box as="section" className="copydesk-evidence" padding={4} aria-labelledby="copydesk-evidence">
      <Stack gap={3}>
        <Text as="h2" id="copydesk-evidence" size={1} weight="semibold">
          Where the values come from
        </Text>
        <Stack as="ul" gap={1} padding={0} margin={0}>
          {evidence.map((item, index) => (
            <li key={index}>
              {item.lines === undefined || item.lines.length === 0 ? (
                <Box padding={2}>
                  <Value evidence={item} />
                </Box>
              ) : (
                <Card
                  as="button"
                  type="button"
                  padding={2}
                  radius={2}
                  pressed={index === pressed}
                  aria-pressed={index === pressed}
                  onClick={() => onPress(index === pressed ? undefined : index)}
                  onMouseEnter={() => onPoint(index)}
                  onMouseLeave={() => onPoint(undefined)}
                  onFocus={() => onPoint(index)}
                  onBlur={() => onPoint(undefined)}
                >
                  <Value evidence={item} />
                </Card>
              )}
            </li>
          ))}
        </Stack>
      </Stack>
    </Box>
  );
}

function Value({ evidence: { path, lines = [], place, rule, confidence, printed } }: { evidence: Evidence }) {
  const percent = `${Math.round(100 * confidence)} %`;
  return (
    <Stack as="span" gap={2}>
      <Flex as="span" gap={2} align="center" justify="space-between" className="copydesk-evidence-head">
        <Text as="span" size={1} weight="medium">
          {titleOfPath(path)}
        </Text>
        {isUnsure(confidence) ? (
          <Badge tone="caution" fontSize={0}>
            {percent}, unsure
          </Badge>
        ) : (
          <Text as="span" size={0} muted>
            {percent}
          </Text>
        )}
      </Flex>
      <Flex as="span" gap={2} wrap="wrap">
        <Text as="span" size={0}>
          {lines.length > 0 ? readableLines(lines) : <bdi dir="ltr">{place}</bdi>}
        </Text>
        <Text as="span" size={0} muted>
          {rule}
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
