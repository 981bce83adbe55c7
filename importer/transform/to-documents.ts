import { type ContentDocument, type NewsImage, type Problem, contentSchemas } from "../../schemas/index.ts";
import { articleKeyOf } from "../identity/article-key-of.ts";
import { versionOf } from "../identity/is-older-version.ts";
import { fingerprintOf } from "../identity/near-duplicates/sim-hash.ts";
import type { ParsedBlock, ParsedStory } from "../parse/parsed-story.ts";
import { textOfBlock, type ParsedTextBlock } from "../parse/text-of-block.ts";
import { detectLanguage, undetermined } from "../parse/phrases/detect-language.ts";
import { scriptOf } from "../parse/phrases/scripts.ts";
import { addressKey } from "../parse/pictures/same-picture.ts";
import { toProblem } from "../problems.ts";
import type { RejectedStory, StoryText, WantedStory } from "../stages.ts";
import { leftOutOf } from "./account/left-out-of.ts";
import { collectSources } from "./collect-sources.ts";
import { placeOf, problemsOfStory } from "./problems-of-story.ts";
import { toArticle } from "./to-article.ts";
import { toImages } from "./to-images.ts";

/**
 * Makes the documents of a story: its sources, images and article, in write order, every one valid.
 *
 * Pure. A story is rejected as a whole if any of its documents fails its schema.
 *
 * @param articleKey Used to make the ids (default: from the story's own identity).
 */
export function toDocuments(
  story: StoryText,
  parsed: ParsedStory,
  articleKey: string = articleKeyOf({ identity: parsed.identity ?? story.origin.identity }),
): WantedStory | RejectedStory {
  const sources = collectSources(parsed.language);
  const languageOf = languageTeller(parsed);
  const images = toImages(parsed.pictures, {
    articleKey,
    sources,
    languageOf,
    assetIds: story.pictures?.assetIds,
  });
  const article = toArticle(parsed, { articleKey, sources, images });
  const documents = [...sources.sources, ...uniqueImages([...images.values()]), article];

  const ids = {
    article: article._id,
    images: new Map([...images].map(([number, { _id }]) => [number, _id] as const)),
  };

  const invalid = documents.flatMap(validationProblems);
  if (invalid.length > 0) {
    const { headline } = article;
    return {
      kind: "rejected",
      input: story.origin.input,
      headline: headline.slice(0, 500),
      problems: invalid,
    };
  }
  return {
    kind: "wanted",
    read: story,
    origin: story.origin,
    text: story.text,
    contentHash: story.contentHash,
    articleKey,
    articleId: article._id,
    headline: article.headline,
    version: versionOf(parsed),
    documents,
    ...(parsed.evidence.length > 0 ? { evidence: JSON.stringify(parsed.evidence) } : {}),
    leftOut: leftOutOf(parsed.pieces, documents, {
      addresses: addressesOf(parsed, images),
      readPlaces: new Set(
        parsed.evidence.flatMap(({ path, place = [] }) => (readAnew.has(path) ? place : [])),
      ),
    }),
    fingerprint: fingerprintOf(story.text),
    problems: [
      ...problemsOfStory(parsed, ids),
      ...(story.pictures?.problems ?? []).map((problem) => ({
        ...problem,
        ...placeOf(`${problem.path}.asset`, ids),
      })),
      ...sources.problems,
    ],
  };
}

/** Each image once; what the first mention of a picture does not say of it, the others do. */
function uniqueImages(images: readonly NewsImage[]): NewsImage[] {
  const byId = new Map<string, NewsImage>();
  for (const image of images) byId.set(image._id, { ...image, ...byId.get(image._id) });
  return [...byId.values()];
}

/** Fields whose values are made of what is printed, and do not repeat it. */
const readAnew: ReadonlySet<string> = new Set([
  "identity",
  "byline",
  "creators",
  "dateline",
  "publishedAt",
  "infoSources",
  "canonicalUrl",
  "language",
  "keywords",
  "pubStatus",
  "embargoedUntil",
]);

/** What stands for the addresses of the pictures that became images, and of embeds; see `addressKey`. */
const addressesOf = (
  { pictures, blocks }: ParsedStory,
  images: ReadonlyMap<number, unknown>,
): ReadonlySet<string> =>
  new Set([
    ...pictures.flatMap(({ url, file }, index) =>
      images.has(index)
        ? [url, file].flatMap((address) => (address === undefined ? [] : addressKey(address)))
        : [],
    ),
    ...blocks.flatMap((block) => (block.kind === "embed" ? addressKey(block.url) : [])),
  ]);

/** Language of a text other than the main one: its own if detected, otherwise the story's if the script allows it. */
function languageTeller({ headline, blocks, language }: ParsedStory): (text: string) => string {
  const main = [headline, ...blocks.flatMap((block) => (isParagraph(block) ? textOfBlock(block) : []))];
  const mainScript = scriptOf(main.map((text) => text.slice(0, 500)).join(" "));
  return (text) => {
    const own = detectLanguage(text);
    if (scriptOf(text) !== mainScript) return own;
    // A short text rarely distinguishes languages of the same script; Latin has too many to assume the story's.
    return mainScript === "Latin" && own !== undetermined ? own : language;
  };
}

const isText = (block: ParsedBlock): block is ParsedTextBlock =>
  block.kind === "text" && block.spans.some(({ text }) => text !== "");

const isParagraph = (block: ParsedBlock): block is ParsedTextBlock =>
  isText(block) && block.style === "normal";

function validationProblems(document: ContentDocument): Problem[] {
  const result = contentSchemas[document._type].safeParse(document);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const path = issue.path.join(".");
    const about = { documentId: document._id, path };
    return document._type === "article" && path === "headline" && document.headline !== ""
      ? toProblem(
          "headline-too-long",
          `The headline has ${document.headline.length} characters: ${issue.message}`,
          { ...about, line: 1 },
        )
      : toProblem(
          "invalid-document",
          `The field "${path}" of the ${document._type} is not valid: ${issue.message}`,
          about,
        );
  });
}
