import { isUnsure } from "../../../../schemas/index.ts";
import { surest, selectorOf, type Candidate } from "./candidate.ts";
import type { Page } from "./page.ts";
import { readIsoDate, type IsoMoment } from "../../time/read-iso-date.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute, marksOf } from "../../markup/html/walk-tree.ts";

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
 * Finds when the story was published, from what the page says for machines only; `undefined` without such evidence.
 *
 * Pure. Where data and page name moments more than a day apart, or none with an offset, it is unsure.
 */
export function findPublished({ described, metas, nearby }: Page): Candidate<string> | undefined {
  const meta = metas.first(
    ...metaNames.filter((name) => readIsoDate(metas.first(name)?.value ?? "") !== undefined),
  );
  const candidates = [
    read(described?.published, `${described?.place}.datePublished`, "json-ld", 0.9),
    read(meta?.value, meta?.place ?? "", "meta", 0.88),
    firstShown(nearby),
  ].flatMap((candidate) => candidate ?? []);
  const best = surest(candidates);
  if (best === undefined) return undefined;
  const apart = candidates.map(({ value }) => Math.abs(Date.parse(value) - Date.parse(best.value)));
  const agreed = apart.filter((difference) => difference < minute).length - 1;
  if (isUnsure(best.confidence)) return best;
  if (apart.some((difference) => difference > 24 * 60 * minute)) return { ...best, confidence: 0.45 };
  if (apart.some((difference) => difference >= minute)) return { ...best, confidence: 0.65 };
  return { ...best, confidence: Math.min(0.99, best.confidence + 0.05 * agreed) };
}

const minute = 60_000;

function read(
  written: string | undefined,
  place: string,
  rule: string,
  confidence: number,
): Candidate<string> | undefined {
  const moment = written === undefined ? undefined : readIsoDate(written);
  if (moment === undefined) return undefined;
  return { value: moment.value, place, ...reliabilityOf(moment, rule, confidence) };
}

const reliabilityOf = (
  { precision }: IsoMoment,
  rule: string,
  confidence: number,
): { rule: string; confidence: number } =>
  precision === "exact"
    ? { rule, confidence }
    : { rule: `${rule}-${precision}`, confidence: confidence * 0.45 };

/** The first `time` that is not of a correction; one that is marked as the publication's before others. */
function firstShown(nearby: readonly HtmlElement[]): Candidate<string> | undefined {
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
  return written !== undefined && readIsoDate(written) !== undefined ? written : undefined;
}

const isOfChange = (element: HtmlElement): boolean =>
  [element, element.parent].some(
    (at) =>
      at !== undefined &&
      ((/updat|modif|chang/.test(marksOf(at)) && !/publish|entry-date/.test(marksOf(at))) ||
        /dateModified/i.test(attribute(at, "itemprop") ?? "")),
  );
