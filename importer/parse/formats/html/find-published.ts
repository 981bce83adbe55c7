import { type Problem, isUnsure } from "../../../../schemas/index.ts";
import { dateUnreadable } from "../../fields/date-unreadable.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute, marksOf } from "../../markup/html/walk-tree.ts";
import { leastBetween } from "../../time/compare-moments.ts";
import type { Moment } from "../../time/moment.ts";
import { readMoment } from "../../time/read-moment.ts";
import { toPublicationTime } from "../../time/to-publication-time.ts";
import { type Candidate, selectorOf, surest } from "./candidate.ts";
import type { Page } from "./page.ts";

const metaNames = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "publish-date",
  "publishdate",
  "publication_date",
  "pubdate",
  "date",
];

/**
 * Finds when the story was published, from data meant only for machines; without any, from the date that readers see.
 *
 * Pure. The confidence is low if the data name moments more than a day apart, or none with an offset.
 */
export function findPublished(
  page: Page,
  shown: Candidate<Moment> | undefined,
): Candidate<string> | undefined {
  const found = withShown(findMoment(page), shown);
  return found && { ...found, value: toPublicationTime(found.value).value };
}

/** A day that the data give without a time is sure if readers see the same. */
function withShown(
  told: Candidate<Moment> | undefined,
  shown: Candidate<Moment> | undefined,
): Candidate<Moment> | undefined {
  if (told === undefined || shown === undefined) return told ?? shown;
  const isSame = told.value.kind !== "instant" && leastBetween(told.value, shown.value) < minute;
  return isSame ? { ...told, confidence: Math.max(told.confidence, shown.confidence) } : told;
}

function findMoment({ described, metas, nearby }: Page): Candidate<Moment> | undefined {
  const meta = metas.first(
    ...metaNames.filter((name) => readMoment(metas.first(name)?.value ?? "") !== undefined),
  );
  const candidates = [
    read(described?.published, `${described?.place}.datePublished`, "json-ld", 0.9),
    read(meta?.value, meta?.place ?? "", "meta", 0.88),
    firstShown(nearby),
  ].flatMap((candidate) => candidate ?? []);
  const best = surest(candidates);
  if (best === undefined) return undefined;
  const apart = candidates.map(({ value }) => leastBetween(value, best.value));
  const agreed =
    candidates.filter(({ value }) => value.kind === "instant" && leastBetween(value, best.value) < minute)
      .length - 1;
  if (isUnsure(best.confidence)) return best;
  if (apart.some((difference) => difference > 24 * 60 * minute)) return { ...best, confidence: 0.45 };
  if (apart.some((difference) => difference >= minute)) return { ...best, confidence: 0.65 };
  return { ...best, confidence: Math.min(0.99, best.confidence + 0.05 * agreed) };
}

/** Unreadable dates, if the page has no other. Pure. */
export function unreadPublished({ described, metas }: Page): Problem[] {
  const meta = metas.first(...metaNames);
  const written = [
    { value: described?.published ?? "", place: `${described?.place}.datePublished` },
    { value: meta?.value ?? "", place: meta?.place ?? "" },
  ].find(({ value }) => value.trim() !== "");
  return written === undefined ? [] : [dateUnreadable("publishedAt", written, "is not a readable date")];
}

const minute = 60_000;

function read(
  written: string | undefined,
  place: string,
  rule: string,
  confidence: number,
): Candidate<Moment> | undefined {
  const moment = readMoment(written ?? "");
  if (moment === undefined) return undefined;
  const less = toPublicationTime(moment).rule;
  return {
    value: moment,
    place,
    rule: less ?? rule,
    confidence: less === undefined ? confidence : confidence * 0.45,
    ...(moment.kind === "local" && written !== undefined ? { printed: written } : {}),
  };
}

/** The first `time` that is not a correction's; one marked as the publication time is preferred. */
function firstShown(nearby: readonly HtmlElement[]): Candidate<Moment> | undefined {
  const times = nearby.filter((element) => writtenIn(element) !== undefined && !isOfChange(element));
  const marked = times.find(
    (element) =>
      /datePublished/i.test(attribute(element, "itemprop") ?? "") || element.attributes.has("pubdate"),
  );
  const chosen =
    marked ?? times.find((element) => /publish|entry-date|posted/.test(marksOf(element))) ?? times[0];
  if (chosen === undefined) return undefined;
  const confidence = marked === undefined ? 0.75 : 0.87;
  const found = read(
    writtenIn(chosen),
    selectorOf(chosen),
    marked === undefined ? "time-element" : "microdata",
    confidence,
  );
  return found === undefined ? undefined : { ...found, elements: [chosen] };
}

function writtenIn(element: HtmlElement): string | undefined {
  const written =
    element.name === "time"
      ? attribute(element, "datetime")
      : /datePublished/i.test(attribute(element, "itemprop") ?? "")
        ? (attribute(element, "content") ?? attribute(element, "datetime"))
        : undefined;
  return written !== undefined && readMoment(written) !== undefined ? written : undefined;
}

const isOfChange = (element: HtmlElement): boolean =>
  [element, element.parent].some(
    (at) =>
      at !== undefined &&
      ((/updat|modif|chang/.test(marksOf(at)) && !/publish|entry-date/.test(marksOf(at))) ||
        /dateModified/i.test(attribute(at, "itemprop") ?? "")),
  );
