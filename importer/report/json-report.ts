import type { ReportRenderer } from "./report-renderer.ts";

/** Renders a report as one JSON object, `{"stories":[…],…}`, one story per line. */
export function jsonReport(): ReportRenderer {
  let before = '{"stories":[\n';
  const next = (): string => {
    const text = before;
    before = ",\n";
    return text;
  };
  return {
    story: (result) => `${next()}${JSON.stringify(result)}`,
    end(summary) {
      const rest = JSON.stringify(summary).slice(1);
      return before === ",\n" ? `\n],${rest}\n` : `{"stories":[],${rest}\n`;
    },
  };
}
