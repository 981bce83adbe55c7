import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { IntentLink } from "sanity/router";
import type { Evidence, Problem } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { sayHowFound } from "./how-found.ts";
import { titleOfPath } from "./title-of-path.ts";

interface ProblemCardProps {
  readonly problem: Problem;
  readonly evidence: readonly Evidence[];
  readonly isBusy: boolean;
  /** Leads to the field of the article; `undefined` for a problem without one. */
  readonly onGo: (() => void) | undefined;
  /** Another document that it is about. */
  readonly elsewhere: { readonly id: string; readonly type: string } | undefined;
  readonly onSettle: (how: "done" | "not-needed", words: string) => void;
}

/** Something to check, and what to do about it: it leads to its field, and can be settled. */
export function ProblemCard(props: ProblemCardProps): ReactElement {
  const { problem, evidence, isBusy, onGo, elsewhere, onSettle } = props;
  const { t } = useTranslation(deskNamespace);
  const words = useWords(problem, evidence);
  return (
    <Card as="li" tone="caution" radius={2} padding={3} data-testid={`problem-${problem.code}`}>
      <Stack gap={3}>
        <Stack gap={2}>
          <Text size={1} weight="medium">
            {words}
          </Text>
          <Text size={1} muted>
            {problem.hint}
          </Text>
        </Stack>
        <Flex gap={2} wrap="wrap">
          {onGo !== undefined && (
            <Button mode="ghost" fontSize={1} padding={2} text={t("story.problem.go")} onClick={onGo} />
          )}
          {elsewhere !== undefined && (
            <IntentLink
              intent="edit"
              params={{ ...elsewhere, ...(problem.path !== undefined && { path: problem.path }) }}
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
              onClick={() => onSettle(how, words)}
            />
          ))}
        </Flex>
      </Stack>
    </Card>
  );
}

/** What is wrong. A doubt about a value says how the value was found; the importer's message names the rule. */
function useWords({ code, path, line, message }: Problem, evidence: readonly Evidence[]): string {
  const { t } = useTranslation(deskNamespace);
  const value = evidence.find((one) => one.path === path && (line === undefined || one.lines?.[0] === line));
  const isDoubt = code === "low-confidence" && value !== undefined;
  const problem = isDoubt
    ? t("story.problem.unsure", { field: titleOfPath(value.path), how: sayHowFound(value, t) })
    : message;
  return line === undefined ? problem : t("story.problem.line", { line, problem });
}
