import type { Candidate } from "./candidate.ts";
import type { Page } from "./page.ts";
import { attribute, elementsIn, textOf } from "../../markup/html/walk-tree.ts";

const mostKeywords = 30;
const longestKeyword = 80;

/** Finds the keywords, from the most certain place that has any. Pure. */
export function findKeywords({ root, described, metas }: Page): Candidate<readonly string[]> | undefined {
  const tags = [...elementsIn(root)]
    .filter((element) => element.name === "a" && /(?:^|\s)tag(?:$|\s)/.test(attribute(element, "rel") ?? ""))
    .map(textOf);
  const listed = (name: string): string[] =>
    metas.all(name).flatMap((value) => value.split(/\s*[,،、;|]\s*/));
  const candidates: readonly Candidate<readonly string[]>[] = [
    {
      value: described?.keywords ?? [],
      place: `${described?.place}.keywords`,
      rule: "json-ld",
      confidence: 0.95,
    },
    { value: metas.all("article:tag"), place: "meta[article:tag]", rule: "meta", confidence: 0.9 },
    { value: listed("news_keywords"), place: "meta[news_keywords]", rule: "meta", confidence: 0.9 },
    { value: tags, place: "a[rel=tag]", rule: "tag-links", confidence: 0.85 },
    { value: listed("keywords"), place: "meta[keywords]", rule: "meta", confidence: 0.7 },
  ];
  for (const candidate of candidates) {
    const value = tidied(candidate.value);
    if (value.length > 0) return { ...candidate, value };
  }
  return undefined;
}

function tidied(keywords: readonly string[]): string[] {
  const named = keywords
    .map((word) => word.replace(/^#/, "").trim())
    .filter((word) => word !== "" && word.length <= longestKeyword);
  return [...new Map(named.map((word) => [word.toLowerCase(), word])).values()].slice(0, mostKeywords);
}
