import { digestOf } from "../../importer/digest.ts";
import { knownOutlet } from "../../importer/outlets/known-outlet.ts";
import { featuresOf } from "../../importer/outlets/sample/story-features.ts";
import { sampleIdOf, StorySample } from "../../importer/outlets/sample/story-sample.ts";
import { assignRoles } from "../../importer/parse/text/assign-roles.ts";
import { groupLines } from "../../importer/parse/text/lines.ts";
import { parseText } from "../../importer/parse/text/parse-text.ts";
import type { ReadText } from "./score-story.ts";

/** Reads the texts of one outlet with what all of them have taught, as the first import of their folder does. */
export function readRun(texts: readonly string[]): ReadText[] {
  const sample = new StorySample();
  for (const [place, text] of texts.entries())
    sample.add(sampleIdOf(String(place)), digestOf(text), featuresOf(text));
  const { reading } = knownOutlet({ key: "run", name: "run" }, sample, undefined);
  return texts.map((text) => ({
    lines: assignRoles(groupLines(text), reading),
    story: parseText(text, reading),
  }));
}
