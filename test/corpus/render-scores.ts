import type { Judged, StoryScore } from "./score-story.ts";

/** Counts of one label: told rightly, told wrongly, missed. */
interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** Harmonic mean of precision and recall, over labels of all lines together. */
const f1Of = ({ right, wrong, missed }: Readonly<Counts>): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);

/** The lines' roles told rightly, as a share. */
function lineAccuracy(scores: readonly StoryScore[]): number {
  const lines = scores.flatMap((score) => score.lines);
  return lines.filter(isRight).length / Math.max(lines.length, 1);
}

/** Mean of the roles' F1, each role counting the same. */
function macroF1(scores: readonly StoryScore[]): number {
  const all = [...countRoles(scores).values()];
  return all.reduce((sum, counts) => sum + f1Of(counts), 0) / Math.max(all.length, 1);
}

/** The fields told rightly, as a share of those that a story has or is said to have. */
function fieldAccuracy(scores: readonly StoryScore[]): number {
  const fields = scores.flatMap((score) => score.fields);
  return fields.filter(isRight).length / Math.max(fields.length, 1);
}

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
    ...(worst > 0 ? ["", "worst stories", ...worstOf(scores, worst).map(renderStory)] : []),
  ].join("\n");
}

function countRoles(scores: readonly StoryScore[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const of = (role: string): Counts => {
    const own = counts.get(role) ?? { right: 0, wrong: 0, missed: 0 };
    counts.set(role, own);
    return own;
  };
  for (const { wanted, got } of scores.flatMap(({ lines }) => lines)) {
    if (wanted === got) of(wanted).right += 1;
    else {
      of(wanted).missed += 1;
      of(got).wrong += 1;
    }
  }
  return counts;
}

const isRight = ({ wanted, got }: Judged): boolean => wanted === got;

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

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const row = (name: string, ...cells: readonly (string | number)[]): string =>
  `  ${name.padEnd(14)}${cells.map((cell) => String(cell).padStart(10)).join("")}`.trimEnd();
