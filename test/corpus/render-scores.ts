import { countRoles, f1Of, fieldAccuracy, isRight, lineAccuracy, macroF1 } from "./measures.ts";
import { percent, row } from "./render-row.ts";
import type { StoryScore } from "./score-story.ts";

/**
 * Renders the scores of some stories as text tables.
 *
 * @param worst How many stories to show with their mistakes; none for stories that nobody may tune on.
 */
export function renderScores(title: string, scores: readonly StoryScore[], worst: number): string {
  const roles = [...countRoles(scores)].toSorted(([, a], [, b]) => b.right + b.missed - a.right - a.missed);
  const byLanguage = Map.groupBy(scores, ({ story }) => story.gold.language);
  const byField = Map.groupBy(
    scores.flatMap((score) => score.fields),
    ({ what }) => what,
  );
  return [
    `${title}: ${scores.length} stories, ${scores.flatMap(({ lines }) => lines).length} lines`,
    `  lines right ${percent(lineAccuracy(scores))}   macro F1 ${percent(macroF1(scores))}   fields right ${percent(fieldAccuracy(scores))}`,
    "",
    row("role", "precision", "recall", "F1", "lines"),
    ...roles.map(([role, counts]) => {
      const { right, wrong, missed } = counts;
      const lines = right + missed;
      return row(
        role,
        percent(right / Math.max(right + wrong, 1)),
        percent(right / Math.max(lines, 1)),
        percent(f1Of(counts)),
        lines,
      );
    }),
    "",
    row("language", "lines", "macro F1", "fields", "stories"),
    ...[...byLanguage]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, own]) =>
        row(
          language,
          percent(lineAccuracy(own)),
          percent(macroF1(own)),
          percent(fieldAccuracy(own)),
          own.length,
        ),
      ),
    "",
    row("field", "right", "", "", "asked"),
    ...[...byField].map(([field, asked]) =>
      row(field, percent(asked.filter(isRight).length / asked.length), "", "", asked.length),
    ),
    ...(worst > 0 ? ["", renderWorst("worst stories", scores, worst)] : []),
  ].join("\n");
}

/** Renders the stories with the most mistakes, and these. */
export const renderWorst = (title: string, scores: readonly StoryScore[], worst: number): string =>
  [title, ...worstOf(scores, worst).map(renderStory)].join("\n");

const mistakesOf = ({ lines, fields }: StoryScore): number =>
  [...lines, ...fields].filter((judged) => !isRight(judged)).length;

const worstOf = (scores: readonly StoryScore[], count: number): StoryScore[] =>
  scores
    .filter((score) => mistakesOf(score) > 0)
    .toSorted((a, b) => mistakesOf(b) - mistakesOf(a))
    .slice(0, count);

function renderStory(score: StoryScore): string {
  const { story, lines, fields } = score;
  return [
    `  ${story.name}: ${mistakesOf(score)} mistakes`,
    ...lines
      .filter((line) => !isRight(line))
      .map(({ what, wanted, got, text }) => `    ${what}: ${wanted} taken for ${got}: ${text.slice(0, 90)}`),
    ...fields
      .filter((field) => !isRight(field))
      .map(({ what, wanted, got }) => `    ${what}: ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`),
  ].join("\n");
}
