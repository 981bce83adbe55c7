import { leftOutReasons, type LeftOutPiece } from "../../schemas/index.ts";
import type { Explanation } from "../explain-inputs.ts";
import type { ParsedEvidence } from "../parse/parsed-story.ts";
import { shownText } from "../shown-text.ts";
import { problemsOfStory } from "../transform/problems-of-story.ts";

const widestText = 80;

/**
 * Renders how an input was understood: each line with its role, confidence and rule; then each value with the lines it
 * came from, and what is left out. Pure.
 */
export function renderExplanation(explanation: Explanation): string {
  const { input } = explanation;
  if (explanation.kind === "unusable") {
    const { message, hint } = explanation.problem;
    return `${shownText(input)}\n  ${shownText(message)}\n  ${hint}`;
  }
  const { lines, story, leftOut } = explanation;
  return [
    `${shownText(input)} (${shownText(story.language)})`,
    row("line", "role", "sure", "rule", "text"),
    ...lines.map(({ number, role, confidence, rule, text, picture }) =>
      row(
        String(number),
        picture === undefined ? role : `${role} ${picture}`,
        percent(confidence),
        rule,
        shorten(text),
      ),
    ),
    "",
    row("lines", "value", "sure", "rule", ""),
    ...story.evidence.map(({ path, lines: from, place, confidence, rule }: ParsedEvidence) =>
      row(from?.join(",") ?? place ?? "", path, percent(confidence), rule, ""),
    ),
    ...leftOutRows(leftOut),
    ...problemsOfStory(story, { article: "", images: new Map() }).map(
      ({ message, hint }) => `  ${shownText(message)}\n    ${hint}`,
    ),
  ].join("\n");
}

/** What the documents will lack, with its place and why. */
const leftOutRows = (pieces: readonly LeftOutPiece[]): string[] =>
  pieces.length === 0
    ? []
    : [
        "",
        row("lines", "left out", "", "rule", ""),
        ...pieces.map(({ lines, place, kind, rule, reason, address, text }) =>
          row(
            lines?.join(",") ?? place ?? "",
            kind,
            "",
            rule,
            `${leftOutReasons[reason].title}: ${shorten(text || (address ?? ""))}`,
          ),
        ),
      ];

const row = (line: string, role: string, sure: string, rule: string, text: string): string =>
  `  ${shownText(line).padStart(5)}  ${role.padEnd(15)}${sure.padStart(5)}  ${rule.padEnd(26)}${shownText(text)}`.trimEnd();

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const shorten = (text: string): string => {
  const characters = Array.from(text);
  return characters.length <= widestText ? text : `${characters.slice(0, widestText - 1).join("")}…`;
};
