import { findSource } from "../../authority/find-source.ts";
import { splitSourceNames } from "../../authority/split-source-names.ts";
import { findSourceLine, unlabelled } from "../find-source-line.ts";
import type { ParsedBlock, ParsedEvidence, ParsedStory } from "../parsed-story.ts";
import { textOfBlock } from "./adopt-captions.ts";
import type { Page } from "./page.ts";

/** Where a story comes from, and its text without the line that says so. */
export interface FoundSources {
  readonly infoSources: ParsedStory["infoSources"];
  readonly sourceLine?: string;
  readonly blocks: readonly ParsedBlock[];
  readonly evidence: readonly ParsedEvidence[];
}

/**
 * Finds the sources of a story: in the line of its text that names them, in what its data name as the organisation
 * that it is from, and, as the one who publishes it, the site. Pure.
 *
 * @param authors Names that stand as authors; agencies among them are sources.
 */
export function findInfoSources(
  page: Page,
  blocks: readonly ParsedBlock[],
  authors: readonly string[],
): FoundSources {
  const printed = blocks.map((block, index) => ({
    number: index,
    text: block.kind === "text" ? textOfBlock(block) : "",
  }));
  const found = findSourceLine(
    [{ number: -1, text: "" }, ...printed.filter(({ text }) => text !== "")].slice(1),
  );
  const line = found?.line;
  const named = line === undefined ? [] : splitSourceNames(unlabelled(line.text));
  const { described, metas } = page;
  const originators = [
    ...named,
    ...(described?.originators ?? []),
    ...authors.filter((name) => findSource(name)),
  ];
  const site = metas.first("og:site_name");
  const publisher = described?.publisher ?? site?.value;

  const infoSources = new Map<string, ParsedStory["infoSources"][number]>();
  for (const [index, name] of originators.entries()) {
    const key = findSource(name)?.slug ?? name;
    if (!infoSources.has(key))
      infoSources.set(key, {
        printed: name,
        role: index === 0 || named.length === 0 ? "originator" : "contributor",
      });
  }
  const publisherKey = publisher === undefined ? undefined : (findSource(publisher)?.slug ?? publisher);
  if (publisher !== undefined && publisherKey !== undefined && !infoSources.has(publisherKey)) {
    infoSources.set(publisherKey, {
      printed: publisher,
      role: infoSources.size === 0 ? "originator" : "distributor",
    });
  }
  const evidence: ParsedEvidence[] = [];
  if (line !== undefined && found !== undefined) {
    evidence.push({
      path: "sourceLine",
      place: "text",
      rule: found.evidence,
      confidence: found.evidence === "source-prefix" ? 0.95 : 0.8,
    });
  }
  if (infoSources.size > 0) {
    const rule =
      named.length > 0
        ? "source-line"
        : described?.publisher !== undefined || originators.length > 0
          ? "json-ld"
          : "site-name";
    const place =
      named.length > 0 ? "text" : rule === "json-ld" ? `${described?.place}.publisher` : (site?.place ?? "");
    evidence.push({ path: "infoSources", place, rule, confidence: rule === "site-name" ? 0.6 : 0.9 });
  }
  return {
    infoSources: [...infoSources.values()],
    ...(line === undefined ? {} : { sourceLine: line.text }),
    blocks: line === undefined ? blocks : blocks.filter((_, index) => index !== line.number),
    evidence,
  };
}
