import type { Evidence } from "../../schemas/index.ts";
import { titleOfPath } from "./title-of-path.ts";

/** Tells for each line that a value was read from which fields it gave, each once. */
export function fieldsOfLines(evidence: readonly Evidence[]): ReadonlyMap<number, string> {
  const titles = new Map<number, Set<string>>();
  for (const { path, lines = [] } of evidence) {
    for (const line of lines) titles.set(line, (titles.get(line) ?? new Set()).add(titleOfPath(path)));
  }
  return new Map([...titles].map(([line, fields]) => [line, [...fields].join(", ")]));
}
