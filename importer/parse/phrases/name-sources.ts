import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { unlabelled } from "./find-source-line.ts";
import type { ParsedBlock, ParsedEvidence, ParsedStory } from "../parsed-story.ts";
import { textOfBlock } from "../text-of-block.ts";
import type { DetailedSource } from "./source-in-details.ts";
import { type SourceLine, sourceLineOf } from "./source-line-of.ts";

/** The sources that an input names outside its text. */
export interface ToldSources {
  /** The source line, where it stands outside the text. */
  readonly line?: DetailedSource & {
    readonly place: string;
    readonly rule: string;
    readonly confidence: number;
  };
  /** Agencies in the dateline. */
  readonly filedBy?: readonly string[];
  /** Where the story is from, the main source first. */
  readonly originators: readonly string[];
  /** The publisher: the source of a story that names no other. */
  readonly publisher?: string | undefined;
  readonly place: string;
  readonly rule: string;
  readonly confidence: number;
}

/** The sources of a story, and its text without the source line. */
export interface FoundSources {
  readonly infoSources: ParsedStory["infoSources"];
  readonly sourceLine?: string;
  readonly blocks: readonly ParsedBlock[];
  readonly evidence: readonly ParsedEvidence[];
}

/**
 * Returns the sources of a story, each once: those in its source line, else in its dateline; then those named outside the
 * text; and the publisher, if there is no other. Pure.
 */
export function nameSources(blocks: readonly ParsedBlock[], told: ToldSources): FoundSources {
  const lines = blocks.flatMap((block, number) =>
    block.kind === "text" && block.listItem === undefined ? { number, text: textOfBlock(block) } : [],
  );
  const inText = sourceLineOf(lines);
  const found = told.line !== undefined && inText?.evidence !== "source-prefix" ? undefined : inText;
  const sourceLine = found === undefined ? told.line : lineInText(found);
  const filedBy = sourceLine === undefined ? (told.filedBy ?? []) : [];
  const named = [...(sourceLine?.names ?? []), ...filedBy, ...told.originators];
  const infoSources = new Map<string, ParsedStory["infoSources"][number]>();
  for (const printed of named.length === 0 && told.publisher !== undefined ? [told.publisher] : named) {
    const key = findSource(printed)?.slug ?? printed;
    const role = infoSources.size === 0 ? "originator" : "contributor";
    if (!infoSources.has(key)) infoSources.set(key, { printed, role });
  }

  const evidence: ParsedEvidence[] = [];
  if (sourceLine !== undefined) {
    const { place, rule, confidence } = sourceLine;
    evidence.push({ path: "sourceLine", place, rule, confidence });
    evidence.push({ path: "infoSources", place, rule, confidence });
  } else if (filedBy.length > 0) {
    evidence.push({ path: "infoSources", place: "text", rule: "dateline", confidence: 0.85 });
  } else if (infoSources.size > 0) {
    const { place, rule, confidence } = told;
    evidence.push({ path: "infoSources", place, rule, confidence });
  }
  return {
    infoSources: [...infoSources.values()],
    ...(sourceLine === undefined ? {} : { sourceLine: sourceLine.printed }),
    blocks: found === undefined ? blocks : blocks.filter((_, number) => number !== found.line.number),
    evidence,
  };
}

type NamedLine = NonNullable<ToldSources["line"]>;

const lineInText = ({ line, evidence: rule }: SourceLine): NamedLine => ({
  printed: line.text,
  names: splitSourceNames(unlabelled(line.text)),
  place: "text",
  rule,
  confidence: rule === "source-prefix" ? 0.95 : 0.8,
});
