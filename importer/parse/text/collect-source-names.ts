import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { unlabelled } from "../phrases/find-source-line.ts";
import type { ParsedStory } from "../parsed-story.ts";
import { readByline } from "../phrases/read-byline.ts";
import { readDateline } from "../phrases/read-dateline.ts";
import { sourceInDetails } from "../phrases/source-in-details.ts";
import { namesInSourceLine } from "./names-in-source-line.ts";
import type { Evidence } from "./evidence.ts";
import type { RoledLine } from "./lines.ts";

type Sources = Pick<ParsedStory, "sourceLine" | "infoSources">;

/**
 * Returns the sources of the story: from its source lines, else from the agency that is its author or in its dateline.
 *
 * Pure. The first named source is the originator; any others are contributors.
 */
export function collectSourceNames(lines: readonly RoledLine[], evidence: Evidence): Sources {
  const sourceLines = lines.filter(({ role }) => role === "sourceLine");
  const names = sourceLines.flatMap(({ text, rule, said }) => {
    if (said !== undefined) return splitSourceNames(said);
    return rule === "source-label" || rule === "names-only-known-sources"
      ? splitSourceNames(unlabelled(text))
      : namesInSourceLine(text);
  });
  evidence.add("sourceLine", sourceLines);
  if (names.length > 0) evidence.add("infoSources", sourceLines);
  const beside = names.length > 0 ? [] : besideDate(lines, evidence);
  names.push(...beside);
  names.push(...(names.length > 0 ? [] : authorsOf(lines, evidence)));
  const filed = names.length > 0 ? [] : agencyOf(lines, evidence);
  return {
    ...(sourceLines.length === 0 ? {} : { sourceLine: sourceLines.map(({ text }) => text).join("\n") }),
    infoSources: toInfoSources([...names, ...filed]),
  };
}

/** "2024-03-04 10:15 来源：新华网": the label is on the same line as the date. */
function besideDate(lines: readonly RoledLine[], evidence: Evidence): readonly string[] {
  for (const line of lines.filter(({ role }) => role === "date")) {
    const names = sourceInDetails(line.text)?.names ?? [];
    if (names.length === 0) continue;
    evidence.add("infoSources", [line], { rule: "source-label", confidence: 0.8 });
    return names;
  }
  return [];
}

/** "By Associated Press": an agency in place of a person. */
function authorsOf(lines: readonly RoledLine[], evidence: Evidence): string[] {
  for (const line of lines.filter(({ role }) => role === "byline")) {
    const byline = readByline(line.text);
    if (byline === undefined || byline.names.length > 0) continue;
    const names = splitSourceNames(byline.printed).filter((name) => findSource(name) !== undefined);
    if (names.length === 0) continue;
    evidence.add("infoSources", [line]);
    return names;
  }
  return [];
}

function agencyOf(lines: readonly RoledLine[], evidence: Evidence): readonly string[] {
  const line = lines.find(({ role }) => role === "dateline" || role === "paragraph");
  const known =
    line === undefined ? [] : (readDateline(line.text)?.sources ?? []).filter((name) => findSource(name));
  if (line !== undefined && known.length > 0)
    evidence.add("infoSources", [line], { rule: "dateline", confidence: 0.85 });
  return known;
}

function toInfoSources(names: readonly string[]): ParsedStory["infoSources"] {
  const originator = names.find((name) => findSource(name)?.slug !== "agencies");
  return names.map((printed) => ({ printed, role: printed === originator ? "originator" : "contributor" }));
}
