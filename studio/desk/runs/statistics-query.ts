import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import { lastDays } from "./last-days.ts";
import { lakeCounts, type Statistics, statisticsOf } from "./statistics.ts";

/**
 * How much is looked at: what comes to the browser does not grow with the stories. The lake counts days, languages and sources
 * by indexes; what is in lists, problems and suggestions, it would have to read every record for.
 */
const mostOf = { days: 30, languages: 50, sources: 200, times: 60, newest: 1000 };

interface StatisticsQuery {
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Asks a lake how imports go. */
export async function fetchStatistics(client: SanityClient, now: Date): Promise<Statistics> {
  const reader = client.withConfig({ perspective: "drafts" });
  const days = lastDays(mostOf.days, now);
  const { query, params } = tallyQuery(days);
  const found = lakeCounts.parse(await reader.fetch(query, params));
  const languages = found.languages.filter((language) => language !== null).slice(0, mostOf.languages);
  const counted = languagesQuery(languages);
  const answer = z.record(z.string(), z.number()).parse(await reader.fetch(counted.query, counted.params));
  const perLanguage = languages.map((language, index) => [language, answer[`l${index}`] ?? 0] as const);
  return statisticsOf(found, Object.fromEntries(perLanguage), { days, now });
}

/** Of the days given, counts of the stories that an import changed last then; and the other counts. */
export function tallyQuery(days: ReturnType<typeof lastDays>): StatisticsQuery {
  const ofDay = (index: number): string =>
    `"d${index}": count(*[_type == "importRecord" && importedAt >= $from${index} && importedAt < $to${index}])`;
  return {
    query: `{
      "days": {${days.map((_, index) => ofDay(index)).join()}},
      "languages": array::unique(*[_type == "importRecord"].review.language),
      "sources": *[_type == "source"] | order(lower(name) asc) [0...$sources] {
        "id": _id, name,
        "stories": count(*[_type == "article" && references(^._id)]),
        "times": *[_type == "article" && references(^._id)] | order(_createdAt desc) [0...$times]._createdAt
      },
      "newest": *[_type == "importRecord"] | order(importedAt desc) [0...$newest] {
        "open": review.open, "suggestions": suggestions[].state
      }
    }`,
    params: Object.assign(
      { sources: mostOf.sources, times: mostOf.times, newest: mostOf.newest },
      ...days.map(({ from, to }, index) => ({ [`from${index}`]: from, [`to${index}`]: to })),
    ),
  };
}

/** Counts of the stories in each language. */
export function languagesQuery(languages: readonly string[]): StatisticsQuery {
  const ofLanguage = (index: number): string =>
    `"l${index}": count(*[_type == "importRecord" && review.language == $l${index}])`;
  return {
    query: `{${languages.map((_, index) => ofLanguage(index)).join()}}`,
    params: Object.fromEntries(languages.map((language, index) => [`l${index}`, language])),
  };
}
