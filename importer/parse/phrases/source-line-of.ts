import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { sourceNamesOf, unlabelled } from "./find-source-line.ts";

/** A line of text with its index. */
interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** Where a text names its sources. */
export interface SourceLine {
  readonly line: TextLine;
  readonly evidence: "source-prefix" | "names-only-known-sources";
}

/**
 * Returns the line of a text that names its sources: a labelled one ("Source: …") among the last three or first
 * three, else a last line of known sources only. Pure.
 */
export function sourceLineOf(lines: readonly TextLine[]): SourceLine | undefined {
  const candidates = [...lines.slice(-3).toReversed(), ...lines.slice(0, 3)];
  const labelled = candidates.find(({ text }) => sourceNamesOf(text) !== undefined);
  if (labelled !== undefined) return { line: labelled, evidence: "source-prefix" };
  const last = lines.at(-1);
  if (last === undefined || lines.length < 2 || last.text.length > 300) return undefined;
  const names = splitSourceNames(unlabelled(last.text));
  const isKnown = names.length > 0 && names.every((name) => findSource(name) !== undefined);
  return isKnown ? { line: last, evidence: "names-only-known-sources" } : undefined;
}
