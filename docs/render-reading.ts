import { ruleTables, type RuleTable } from "../importer/parse/text/rules/rule-tables.ts";
import type { Rule } from "../importer/parse/text/rules/rule.ts";

/** How often a rule was right, in the words of docs/reading.md: "94 % of 123", by the place of the rule in all tables. */
export type Measured = ReadonlyMap<Rule<never, unknown>, string>;

const intro = `# How plain text is read

Made from the tables in [\`importer/parse/text/rules\`](../importer/parse/text/rules) by \`npm run docs:reading\`.

Each line of a story gets one role. The tables are tried in this order, the most certain first; within a table, the rows are tried from the top, and
the first that applies decides. A line that has a role keeps it, unless a row of a later table says otherwise.

An example is part of a story: above its headline, below it, in its text, at its end, or the whole of it. A row that gives several lines their roles
names them in order. **Says** is the confidence that is stored with the value and shown to editors; **measured** is how often the row was right in the
corpus, both halves together, and in how many lines it spoke. A row that spoke in no line is there for layouts that the corpus lacks.
`;

const places: Readonly<Record<Rule<never>["example"]["part"], string>> = {
  top: "above the headline",
  head: "below the headline",
  text: "in the text",
  end: "at the end",
  whole: "the whole story",
};

/** Renders docs/reading.md. Pure. */
export const renderReading = (measured: Measured): string =>
  [intro, ...ruleTables.map((table) => renderTable(table, measured))].join("\n");

const renderTable = ({ title, rules }: RuleTable, measured: Measured): string =>
  [
    `## ${title}`,
    "",
    "| rule | gives | looks at | example | says | measured |",
    "|---|---|---|---|---|---|",
    ...rules.map((rule) => `| ${cellsOf(rule).join(" | ")} | ${measured.get(rule) ?? "–"} |`),
    "",
  ].join("\n");

function cellsOf({ name, roles, looksAt, example, confidence }: Rule<never, unknown>): string[] {
  const lines = example.lines.filter((line) => line !== "").map((line) => `\`${line}\``);
  return [
    `\`${name}\``,
    roles.join(", "),
    looksAt,
    [...lines, places[example.part]].join("<br>"),
    confidence.toFixed(2),
  ].map((cell) => cell.replaceAll("|", "\\|"));
}

/**
 * Reads out of docs/reading.md what was measured for each rule.
 *
 * Rows are told apart by their place, so a text with other rows gives what `renderReading` renders differently.
 */
export function recordedMeasures(text: string): Measured {
  const rows = text.match(/^\| `.*\|$/gm) ?? [];
  return new Map(
    ruleTables
      .flatMap(({ rules }) => rules)
      .map((rule, place) => [rule, / \| ([^|]*) \|$/.exec(rows[place] ?? "")?.[1] ?? "–"]),
  );
}
