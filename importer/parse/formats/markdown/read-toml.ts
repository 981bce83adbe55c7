import { parse, TomlDate } from "smol-toml";
import { isObject } from "../../fields/json-values.ts";
import type { FrontMatter } from "./front-matter.ts";

/**
 * Reads front matter in TOML. Pure; dates stay as precise as they are written.
 *
 * @throws What the parser says of a text that is not TOML.
 */
export function readToml(written: string): FrontMatter["values"] {
  const lines = written.split("\n");
  return new Map(
    Object.entries(parse(written)).map(([name, value]) => [
      name,
      { value: plainOf(value), line: lineOf(name, lines) },
    ]),
  );
}

/** A date without its missing parts made up, as `2026-03-06` or `2026-03-06T08:00:00`. */
function plainOf(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, plainOf(own)]));
}

/** The line with a name, counted from 1; the first if it is written in another way. */
function lineOf(name: string, lines: readonly string[]): number {
  const at = lines.findIndex((line) => {
    const [, own = ""] = /^\s*\[{0,2}\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))/.exec(line)?.filter(Boolean) ?? [];
    return own === name;
  });
  return at < 0 ? 1 : at + 1;
}
