import { Stack, Text } from "@sanity/ui";
import { type ReactElement, useMemo } from "react";
import { useClient, useTranslation } from "sanity";
import { type Evidence, type Problem, parsePath, publishedId } from "../../../schemas/index.ts";
import type { DirectionAttributes } from "../../direction/text-direction.ts";
import { type SeenDocument, shownOf } from "../../seen/seen-document.ts";
import { SuggestionList } from "../../suggestions/suggestion-list.tsx";
import { carryOut } from "../acts/carry-out.ts";
import { settleProblem } from "../acts/settle-problem.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { LastAct } from "../pane/last-act.tsx";
import type { OpenDocument } from "../pane/open-document.ts";
import { useStoryActs } from "../pane/use-story-acts.ts";
import { BlockingList } from "./blocking-list.tsx";
import { nameOfPicture, placeOfValue } from "./place-of-value.ts";
import { ProblemCard } from "./problem-card.tsx";
import type { StoredRecord } from "./stored-record.ts";
import { problemsOf } from "./use-story.ts";
import { useTitleOfPath } from "./use-title-of-path.ts";

interface StoryTasksProps {
  readonly articleId: string;
  readonly record: StoredRecord;
  readonly evidence: readonly Evidence[];
  /** `undefined` until they are known. */
  readonly documents: readonly SeenDocument[] | undefined;
  readonly open: OpenDocument;
  readonly direction: DirectionAttributes;
}

/** What is left to do about a story: what stops publishing, what the source says otherwise, and what is to be checked. */
export function StoryTasks(props: StoryTasksProps): ReactElement {
  const { articleId, record, evidence, documents, open, direction } = props;
  const { t } = useTranslation(deskNamespace);
  const titleOf = useTitleOfPath();
  const client = useClient({ apiVersion: "2025-02-19" });
  const acts = useStoryActs();
  const problems = useMemo(() => problemsOf(record, documents), [record, documents]);
  const suggestions = record.suggestions.filter(({ state }) => state === "open");

  const settle = (problem: Problem, how: "done" | "not-needed", says: string): void =>
    void acts.carryOut(
      (by) => carryOut(client, settleProblem(problem._key, how), { articleId, by }),
      t(`story.did.${how}`, { problem: says }),
    );
  const toCard = (problem: Problem): ReactElement => {
    const isElsewhere = problem.documentId !== undefined && publishedId(problem.documentId) !== articleId;
    const place = isElsewhere ? undefined : placeOfProblem(problem, open.shown);
    return (
      <ProblemCard
        key={problem._key}
        problem={problem}
        evidence={evidence}
        isBusy={acts.isBusy}
        onGo={place && (() => open.focusOn(place))}
        elsewhere={isElsewhere ? otherDocument(problem, open.shown, titleOf, documents) : undefined}
        onSettle={(how, says) => settle(problem, how, says)}
      />
    );
  };

  return (
    <section className="copydesk-story-tasks" aria-label={t("story.tasks")}>
      <Stack gap={3} padding={3}>
        <BlockingList validation={open.validation} onGo={open.focusOn} />
        {suggestions.length > 0 && (
          <SuggestionList
            articleId={articleId}
            suggestions={suggestions}
            titleOf={titleOf}
            direction={direction}
            acts={acts}
          />
        )}
        {problems.length > 0 && (
          <Stack as="ul" gap={2} padding={0} margin={0}>
            {problems.map(toCard)}
          </Stack>
        )}
        {documents !== undefined && problems.length + suggestions.length === 0 && (
          <Text size={1} muted>
            {t("story.clear")}
          </Text>
        )}
        <LastAct acts={acts} />
      </Stack>
    </section>
  );
}

const placeOfProblem = ({ path }: Problem, shown: OpenDocument["shown"]) =>
  path === undefined ? undefined : (placeOfValue({ path }, shown) ?? parsePath(path));

/** The picture, or the source, that a problem is about, if it is still there. */
function otherDocument(
  { documentId = "" }: Problem,
  shown: OpenDocument["shown"],
  titleOf: (path: string) => string,
  documents: readonly SeenDocument[] = [],
): { id: string; type: string; name: string | undefined } | undefined {
  const id = publishedId(documentId);
  const document = shownOf(id, documents);
  if (document === undefined) return undefined;
  const picture = nameOfPicture(id, shown);
  const { _type: type, name } = document;
  return { id, type, name: picture ? titleOf(picture) : typeof name === "string" ? name : undefined };
}
