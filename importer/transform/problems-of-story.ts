import { type Problem, formatPath, isUnsure, parsePath } from "../../schemas/index.ts";
import { undetermined } from "../parse/phrases/detect-language.ts";
import type { ParsedBlock, ParsedEvidence, ParsedStory } from "../parse/parsed-story.ts";
import { type ProblemSubject, toProblem } from "../problems.ts";

/** The ids of a story's documents; those of its images by the number of the picture in the story. */
export interface StoryIds {
  readonly article: string;
  readonly images: ReadonlyMap<number, string>;
}

/** The problems an editor should check in a story as it was read, in any format. Pure. */
export function problemsOfStory(story: ParsedStory, ids: StoryIds): Problem[] {
  const documentId = ids.article;
  const problems = [
    ...story.problems.map((problem) => ({ documentId, ...problem })),
    ...story.evidence.filter(({ confidence }) => isUnsure(confidence)).map(toQuestion),
  ];
  const orders = story.evidence.find(({ path }) => path === "pubStatus");
  if (story.control?.pubStatus === "canceled") {
    const message = "The source has withdrawn the story; the article is kept with the status Canceled";
    const line = orders?.lines?.[0];
    problems.push(
      toProblem("story-canceled", message, {
        documentId,
        path: "pubStatus",
        ...(line === undefined ? {} : { line }),
      }),
    );
  }
  if (!story.blocks.some(hasText)) {
    problems.push(toProblem("no-body", "The story has a headline but no text", { documentId, path: "body" }));
  }
  if (story.language === undetermined) {
    const message = "The language could not be detected";
    problems.push(toProblem("language-unknown", message, { documentId, path: "language" }));
  }
  if (story.sourceLine === undefined && story.infoSources.length === 0) {
    const message = "The story does not say where it comes from";
    problems.push(toProblem("source-unknown", message, { documentId, path: "infoSources" }));
  }
  return problems;

  function toQuestion({ path, lines: [line] = [], rule }: ParsedEvidence): Problem {
    return toProblem("low-confidence", `The value of "${path}" is uncertain (${rule})`, {
      ...placeOf(path, ids),
      ...(line === undefined ? {} : { line }),
    });
  }
}

/** The document and the field that a path into a parsed story stands for. Pure. */
export function placeOf(
  path: string,
  { article, images }: StoryIds,
): Pick<ProblemSubject, "documentId" | "path"> {
  const [list, number, ...field] = parsePath(path) ?? [];
  if (list !== "pictures" || typeof number !== "number") return { documentId: article, path };
  const image = images.get(number);
  if (image === undefined) return { documentId: article, path: "body" };
  return { documentId: image, ...(field.length === 0 ? {} : { path: formatPath(field) }) };
}

const hasText = (block: ParsedBlock): boolean =>
  block.kind === "table" ||
  block.kind === "embed" ||
  (block.kind === "text" && !/^h[23]$/.test(block.style) && block.spans.some(({ text }) => text !== ""));
