import { isUnsure, parsePath, type Problem } from "../../schemas/index.ts";
import { undetermined } from "../parse/phrases/detect-language.ts";
import type { ParsedBlock, ParsedEvidence, ParsedStory } from "../parse/parsed-story.ts";
import { toProblem } from "../problems.ts";

/** The problems an editor should check in a story as it was read, in any format. Pure. */
export function problemsOfStory(story: ParsedStory, documentId: string): Problem[] {
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
      documentId,
      path: parsePath(path)?.[0] === "pictures" ? "body" : path,
      ...(line === undefined ? {} : { line }),
    });
  }
}

const hasText = (block: ParsedBlock): boolean =>
  block.kind === "table" ||
  block.kind === "embed" ||
  (block.kind === "text" && !/^h[23]$/.test(block.style) && block.spans.some(({ text }) => text !== ""));
