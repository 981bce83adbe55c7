import { isUnsure } from "../../../schemas/index.ts";
import type { FoundString } from "../i18n/found-strings.ts";

/** How a value was found, in words for editors, for each rule of the importer; a name may end in `*`. */
const words: Readonly<Record<FoundString, readonly string[]>> = {
  "found.first-line": ["first-line"],
  "found.below-kicker": ["after-kicker"],
  "found.above-headline": ["short-before-headline"],
  "found.below-headline": ["below-headline", "heading-below-headline", "sentence-before-text"],
  "found.text": ["text-lines", "markdown"],
  "found.above-text": [
    ...["short-before-text", "few-words-in-head", "picture-before-text", "name-of-headline"],
  ],
  "found.below-text": ["title-after-text"],
  "found.short-lines": ["short-lines"],
  "found.side-by-side": [
    ...["two-scripts", "two-languages", "same-sentence-twice", "both-credited", "beside-credited-line"],
  ],
  "found.ends-in-credit": [
    ...["ends-with-credit", "sentence-with-agency", "caption-in-brackets", "captions-in-row"],
  ],
  "found.beside-credit": [
    ...["credit-alone", "credit-before-caption", "credit-after-caption", "note-after-caption"],
    ...["agency-below-caption", "above-agency-in-head", "after-credit"],
  ],
  "found.caption-words": [
    "caption-words",
    "caption-label",
    "below-caption-label",
    "above-label",
    "above-caption",
  ],
  "found.file-name": ["file-name", "after-file-name"],
  "found.named-picture": ["picture-of-story", "picture-of-data"],
  "found.word-for-author": ["byline-label", "byline-word", "byline-prefix"],
  "found.place-of-name": [
    ...["name-with-title", "name-at-end", "name-with-date", "name-beside-date", "name-with-place"],
    ...["name-in-head", "title-below-byline", "signature"],
  ],
  "found.word-for-source": ["source-label", "source-prefix", "label-below-text"],
  "found.known-sources": [
    ...["known-sources-in-head", "names-only-known-sources", "sources-in-brackets", "byline-of-sources"],
    "known-source-below-unknown-label",
  ],
  "found.desk": ["desk-line", "desk-initials"],
  "found.site": ["site-name"],
  "found.printed-date": ["date-alone", "date-bar", "time-alone", "date-and-time", "date-in-any-language"],
  "found.update": ["date-of-update", "feed-change-date"],
  "found.ambiguous-date": ["day-or-month-first"],
  "found.day-alone": ["day-without-time"],
  "found.no-zone": ["time-without-zone"],
  "found.place": ["dateline", "dateline-alone", "place-of-author", "reporter-in-dateline"],
  "found.order": ["control-*", "order-in-*"],
  "found.words-of-text": ["detected", "language-from-text"],
  "found.says-itself": ["declared", "language-declared"],
  "found.both-agree": ["declared-and-detected"],
  "found.contradicted": ["language-contradicted"],
  "found.first-heading": ["first-heading"],
  "found.mark-in-page": [
    ...["headline-class", "kicker-class", "lead-class", "standfirst-class", "byline-class", "author-marked"],
    ...["microdata", "time-element", "marked-article-body", "tag-links"],
  ],
  "found.page-says": [
    ...["json-ld", "meta", "canonical-link", "same-as-description", "same-as-article-body", "article-body"],
  ],
  "found.page-title": ["page-title"],
  "found.densest-text": ["readability", "densest-text"],
  "found.beginning-of-text": ["headline-from-text"],
  "found.id": ["headline-from-id"],
  "found.above-the-text": ["front-matter"],
  "found.field-of-name": ["field-by-name"],
  "found.mapping": ["field-by-mapping"],
  "found.missing": ["field-missing"],
  "found.outlet": ["outlet-*"],
  "found.taught": ["taught-by-editor"],
  "found.summary-as-text": ["feed-summary-as-text", "feed-description-as-text"],
  "found.own-field": ["feed-*", "iptc7901-*", "newsml-g2-*", "newsml1-*", "ninjs-*", "nitf-*", "wxr-*"],
  // Of an importer that is newer than this Studio.
  "found.somehow": ["*"],
};

const strings = new Map(
  Object.entries(words).flatMap(([string, rules]) => rules.map((rule): [string, string] => [rule, string])),
);

const isFoundString = (text: string | undefined): text is FoundString =>
  text !== undefined && Object.hasOwn(words, text);

/** The string that says how a rule of the importer found a value. Pure. */
export function howFound(rule: string): FoundString {
  const begun = [...strings.keys()].find((name) => name.endsWith("*") && rule.startsWith(name.slice(0, -1)));
  const found = strings.get(rule) ?? strings.get(begun ?? "");
  return isFoundString(found) ? found : "found.somehow";
}

/** How a value was found, and whether it may be wrong. Pure. */
export const sayHowFound = (
  { rule, confidence }: { readonly rule: string; readonly confidence: number },
  t: (...asked: [FoundString] | ["story.may-be-wrong", { readonly how: string }]) => string,
): string => {
  const how = t(howFound(rule));
  return isUnsure(confidence) ? t("story.may-be-wrong", { how }) : how;
};
