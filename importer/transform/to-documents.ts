import { contentSchemas, type ContentDocument, type Problem } from "../../schemas/index.ts";
import { detectLanguage, undetermined } from "../parse/detect-language.ts";
import type { ParsedBlock, ParsedStory } from "../parse/parsed-story.ts";
import { scriptOf } from "../parse/scripts.ts";
import { toProblem } from "../problems.ts";
import { fingerprintOf } from "../near-duplicates/sim-hash.ts";
import type { RejectedStory, StoryText, WantedStory } from "../stages.ts";
import { collectSources } from "./collect-sources.ts";
import { articleKeyOf } from "../identity/article-key-of.ts";
import { toArticle } from "./to-article.ts";
import { toImages } from "./to-images.ts";

/**
 * Makes the documents of a story: its sources, images and article, in write order, every one valid.
 *
 * Pure. A story whose documents do not all pass the schemas is rejected whole.
 *
 * @param articleKey Makes the ids; that of the story's own identity unless told.
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
  const uniqueImages = new Map([...images.values()].toReversed().map((image) => [image._id, image]));
  const documents = [...sources.sources, ...[...uniqueImages.values()].toReversed(), article];

  const invalid = documents.flatMap(validationProblems);
  if (invalid.length > 0) {
    const { headline } = article;
    return {
      kind: "rejected",
      input: story.origin.input,
      outcome: "failed",
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
    documents,
    ...(parsed.evidence.length > 0 ? { evidence: JSON.stringify(parsed.evidence) } : {}),
    fingerprint: fingerprintOf(story.text),
    problems: [
      ...inputProblems(parsed, article._id),
      ...(story.pictures?.problems ?? []).map((problem) => ({ ...problem, documentId: article._id })),
      ...sources.problems,
    ],
  };
}

/** Language of a text beside the main one: its own if it can be told, else that of the story if it may be. */
function languageTeller({ headline, blocks, language }: ParsedStory): (text: string) => string {
  const main = [headline, ...blocks.flatMap((block) => (isParagraph(block) ? textOf(block) : []))];
  const mainScript = scriptOf(main.map((text) => text.slice(0, 500)).join(" "));
  return (text) => {
    const own = detectLanguage(text);
    if (scriptOf(text) !== mainScript) return own;
    // A short text rarely tells a language from its neighbours of the same script; Latin has too many to assume.
    return mainScript === "Latin" && own !== undetermined ? own : language;
  };
}

type TextBlock = Extract<ParsedBlock, { readonly kind: "text" }>;

const isText = (block: ParsedBlock): block is TextBlock =>
  block.kind === "text" && block.spans.some(({ text }) => text !== "");

const isParagraph = (block: ParsedBlock): block is TextBlock => isText(block) && block.style === "normal";

const textOf = ({ spans }: TextBlock): string => spans.map(({ text }) => text).join("");

function inputProblems(story: ParsedStory, documentId: string): Problem[] {
  const problems: Problem[] = story.problems.map((problem) => ({ documentId, ...problem }));
  if (!story.blocks.some((block) => isText(block) && !/^h[23]$/.test(block.style))) {
    problems.push(toProblem("no-body", "The story has a headline and no text", { documentId, path: "body" }));
  }
  if (story.language === undetermined) {
    const message = "Nobody can tell the language of the story";
    problems.push(toProblem("language-unknown", message, { documentId, path: "language" }));
  }
  if (story.sourceLine === undefined && story.infoSources.length === 0) {
    const message = "The story does not say where it comes from";
    problems.push(toProblem("source-unknown", message, { documentId, path: "infoSources" }));
  }
  return problems;
}

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
          `The field "${path}" of ${document._id} is not valid: ${issue.message}`,
          about,
        );
  });
}
