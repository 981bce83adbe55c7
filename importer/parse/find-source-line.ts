import { findSource } from "../authority/find-source.ts";
import { sourcePrefixes } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import type { Line } from "./text/lines.ts";

/** Where a story says where it comes from. */
export interface SourceLine {
  readonly line: Line;
  readonly evidence: "source-prefix" | "names-only-known-sources";
}

const prefixed = new RegExp(
  String.raw`^[(（\[［【—–-]?\s*${anyOf(sourcePrefixes)}\s*[:：|]\s*(?<names>.+?)\s*[)）\]］】]?$`,
  "iu",
);

const longestSourceLine = 300;

/**
 * Finds the line that names the sources: one that says so ("Source: …") among the last three or the first three
 * lines, else a last line that consists of known sources only. Pure.
 *
 * @param lines The story's lines without the headline.
 */
export function findSourceLine(lines: readonly Line[]): SourceLine | undefined {
  const candidates = [...lines.slice(-3).toReversed(), ...lines.slice(0, 3)];
  const labelled = candidates.find((line) => sourceNamesOf(line.text) !== undefined);
  if (labelled !== undefined) return { line: labelled, evidence: "source-prefix" };
  const last = lines.at(-1);
  if (last === undefined || lines.length < 2 || !namesOnlyKnownSources(last.text)) return undefined;
  return { line: last, evidence: "names-only-known-sources" };
}

/** The names after "Source:", as printed; `undefined` if the line does not start so. Pure. */
export function sourceNamesOf(text: string): string | undefined {
  return text.length > longestSourceLine ? undefined : prefixed.exec(text)?.groups?.names;
}

/** A source line without its label or brackets. Pure. */
export const unlabelled = (text: string): string =>
  sourceNamesOf(text) ?? text.replace(/^[\s(（\[［【—–-]+|[\s)）\]］】.。]+$/gu, "");

function namesOnlyKnownSources(text: string): boolean {
  if (text.length > longestSourceLine) return false;
  const names = splitSourceNames(unlabelled(text));
  return names.length > 0 && names.every((name) => findSource(name) !== undefined);
}
