import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { FrontMatter } from "./front-matter.ts";

/**
 * Reads front matter in YAML. Pure; dates stay as written, and alias expansion is bounded. `undefined` for text between
 * two rules that is not names with values.
 *
 * @throws What the parser says of a text that is not YAML.
 */
export function readYaml(written: string): FrontMatter["values"] | undefined {
  const lineCounter = new LineCounter();
  // Dates stay as written: missing parts must not be made up.
  const document = parseDocument(written, {
    lineCounter,
    schema: "core",
    uniqueKeys: false,
    logLevel: "silent",
  });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  const values = new Map<string, { value: unknown; line: number }>();
  if (document.contents === null) return values;
  if (!isMap(document.contents)) return undefined;
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== "string" || values.has(key.value)) continue;
    const line = key.range === null || key.range === undefined ? 1 : lineCounter.linePos(key.range[0]).line;
    values.set(key.value, {
      value: document.createNode(value).toJS(document, { maxAliasCount: 50 }),
      line,
    });
  }
  return values;
}
