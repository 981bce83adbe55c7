import { Stack, Text } from "@sanity/ui";
import { type ReactElement, useMemo, useRef } from "react";
import { useClient, useTranslation } from "sanity";
import { type Evidence, type Path, type Problem, parsePath, publishedId } from "../../../schemas/index.ts";
import type { DirectionAttributes } from "../../direction/text-direction.ts";
import { type SeenDocument, shownOf } from "../../seen/seen-document.ts";
import { SuggestionList } from "../../suggestions/suggestion-list.tsx";
import { carryOut } from "../acts/carry-out.ts";
import { editPicture } from "../acts/edit-picture.ts";
import { setText, type PictureText } from "../acts/picture-edits.ts";
import { settleProblem } from "../acts/settle-problem.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { LastAct } from "../pane/last-act.tsx";
import { useLeadToFirstTask } from "../pane/first-task.ts";
import { type OpenDocument, stepsOf } from "../pane/open-document.ts";
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
  const store = (problem: Problem, field: PictureText, text: string): void =>
    void acts.carryOut(
      () => editPicture(client, publishedId(problem.documentId ?? ""), setText(field, text, "")),
      t("pictures.saved", { field: t(`pictures.text.${field}`), picture: text }),
    );
  const section = useRef<HTMLElement>(null);
  const errors = open.validation.filter(({ level }) => level === "error");
  const isSuggestionFirst = errors.length === 0 && suggestions.length > 0;
  const leadToFirst = (): void => {
    const [error] = errors;
    const [problem] = problems;
    const field = error
      ? stepsOf(error.path)
      : problem
        ? placeInArticle(problem, articleId, open.shown)
        : headline;
    if (field) open.focusOn(field);
    else section.current?.querySelector<HTMLElement>("li :is(input, a, button)")?.focus();
  };
  useLeadToFirstTask(articleId, documents && !isSuggestionFirst ? leadToFirst : undefined);
  const toCard = (problem: Problem): ReactElement => {
    const place = placeInArticle(problem, articleId, open.shown);
    return (
      <ProblemCard
        key={problem._key}
        problem={problem}
        evidence={evidence}
        isBusy={acts.isBusy}
        onGo={place && (() => open.focusOn(place))}
        elsewhere={
          isAboutAnother(problem, articleId)
            ? otherDocument(problem, open.shown, titleOf, documents)
            : undefined
        }
        onSettle={(how, says) => settle(problem, how, says)}
        onStore={(field, text) => store(problem, field, text)}
      />
    );
  };

  return (
    <section className="copydesk-story-tasks" aria-label={t("story.tasks")} ref={section}>
      <Stack gap={3} padding={3}>
        <BlockingList errors={errors} onGo={open.focusOn} />
        {suggestions.length > 0 && (
          <SuggestionList
            articleId={articleId}
            isFirst={isSuggestionFirst}
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

/** Where one goes about a story of which nothing is to be checked. */
const headline: Path = ["headline"];

const isAboutAnother = ({ documentId }: Problem, articleId: string): boolean =>
  documentId !== undefined && publishedId(documentId) !== articleId;

/** The field of the article that a problem is about; `undefined` for one of another document, or of none. */
function placeInArticle(problem: Problem, articleId: string, shown: OpenDocument["shown"]): Path | undefined {
  const { path } = problem;
  if (path === undefined || isAboutAnother(problem, articleId)) return undefined;
  return placeOfValue({ path }, shown) ?? parsePath(path);
}

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
