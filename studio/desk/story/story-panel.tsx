import { Card, Flex, Stack, Text } from "@sanity/ui";
import { memo, useCallback, useMemo, useState } from "react";
import { useCurrentLocale, useTranslation } from "sanity";
import type { Evidence, Path } from "../../../schemas/index.ts";
import { resolveDirection } from "../../direction/text-direction.ts";
import { compared } from "../../left-out/compared.ts";
import { leftOutLines } from "../../left-out/left-out-lines.ts";
import { LeftOutList } from "../../left-out/left-out-list.tsx";
import { useLeftOut } from "../../left-out/use-left-out.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { OpenDocument } from "../pane/open-document.ts";
import { TeachingBar } from "../teach/teaching-bar.tsx";
import { useTeaching } from "../teach/use-teaching.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { linesAt, placeOfLine, valuesAt } from "./lit-values.ts";
import { placeOfValue } from "./place-of-value.ts";
import { readEvidence } from "./read-evidence.ts";
import { SourceLines } from "./source-lines.tsx";
import type { StoredRecord } from "./stored-record.ts";
import { StoryTasks } from "./story-tasks.tsx";
import { useStoryDocuments } from "./use-story.ts";
import { valuesOfLines } from "./values-of-lines.ts";
import { useTitleOfPath } from "./use-title-of-path.ts";

interface StoryPanelProps {
  /** Published id. */
  readonly articleId: string;
  readonly record: StoredRecord;
  readonly open: OpenDocument;
}

/**
 * What is left to do about a story, and beneath it the raw story that it was made from. Each scrolls by itself. Memoised: its
 * form is drawn anew with each key.
 */
export const StoryPanel = memo(function StoryPanel({ articleId, record, open }: StoryPanelProps) {
  const { t } = useTranslation(deskNamespace);
  const { id: locale } = useCurrentLocale();
  const { input, sourceText, importedAt } = record;
  const { shown, focusOn } = open;
  const field = useFieldInUse(open.focusPath);
  const evidence = useMemo(() => readEvidence(record.evidence), [record.evidence]);
  const titleOf = useTitleOfPath();
  const values = useMemo(() => valuesOfLines(evidence, titleOf), [evidence, titleOf]);
  const documents = useStoryDocuments(articleId, shown);
  const leftOut = useLeftOut(articleId, record, documents);
  const lines = useMemo(() => sourceText.split("\n"), [sourceText]);
  const left = useMemo(() => leftOutLines(lines, leftOut.pieces), [lines, leftOut.pieces]);
  const direction = resolveDirection("content", {
    documentLanguage: shown["language"],
    documentDirection: shown["direction"],
  });

  const read = useMemo(() => lines.map(compared), [lines]);
  const story = useMemo(() => ({ lines: read, evidence, shown }), [read, evidence, shown]);
  const lit = useSame(useMemo(() => linesAt(field, story), [field, story]));
  const pressLine = useCallback(
    (number: number): void => {
      const place = placeOfLine(number, story);
      if (place !== undefined) focusOn(place);
    },
    [story, focusOn],
  );
  const leadingTo = (value: Evidence): (() => void) | undefined => {
    const place = placeOfValue(value, shown);
    return place && (() => focusOn(place));
  };
  const elsewhere = evidence.filter(({ lines: own = [] }) => own.length === 0);
  const litValues = valuesAt(field, { ...story, evidence: elsewhere });
  const teaching = useTeaching(articleId);
  // Of a format with structure, lines of the text are not what was read.
  const isTaught = values.size > 0;

  return (
    <div className="copydesk-story" data-testid="story-and-source">
      <StoryTasks {...{ articleId, record, evidence, documents, open, direction }} />
      <section className="copydesk-story-source" aria-label={t("story.source")} tabIndex={0}>
        <Stack padding={3} gap={4}>
          <Flex gap={3} wrap="wrap">
            <Text size={0} muted>
              <bdi dir="ltr">{input}</bdi>
            </Text>
            <Text size={0} muted>
              <time dateTime={importedAt}>
                <bdi>{new Date(importedAt).toLocaleString(locale)}</bdi>
              </time>
            </Text>
          </Flex>
          {isTaught && <TeachingBar teaching={teaching} />}
          {elsewhere.length > 0 && (
            <EvidenceList evidence={elsewhere} lit={litValues} leadingTo={leadingTo} />
          )}
          {values.size > 0 || left.size > 0 ? (
            <Card border radius={3} paddingY={3}>
              <SourceLines
                {...{ lines, direction, values, lit, leftOut }}
                onPress={pressLine}
                leftOutLines={left}
                told={record.toldLines}
                onTell={isTaught && teaching.importer.kind === "here" ? teaching.tell : undefined}
              />
            </Card>
          ) : (
            <Card border radius={3} padding={4}>
              <div {...direction} className="copydesk-source-text">
                {sourceText}
              </div>
            </Card>
          )}
          <LeftOutList leftOut={leftOut} direction={direction} />
        </Stack>
      </section>
    </div>
  );
});

/**
 * The field that the editor is in, or was in last: if its lines went dark as it is left, all below them would move under a
 * pointer that is pressing a button there.
 */
function useFieldInUse(focusPath: Path): Path {
  const [last, setLast] = useState(focusPath);
  if (focusPath.length === 0 || focusPath === last) return last;
  setLast(focusPath);
  return focusPath;
}

/** The same list for as long as it has the same members. */
function useSame(numbers: readonly number[]): readonly number[] {
  const key = numbers.join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the numbers
  return useMemo(() => numbers, [key]);
}
