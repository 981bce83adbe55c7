import type { Evidence } from "../../../schemas/index.ts";

/** A value that was read from a line: the title of its field, and how it was found. */
export interface LineValue extends Pick<Evidence, "rule" | "confidence" | "printed"> {
  readonly title: string;
}

/** For each line that values were read from: those values, one for each field, the least certain. Pure. */
export function valuesOfLines(
  evidence: readonly Evidence[],
  titleOf: (path: string) => string,
): ReadonlyMap<number, readonly LineValue[]> {
  const values = new Map<number, Map<string, LineValue>>();
  for (const { path, lines = [], rule, confidence, printed } of evidence) {
    const title = titleOf(path);
    for (const line of lines) {
      const own = values.get(line) ?? new Map<string, LineValue>();
      const known = own.get(title);
      if (known === undefined || confidence < known.confidence)
        own.set(title, { title, rule, confidence, ...(printed !== undefined && { printed }) });
      values.set(line, own);
    }
  }
  return new Map([...values].map(([line, own]) => [line, [...own.values()]]));
}
