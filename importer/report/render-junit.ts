import { replaceControls } from "../shown-text.ts";
import type { StoryResult } from "../stages.ts";
import type { ImportReport } from "./import-report.ts";
import type { ImportSummary } from "./import-summary.ts";

/**
 * Renders a report as JUnit XML, which CI systems can show: one test case per story, failed or skipped as the story
 * was. Of its parts, only the head needs to know how the run ended. Pure.
 */
export const renderJUnit = (report: ImportReport): string =>
  [junitHead(report), ...report.stories.map(junitCase), junitFoot].join("");

/** The XML before the cases. Pure. */
export function junitHead({ run, startedAt, finishedAt, counts }: ImportSummary): string {
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
  const totals = attributes({
    name: `copydesk import ${run}`,
    tests: counts.read,
    failures: counts.failed,
    errors: 0,
    skipped: counts.skipped,
    time: seconds.toFixed(3),
    timestamp: startedAt,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite${totals}>\n`;
}

/** The XML after the cases. */
export const junitFoot = "  </testsuite>\n</testsuites>\n";

/** The case of one story, with a line end. Pure. */
export const junitCase = (story: StoryResult): string => `${renderCase(story)}\n`;

function renderCase({ input, outcome, reason, problems }: StoryResult): string {
  const open = `    <testcase${attributes({ classname: "copydesk.import", name: input })}`;
  const message = reason ?? problems.map((problem) => problem.message).join("; ");
  const details = problems.map(({ code, message, hint }) => `${code}: ${message}. ${hint}`).join("\n");
  switch (outcome) {
    case "failed":
      return `${open}>\n      <failure${attributes({ type: problems[0]?.code ?? "failed", message })}>${lines(details)}</failure>\n    </testcase>`;
    case "skipped":
      return `${open}>\n      <skipped${attributes({ message })}/>\n    </testcase>`;
    default:
      return `${open}><system-out>${lines(outcome)}</system-out></testcase>`;
  }
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${replaceControls(escape(String(value)), toReference)}"`)
    .join("");

/** A text between tags, which may have several lines. */
const lines = (text: string): string =>
  escape(text).replace(/[^\n\t]+/g, (part) => replaceControls(part, toReference));

/** Readers take a line end in an attribute for a space, and a terminal that the file is shown on obeys the others. */
const toReference = (code: number): string => `&#${code};`;

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 cannot represent most control characters, so they become the replacement character. */
const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"]/g, (character) => named[character] ?? character);
