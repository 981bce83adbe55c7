import { parse } from "smol-toml";
import type { FrontMatter } from "./front-matter.ts";

/**
 * Reads front matter in TOML. Pure; dates stay as precise as they are written.
 *
 * @throws What the parser says of a text that is not TOML.
 */
export function readToml(written: string): FrontMatter["values"] {
  const lines = written.split("\n");
  // As JSON a date is the text that was written, without its missing parts.
  const values: Record<string, unknown> = JSON.parse(JSON.stringify(parse(written)));
  return new Map(Object.entries(values).map(([name, value]) => [name, { value, line: lineOf(name, lines) }]));
}

/** The line with a name, counted from 1; the first if it is written in another way. */
function lineOf(name: string, lines: readonly string[]): number {
  const at = lines.findIndex((line) => {
    const [, own = ""] = /^\s*\[{0,2}\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))/.exec(line)?.filter(Boolean) ?? [];
    return own === name;
  });
  return at < 0 ? 1 : at + 1;
}
