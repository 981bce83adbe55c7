import { Card, Flex, Stack, Text } from "@sanity/ui";
import { type ReactElement, useMemo, useState } from "react";
import type { DirectionAttributes } from "../direction/text-direction.ts";
import { leftOutLines } from "../left-out/left-out-lines.ts";
import { LeftOutList } from "../left-out/left-out-list.tsx";
import { useLeftOut } from "../left-out/use-left-out.ts";
import { SuggestionList } from "../suggestions/suggestion-list.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { fieldsOfLines } from "./fields-of-lines.ts";
import { ProblemCard } from "./problem-card.tsx";
import { readEvidence } from "./read-evidence.ts";
import { SourceLines } from "./source-lines.tsx";
import type { StoredRecord } from "./stored-record.ts";

interface ImportedStoryProps {
  readonly articleId: string;
  readonly record: StoredRecord;
  readonly direction: DirectionAttributes;
}

/** The raw story beside the values that were read from it. Each scrolls by itself, so that the list stays in reach. */
export function ImportedStory({ articleId, record, direction }: ImportedStoryProps): ReactElement {
  const { input, sourceText, importedAt, problems, suggestions } = record;
  const evidence = useMemo(() => readEvidence(record.evidence), [record.evidence]);
  const fields = useMemo(() => fieldsOfLines(evidence), [evidence]);
  const leftOut = useLeftOut(articleId, record);
  const lines = useMemo(() => sourceText.split("\n"), [sourceText]);
  const left = useMemo(() => leftOutLines(lines, leftOut.pieces), [lines, leftOut.pieces]);
  const [pressed, setPressed] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const marked = evidence[pointed ?? pressed ?? -1]?.lines;

  return (
    <div className="copydesk-source-view" data-testid="source-text">
      <div>
        {evidence.length > 0 && (
          <EvidenceList evidence={evidence} pressed={pressed} onPress={setPressed} onPoint={setPointed} />
        )}
        <Stack className="copydesk-source-story" padding={4} gap={4}>
          <Flex gap={3} wrap="wrap">
            <Text size={1} muted>
              <bdi dir="ltr">{input}</bdi>
            </Text>
            <Text size={1} muted>
              <time dateTime={importedAt}>{new Date(importedAt).toLocaleString()}</time>
            </Text>
          </Flex>
          {suggestions && suggestions.length > 0 && (
            <SuggestionList articleId={articleId} suggestions={suggestions} />
          )}
          {problems?.map((item) => (
            <ProblemCard key={item._key} problem={item} />
          ))}
          <LeftOutList leftOut={leftOut} direction={direction} />
          {fields.size > 0 || left.size > 0 ? (
            <Card border radius={3} paddingY={3}>
              <SourceLines
                lines={lines}
                direction={direction}
                fields={fields}
                marked={marked}
                leftOut={leftOut}
                leftOutLines={left}
              />
            </Card>
          ) : (
            <Card border radius={3} padding={4}>
              <div {...direction} className="copydesk-source-text">
                {sourceText}
              </div>
            </Card>
          )}
        </Stack>
      </div>
    </div>
  );
}
