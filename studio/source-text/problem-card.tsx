import { Card, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import type { Problem } from "../../schemas/index.ts";

/** What the import could not resolve by itself, and what to do about it. */
export function ProblemCard({ problem }: { problem: Problem }): ReactElement {
  return (
    <Card tone="caution" radius={2} padding={3}>
      <Stack gap={2}>
        <Text size={1} weight="medium">
          {problem.line === undefined ? problem.message : `Line ${problem.line}: ${problem.message}`}
        </Text>
        <Text size={1} muted>
          {problem.hint}
        </Text>
      </Stack>
    </Card>
  );
}
