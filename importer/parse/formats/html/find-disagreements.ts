import type { Problem } from "../../../../schemas/index.ts";
import { toProblem } from "../../../problems.ts";
import { isSameText } from "../../phrases/same-text.ts";
import { leastBetween } from "../../time/compare-moments.ts";
import { isoOf } from "../../time/iso-of.ts";
import type { Moment } from "../../time/moment.ts";
import { readMoment } from "../../time/read-moment.ts";
import type { Candidate } from "./candidate.ts";
import type { DescribedArticle } from "./find-article.ts";
import type { Byline } from "./find-byline.ts";
import type { Metas } from "./read-metas.ts";

/** What readers see of a story. */
interface Shown {
  readonly headline: string | undefined;
  readonly byline: Candidate<Byline> | undefined;
  readonly date: Candidate<Moment> | undefined;
}

/**
 * Asks about each of headline, authors and date that a page shows otherwise than its structured data say: only a person
 * can tell which of them is right. Pure.
 */
export function findDisagreements(
  described: DescribedArticle | undefined,
  metas: Metas,
  shown: Shown,
): Problem[] {
  if (described === undefined) return [];
  const sites = [described.publisher, metas.first("og:site_name")?.value].flatMap((name) => name ?? []);
  return [
    ...headlines(described.headline, shown.headline, sites),
    ...authors(described, shown.byline),
    ...dates(described, shown.date),
  ];
}

/** @param sites The name of the site, which some pages have as their first heading. */
function headlines(told: string | undefined, shown: string | undefined, sites: readonly string[]): Problem[] {
  if (told === undefined || shown === undefined || isSameText(told, shown)) return [];
  if (sites.some((site) => isSameText(site, shown))) return [];
  return [question("headline", shown, told)];
}

function authors(described: DescribedArticle, byline: Candidate<Byline> | undefined): Problem[] {
  const people = described.authors.filter(({ isPerson }) => isPerson).map(({ name }) => name);
  const { names = [], printed = "" } = byline?.value ?? {};
  const isShown = byline?.elements !== undefined && names.length > 0;
  const isSame = people.some((name) => printed.includes(name) || isSameText(name, printed));
  return isShown && people.length > 0 && !isSame ? [question("byline", printed, people.join(", "))] : [];
}

/** A time of which only the day or the clock is known may be the same. */
function dates(described: DescribedArticle, date: Candidate<Moment> | undefined): Problem[] {
  const told = readMoment(described.published ?? "");
  if (told === undefined || date === undefined) return [];
  const known = [told, readMoment(described.modified ?? "")].filter((moment) => moment !== undefined);
  const isKnown = known.some((moment) => leastBetween(moment, date.value) < minuteMs);
  return isKnown ? [] : [question("publishedAt", textOf(date.value), textOf(told))];
}

const minuteMs = 60_000;

const textOf = (moment: Moment): string =>
  moment.kind === "instant"
    ? isoOf(moment)
    : [moment.day, moment.kind === "local" ? moment.clock : ""].join(" ").trim();

const question = (path: string, shown: string, told: string): Problem =>
  toProblem("low-confidence", `The page shows ${quoted(shown)}, but its data say ${quoted(told)}`, { path });

const quoted = (text: string): string => `"${text.slice(0, 120)}"`;
