import type { Problem } from "../../schemas/index.ts";
import type { StoryResult } from "../stages.ts";
import type { ReportOptions } from "./report-options.ts";
import { studioAddressOf } from "./studio-address.ts";
import { shownJson } from "../shown-text.ts";
import type { ReportRenderer } from "./report-renderer.ts";

const withStudio = (problem: Problem, result: StoryResult, options: ReportOptions): object => {
  const studio = studioAddressOf(problem, result, options);
  return studio === undefined ? problem : { ...problem, studio };
};

/**
 * Renders a report as one JSON object, `{"stories":[…],…}`, one story per line. A problem has the address of its document
 * in Studio as `studio`.
 */
export function jsonReport(options: ReportOptions = {}): ReportRenderer {
  let before = '{"stories":[\n';
  const next = (): string => {
    const text = before;
    before = ",\n";
    return text;
  };
  return {
    story: (result) =>
      `${next()}${shownJson({ ...result, problems: result.problems.map((problem) => withStudio(problem, result, options)) })}`,
    end(summary) {
      const rest = shownJson(summary).slice(1);
      return before === ",\n" ? `\n],${rest}\n` : `{"stories":[],${rest}\n`;
    },
  };
}
