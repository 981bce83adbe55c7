import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { IntentLink } from "sanity/router";
import type { Evidence, Problem } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { PictureText } from "../acts/picture-edits.ts";
import { lackingText, PictureTextForm } from "./picture-text.tsx";
import { sayHowFound } from "./how-found.ts";
import { tellProblem, type ProblemWords } from "./tell-problem.ts";
import { useTitleOfPath } from "./use-title-of-path.ts";

interface ProblemCardProps {
  readonly problem: Problem;
  readonly evidence: readonly Evidence[];
  readonly isBusy: boolean;
  /** Leads to the field of the article; `undefined` for a problem without one. */
  readonly onGo: (() => void) | undefined;
  /** Another document that it is about, and what the story calls it. */
  readonly elsewhere:
    { readonly id: string; readonly type: string; readonly name: string | undefined } | undefined;
  readonly onSettle: (how: "done" | "not-needed", says: string) => void;
  /** Gives the other document a text that it lacks. */
  readonly onStore: (field: PictureText, text: string) => void;
}

/** Something to check, and what to do about it: it leads to its field, and can be settled. */
export function ProblemCard(props: ProblemCardProps): ReactElement {
  const { problem, evidence, isBusy, onGo, elsewhere, onSettle, onStore } = props;
  const lacking = lackingText.get(problem.code);
  const { t } = useTranslation(deskNamespace);
  const { says, hint, original } = useWords(problem, evidence, elsewhere?.name);
  return (
    <Card as="li" tone="caution" radius={2} padding={3} data-testid={`problem-${problem.code}`}>
      <Stack gap={3}>
        <Stack gap={2}>
          <Text size={1} weight="medium">
            {says}
          </Text>
          {original !== undefined && (
            <Text size={1} muted>
              <bdi lang="en">{original}</bdi>
            </Text>
          )}
          <Text size={1} muted>
            {hint}
          </Text>
        </Stack>
        {lacking !== undefined && elsewhere !== undefined && (
          <PictureTextForm field={lacking} isBusy={isBusy} onStore={(text) => onStore(lacking, text)} />
        )}
        <Flex gap={2} wrap="wrap">
          {onGo !== undefined && (
            <Button mode="ghost" fontSize={1} padding={2} text={t("story.problem.go")} onClick={onGo} />
          )}
          {elsewhere !== undefined && (
            <IntentLink
              intent="edit"
              params={{
                ...{ id: elsewhere.id, type: elsewhere.type },
                ...(problem.path !== undefined && { path: problem.path }),
              }}
              className="copydesk-story-link"
            >
              {t("story.problem.open")}
            </IntentLink>
          )}
          {(["done", "not-needed"] as const).map((how) => (
            <Button
              key={how}
              mode="ghost"
              fontSize={1}
              padding={2}
              text={t(`story.problem.${how}`)}
              disabled={isBusy}
              onClick={() => onSettle(how, says)}
            />
          ))}
        </Flex>
      </Stack>
    </Card>
  );
}

/**
 * What is wrong, and where. A doubt about a value says how the value was found; the importer's message names the rule.
 *
 * @param about What the story calls the document that it is about, if that is another one.
 */
function useWords(problem: Problem, evidence: readonly Evidence[], about: string | undefined): ProblemWords {
  const { code, path, line } = problem;
  const { t } = useTranslation(deskNamespace);
  const titleOf = useTitleOfPath();
  const value = evidence.find((one) => one.path === path && (line === undefined || one.lines?.[0] === line));
  const { original, ...words } = tellProblem(problem, t);
  const isDoubt = code === "low-confidence" && value !== undefined;
  const field = isDoubt ? titleOf(value.path) : about;
  const how = isDoubt ? sayHowFound(value, t) : words.says;
  const said = field === undefined ? how : t("story.problem.unsure", { field, how });
  return {
    ...words,
    says: line === undefined ? said : t("story.problem.line", { line, problem: said }),
    ...(original !== undefined && !isDoubt && { original }),
  };
}
