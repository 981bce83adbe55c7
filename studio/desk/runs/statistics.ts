import { z } from "zod";
import type { lastDays } from "./last-days.ts";
import { silentSince } from "./silent-since.ts";

const counts = z.record(z.string(), z.number());

/** What the lake answers, see `statistics-query.ts`. */
export const lakeCounts = z.object({
  days: counts,
  languages: z.array(z.string().nullable()),
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      stories: z.number(),
      times: z.array(z.string()),
    }),
  ),
  newest: z.array(
    z.object({
      open: z.array(z.string()).nullable(),
      suggestions: z.array(z.enum(["open", "accepted", "rejected"]).nullable()).nullable(),
    }),
  ),
});
export type LakeCounts = Readonly<z.infer<typeof lakeCounts>>;

/** A number of stories by what they have in common. */
interface Tally {
  readonly name: string;
  readonly stories: number;
}

/** A source, and since when nothing new has come from it, if that is unusual. */
export interface SourceTally extends Tally {
  readonly id: string;
  readonly silentSince: string | undefined;
}

/** How many of the source's versions, where an editor had changed the same, editors took or refused. */
interface SuggestionTally {
  readonly accepted: number;
  readonly rejected: number;
  readonly open: number;
}

/** How imports go. Except for the days, the most frequent comes first, and what there is none of is left out. */
export interface Statistics {
  /** The earliest day first: stories whose last change by an import was that day. */
  readonly days: readonly Tally[];
  readonly languages: readonly Tally[];
  readonly sources: readonly SourceTally[];
  /** How many of the newest stories the following is about. */
  readonly newest: number;
  /** Stories with an open problem, by its code. */
  readonly problems: readonly Tally[];
  readonly suggestions: SuggestionTally;
}

/** Makes statistics of what the lake has counted. Pure. */
export function statisticsOf(
  found: LakeCounts,
  perLanguage: Readonly<Record<string, number>>,
  { days, now }: { readonly days: ReturnType<typeof lastDays>; readonly now: Date },
): Statistics {
  const codes = found.newest.flatMap(({ open }) => open ?? []);
  const states = found.newest.flatMap(({ suggestions }) => suggestions ?? []);
  const inState = (state: string): number => states.filter((each) => each === state).length;
  return {
    days: days.map(({ day }, index) => ({ name: day, stories: found.days[`d${index}`] ?? 0 })),
    languages: byFrequency(Object.entries(perLanguage).map(([name, stories]) => ({ name, stories }))),
    sources: byFrequency(
      found.sources.map(({ id, name, stories, times }) => ({
        ...{ id, name: name ?? id, stories },
        silentSince: silentSince(times, now),
      })),
    ),
    newest: found.newest.length,
    problems: byFrequency(
      [...Map.groupBy(codes, (code) => code)].map(([name, all]) => ({ name, stories: all.length })),
    ),
    suggestions: { accepted: inState("accepted"), rejected: inState("rejected"), open: inState("open") },
  };
}

/** The share of suggestions that editors took; `undefined` as long as they have decided none. Pure. */
export function shareTaken({ accepted, rejected }: SuggestionTally): number | undefined {
  const decided = accepted + rejected;
  return decided === 0 ? undefined : accepted / decided;
}

const byFrequency = <Each extends Tally>(all: readonly Each[]): Each[] =>
  all.filter(({ stories }) => stories > 0).toSorted((a, b) => b.stories - a.stories);
