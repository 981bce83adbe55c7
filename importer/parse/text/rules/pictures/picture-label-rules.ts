import { findSource } from "../../../authority/find-source.ts";
import { hasComma } from "../../../lexicons/labels.ts";
import { isProse } from "../../find-body.ts";
import { mayBeAltText } from "../../have-alt-texts.ts";
import { isShortText } from "../../is-short-text.ts";
import type { ObservedLine } from "../../observe-lines.ts";
import type { PicturePlace } from "../../picture-place.ts";
import type { PictureRule } from "../picture-rule.ts";

/** Rules for pictures whose lines have labels, or credits above or below each of several captions. */
export const pictureLabelRules: readonly PictureRule[] = [
  {
    name: "above-label",
    roles: ["imageAlt", "imageCredit", "imageCaption"],
    picture: "begins",
    looksAt: "a few words above a credit and a caption that has a label",
    confidence: 0.95,
    example: {
      part: "text",
      lines: ["Men in yellow helmets", "Image source, Reuters", "Image caption, Workers on the bridge"],
    },
    applies: ({ line, below: [second, third], hasAltTexts }) =>
      hasAltTexts && mayBeAltText(line) && second?.isCredit === true && third?.isCaption === true,
  },
  {
    name: "above-label",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "a few words above a caption that has a label",
    confidence: 0.85,
    example: { part: "text", lines: ["Men in yellow helmets", "Image caption, Workers on the bridge"] },
    applies: ({ line, below: [second], hasAltTexts }) =>
      hasAltTexts && mayBeAltText(line) && second?.isCaption === true && second.label !== undefined,
  },
  {
    name: "above-label",
    roles: ["imageAlt", "imageCredit"],
    picture: "begins",
    looksAt: "a few words above a credit whose label ends in a comma",
    confidence: 0.75,
    example: { part: "text", lines: ["Men in yellow helmets", "Image source, Reuters"] },
    applies: ({ line, below: [second], hasAltTexts }) =>
      hasAltTexts &&
      mayBeAltText(line) &&
      second?.isCredit === true &&
      second.label !== undefined &&
      hasComma(second.label),
  },
  {
    name: "credit-before-caption",
    roles: ["imageCredit"],
    picture: "begins",
    looksAt: "a credit on its own line, above a short line without one that is not the text",
    confidence: 0.9,
    example: { part: "text", lines: ["REUTERS/Jane Doe", "", "Workers on the bridge"] },
    applies: (place) =>
      place.line.isCredit &&
      (place.line.index < place.bounds.end || place.next?.isCaption === true) &&
      opensPicture(place),
  },
  {
    name: "below-caption-label",
    roles: ["imageCaption"],
    picture: "continues",
    looksAt: 'a short line below "Image caption" on a line of its own, near the lines of a picture',
    confidence: 0.75,
    example: {
      part: "text",
      lines: ["Workers on the bridge (Reuters)", "Image caption:", "The bridge on Monday"],
    },
    awaitsCredit: true,
    applies: (place) =>
      isBelowLabel(place) && place.last !== undefined && place.line.index - place.last.end <= 3,
  },
  {
    name: "below-caption-label",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: 'a short line below "Image caption" on a line of its own',
    confidence: 0.75,
    example: { part: "text", lines: ["Image caption:", "Workers on the bridge"] },
    awaitsCredit: true,
    applies: (place) => isBelowLabel(place),
  },
  {
    name: "caption-label",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: 'a line with "Image caption" or another label of captions, one that other lines have too',
    confidence: 0.75,
    example: { part: "text", lines: ["Image caption: Workers on the bridge"] },
    applies: ({ line }) => isLabelledCaption(line),
  },
  {
    name: "captions-in-row",
    roles: ["imageCaption", "imageCredit"],
    picture: "begins",
    looksAt: "two texts or more in a row that each have a name in brackets in the line below",
    confidence: 0.8,
    example: {
      part: "text",
      lines: [
        "Workers put up the first pillar of the new bridge, which the river has carried away twice.",
        "(Jane Doe/Bridge Museum)",
        "The ferry on its last day.",
        "(John Smith)",
      ],
    },
    applies: ({ line, below: [second] }) => line.isCaption && !line.isCredited && second?.isCredit === true,
  },
  {
    name: "captions-in-row",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: "three lines or more in a row that end in a name in brackets",
    confidence: 0.8,
    example: {
      part: "text",
      lines: [
        "Workers put up the first pillar of the new bridge. The river has carried it away twice. (Jane Doe)",
        "The ferry on its last day, seen from the tower. (John Smith)",
        "Children wait for the bus in the rain. (Bridge Museum)",
      ],
    },
    applies: ({ line }) => line.isCaption,
  },
];

/** Whether a credit is above its caption: the next line is short, has no credit, and is not the text. */
function opensPicture({ line, next: caption, afterNext: after, bounds }: PicturePlace): boolean {
  if (caption === undefined || caption.index - line.index > 2) return false;
  if (isLabelledCaption(caption)) return true;
  if (!isShortText(caption) || caption.isCredited || caption.isCredit || caption.endsSentence) return false;
  if (line.credited?.strength !== "certain" && findSource(line.text) === undefined) return false;
  return (
    caption.index < bounds.start ||
    after === undefined ||
    isProse(after) ||
    after.endsSentence ||
    !caption.hasNeighbour
  );
}

/** "Image caption," on its own line: the caption follows. */
function isBelowLabel({ line, above }: PicturePlace): boolean {
  const label = above?.label;
  return (
    label !== undefined &&
    label.value === "" &&
    label.kinds.has("caption") &&
    !label.kinds.has("related") &&
    (line.isCaption || isShortText(line))
  );
}

const isLabelledCaption = ({ label, isCaption }: ObservedLine): boolean => isCaption && label !== undefined;
