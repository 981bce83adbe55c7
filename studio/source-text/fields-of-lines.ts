import type { Evidence } from "../../schemas/index.ts";
import { titleOfPath } from "./title-of-path.ts";

/** For each line that values were read from: the titles of the fields they went to, each once. */
export function fieldsOfLines(evidence: readonly Evidence[]): ReadonlyMap<number, string> {
  const titles = new Map<number, Set<string>>();
  for (const { path, lines = [] } of evidence) {
    for (const line of lines) titles.set(line, (titles.get(line) ?? new Set()).add(titleOfPath(path)));
  }
  return new Map([...titles].map(([line, fields]) => [line, [...fields].join(", ")]));
}
