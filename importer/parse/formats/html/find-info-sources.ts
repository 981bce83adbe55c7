import { findSource } from "../../authority/find-source.ts";
import { matchKey } from "../../lexicons/match-key.ts";
import type { ParsedBlock } from "../../parsed-story.ts";
import { nameSources, type FoundSources } from "../../phrases/name-sources.ts";
import type { DetailedSource } from "../../phrases/source-in-details.ts";
import type { Candidate } from "./candidate.ts";
import type { Page } from "./page.ts";

/** Where else a page names sources of its story. */
interface Named {
  /** The source line that is shown outside the text. */
  readonly shown: Candidate<DetailedSource> | undefined;
  /** Names in the dateline. */
  readonly filedBy: readonly string[];
  /** Names given as authors; agencies among them are sources. */
  readonly authors: readonly string[];
}

/**
 * Finds the sources of a page's story: in its source line, in its dateline, in the organisations that its data name as
 * the origin; else it is the site itself. Pure.
 */
export function findInfoSources(
  { described, metas }: Page,
  blocks: readonly ParsedBlock[],
  { shown, filedBy, authors }: Named,
): FoundSources {
  const site = metas.first("og:site_name");
  const publisher = described?.publisher ?? site?.value;
  const owners = [described?.publisher, site?.value].flatMap((name) => (name ? matchKey(name) : []));
  // Many sites name themselves as the origin of all that they publish.
  const originators = [
    ...(described?.originators ?? []),
    ...authors.filter((name) => findSource(name)),
  ].filter((name) => !owners.includes(matchKey(name)));
  const isDescribed = described?.publisher !== undefined || originators.length > 0;
  return nameSources(blocks, {
    ...(shown === undefined ? {} : { line: { ...shown, ...shown.value } }),
    filedBy: filedBy.filter((name) => findSource(name) !== undefined),
    originators,
    publisher,
    ...(isDescribed
      ? {
          place: `${described?.place}.${originators.length > 0 ? "sourceOrganization" : "publisher"}`,
          rule: "json-ld",
          confidence: 0.9,
        }
      : { place: site?.place ?? "", rule: "site-name", confidence: 0.6 }),
  });
}
