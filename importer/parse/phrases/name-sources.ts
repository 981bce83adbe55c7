import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { unlabelled } from "./find-source-line.ts";
import type { ParsedBlock, ParsedEvidence, ParsedStory } from "../parsed-story.ts";
import { textOfBlock } from "../text-of-block.ts";
import { sourceLineOf } from "./source-line-of.ts";

/** The sources that an input names outside its text. */
export interface ToldSources {
  /** Where the story is from, the main source first. */
  readonly originators: readonly string[];
  /** The publisher. */
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

/** Returns the sources of a story, each once: those in its source line, then those named outside the text. Pure. */
export function nameSources(blocks: readonly ParsedBlock[], told: ToldSources): FoundSources {
  const lines = blocks.flatMap((block, number) =>
    block.kind === "text" && block.listItem === undefined ? { number, text: textOfBlock(block) } : [],
  );
  const found = sourceLineOf(lines);
  const named = found === undefined ? [] : splitSourceNames(unlabelled(found.line.text));
  const infoSources = new Map<string, ParsedStory["infoSources"][number]>();
  const add = (printed: string, role: ParsedStory["infoSources"][number]["role"]): void => {
    const key = findSource(printed)?.slug ?? printed;
    if (!infoSources.has(key)) infoSources.set(key, { printed, role });
  };
  for (const name of [...named, ...told.originators])
    add(name, infoSources.size === 0 ? "originator" : "contributor");
  if (told.publisher !== undefined)
    add(told.publisher, infoSources.size === 0 ? "originator" : "distributor");

  const evidence: ParsedEvidence[] = [];
  if (found !== undefined) {
    const confidence = found.evidence === "source-prefix" ? 0.95 : 0.8;
    evidence.push({ path: "sourceLine", place: "text", rule: found.evidence, confidence });
    evidence.push({ path: "infoSources", place: "text", rule: found.evidence, confidence });
  } else if (infoSources.size > 0) {
    const { place, rule, confidence } = told;
    evidence.push({ path: "infoSources", place, rule, confidence });
  }
  return {
    infoSources: [...infoSources.values()],
    ...(found === undefined ? {} : { sourceLine: found.line.text }),
    blocks: found === undefined ? blocks : blocks.filter((_, number) => number !== found.line.number),
    evidence,
  };
}
