import { isRightBelow } from "../is-right-below.ts";
import { findSource } from "../../authority/find-source.ts";
import { creditNoise } from "../../authority/source-words.ts";
import { hasComma } from "../../lexicons/labels.ts";
import { indexPhrases } from "../../lexicons/phrase-index.ts";
import { wordsOf } from "../../lexicons/word-lists.ts";
import { visualLength } from "../../phrases/line-shape.ts";
import type { CreditedText } from "../../phrases/split-credit.ts";
import { isProse } from "../find-body.ts";
import { mayBeAltText } from "../have-alt-texts.ts";
import type { ObservedLine } from "../observe-lines.ts";
import { longestPictureText, type PicturePair } from "../picture-pair.ts";
import type { PicturePlace } from "../picture-place.ts";
import type { Rule } from "./rule.ts";

/** A rule that assigns lines to a picture. */
export interface PictureRule extends Rule<PicturePlace> {
  /** Whether the lines begin a new picture, continue the last one, or are a credit below the last one. */
  readonly picture: "begins" | "continues" | "closes";
  /** A credit may follow even if the lines already end in one. */
  readonly awaitsCredit?: true;
  /** The form of the lines proves that an unknown name in brackets is their credit. */
  readonly provesCredit?: true;
  /** Reads the credit from a line without the usual form of one. */
  readonly readCredit?: (line: ObservedLine) => CreditedText;
}

/** Rules for pictures, in the order in which they are tried: those that continue a picture come first. */
export const pictureRules: readonly PictureRule[] = [
  {
    name: "agency-below-caption",
    roles: ["imageCredit"],
    picture: "continues",
    looksAt: "the agency below a caption before the text",
    confidence: 0.7,
    example: { part: "head", lines: ["Workers on the bridge", "Getty Images"] },
    applies: ({ ruleBefore }) => ruleBefore === "above-agency-in-head",
  },
  {
    name: "after-credit",
    roles: ["imageCaption"],
    picture: "continues",
    looksAt: "the line below a credit that is above its caption",
    confidence: 0.75,
    example: { part: "text", lines: ["REUTERS/Jane Doe", "", "Workers on the bridge"] },
    applies: ({ ruleBefore }) => ruleBefore === "credit-before-caption",
  },
  {
    name: "after-file-name",
    roles: ["imageCaption"],
    picture: "continues",
    looksAt: "a short line right below the name of a picture's file",
    confidence: 0.75,
    example: { part: "text", lines: ["bridge-01.jpg", "Workers on the bridge"] },
    awaitsCredit: true,
    applies: ({ ruleBefore, before, line }) =>
      ruleBefore === "file-name" && isRightBelow(line, before) && isShortText(line),
  },
  {
    name: "above-agency-in-head",
    roles: ["imageCaption"],
    picture: "begins",
    // Nothing is signed before the text.
    looksAt: "a short line before the text, right above a bare name of an agency",
    confidence: 0.75,
    example: { part: "head", lines: ["Workers on the bridge", "Getty Images"] },
    applies: ({ line, next, bounds }) =>
      next !== undefined &&
      next.isCredit &&
      next.credited?.strength === "possible" &&
      isRightBelow(next, line) &&
      next.index < bounds.start &&
      !line.isCredit &&
      !line.isCredited &&
      isShortText(line),
  },
  {
    name: "note-after-caption",
    roles: ["imageCredit"],
    picture: "closes",
    looksAt: '"Provided", "Screen grab": words in place of a credit, right below a picture without one',
    confidence: 0.7,
    example: { part: "text", lines: ["Caption: Workers on the bridge", "Handout"] },
    readCredit: ({ text }) => {
      const printed = text.replace(/^[\s—–-]+/u, "");
      return { text: "", credit: { printed, sources: [], people: [], shaped: true }, strength: "certain" };
    },
    applies: ({ line, before, last }) =>
      last?.hasCredit === false && isRightBelow(line, before) && line.length <= 45 && noise.has(line.key),
  },
  {
    name: "credit-after-caption",
    roles: ["imageCredit"],
    picture: "closes",
    looksAt: "a credit on a line of its own, below a picture without one",
    confidence: 0.85,
    example: { part: "text", lines: ["Workers on the bridge", "Photo: Jane Doe/AP"] },
    applies: ({ line, last, bounds }) =>
      line.isCredit &&
      last?.hasCredit === false &&
      line.index - last.end <= 2 &&
      // A bare "Reuters" after the text is the story's signature, not a picture's credit.
      (line.index < bounds.end || (line.credited?.strength === "certain" && !/^[©®]/u.test(line.text))),
  },
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
  {
    name: "same-sentence-twice",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines side by side that say the same",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Workers on the bridge (Local Post)", "Workers on the bridge (Local Post)"],
    },
    provesCredit: true,
    applies: (place) => isPair(place, "same-sentence-twice", "imageAlt"),
  },
  {
    name: "two-scripts",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines side by side, of which the first is in another script than the story",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["عمال فوق الجسر صباح الاثنين (رويترز)", "Workers on the bridge on Monday (Reuters)"],
    },
    applies: (place) => isPair(place, "two-scripts", "imageAlt"),
  },
  {
    name: "two-languages",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt:
      "two lines side by side, of which the first is in another language than the story, in the same script",
    confidence: 0.85,
    example: {
      part: "text",
      lines: [
        "Los obreros trabajan en el puente por la mañana con las grúas de la ciudad (Reuters)",
        "Workers on the bridge in the morning with cranes from the city (Reuters)",
      ],
    },
    applies: (place) => isPair(place, "two-languages", "imageAlt"),
  },
  {
    name: "both-credited",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines side by side that both end in a credit",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Men in helmets at work (Reuters)", "The bridge needs new cables this year (Reuters)"],
    },
    applies: (place) => isPair(place, "both-credited", "imageAlt"),
  },
  {
    name: "beside-credited-line",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines by themselves, of which one ends in a credit and the other is about as long",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Men in yellow helmets at work", "The bridge needs new cables this year (Reuters)"],
    },
    applies: (place) => isPair(place, "beside-credited-line", "imageAlt") && !place.isBelowHeadline,
  },
  {
    name: "two-scripts",
    roles: ["imageCaption", "imageAlt"],
    picture: "begins",
    // Unless the second line is the alternative text for the caption below it.
    looksAt: "two lines side by side, of which only the second is in another script than the story",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Workers on the bridge on Monday (Reuters)", "عمال فوق الجسر صباح الاثنين (رويترز)"],
    },
    applies: (place) => isPair(place, "two-scripts", "imageCaption") && place.nextPair() === undefined,
  },
  {
    name: "two-languages",
    roles: ["imageCaption", "imageAlt"],
    picture: "begins",
    looksAt: "two lines side by side, of which only the second is in another language, in the same script",
    confidence: 0.85,
    example: {
      part: "text",
      lines: [
        "Workers on the bridge in the morning with cranes from the city (Reuters)",
        "Los obreros trabajan en el puente por la mañana con las grúas de la ciudad (Reuters)",
      ],
    },
    applies: (place) => isPair(place, "two-languages", "imageCaption") && place.nextPair() === undefined,
  },
  {
    name: "credit-alone",
    roles: ["imageCredit"],
    picture: "begins",
    looksAt: "a line that is certainly a credit and nothing else",
    confidence: 0.8,
    example: { part: "text", lines: ["Photo: Jane Doe/AP"] },
    // Below the text it is the source of the story, or the owner of the page.
    applies: ({ line, bounds }) =>
      line.isCredit &&
      line.credited?.strength === "certain" &&
      (line.index < bounds.end || line.label?.kinds.has("credit") === true),
  },
  {
    name: "beside-credited-line",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two short lines right above a credit",
    confidence: 0.8,
    example: {
      part: "text",
      lines: ["Men in yellow helmets", "Workers on the bridge", "Photo: Jane Doe/AP"],
    },
    applies: ({ line, second, third }) => mayBeCaption(line) && mayBeCaption(second) && isCreditLine(third),
  },
  {
    name: "beside-credited-line",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: "a short line right above a credit",
    confidence: 0.8,
    example: { part: "text", lines: ["Workers on the bridge", "Photo: Jane Doe/AP"] },
    applies: ({ line, second }) => mayBeCaption(line) && isCreditLine(second),
  },
  {
    name: "caption-in-brackets",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: "a line that is not a sentence and ends in an unknown name in brackets",
    confidence: 0.6,
    example: { part: "text", lines: ["The bridge before the repair (Local Post)"] },
    provesCredit: true,
    applies: ({ line }) => endsInUnknownName(line),
  },
  {
    name: "sentence-with-agency",
    roles: ["imageCaption"],
    picture: "begins",
    // A signature would be at the end of the text.
    looksAt: "a sentence before the end of the text, with an agency in brackets after its full stop",
    confidence: 0.65,
    example: { part: "text", lines: ["The bridge on Sunday. (AFP)"] },
    applies: ({ line, lastText }) =>
      line.isCredited &&
      line.credited?.strength === "possible" &&
      /[)）\]】]\s*[.。]?$/u.test(line.text) &&
      line.length <= 200 &&
      line.index < lastText,
  },
  {
    name: "ends-with-credit",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: "a line that ends in a credit",
    confidence: 0.95,
    example: { part: "text", lines: ["Workers on the bridge on Monday. REUTERS/Jane Doe"] },
    applies: (place) => isCaption(place) && !place.isForeign(place.line),
  },
  {
    name: "two-scripts",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt:
      "two lines that end in a credit, of which the first is in another script or language than the story",
    confidence: 0.8,
    example: {
      part: "text",
      lines: ["عمال فوق الجسر صباح الاثنين (رويترز)", "", "Workers on the bridge on Monday (Reuters)"],
    },
    applies: ({ line, next, isForeign }) =>
      next?.isCredited === true &&
      line.isCredited &&
      endsInCredit(line, isForeign(line), false) &&
      endsInCredit(next, false, false) &&
      !isForeign(next),
  },
  {
    name: "ends-with-credit",
    roles: ["imageAlt"],
    picture: "begins",
    looksAt: "a line that ends in a credit and is in another script or language than the story",
    confidence: 0.8,
    example: { part: "text", lines: ["عمال فوق الجسر صباح الاثنين (رويترز)"] },
    applies: (place) => isCaption(place),
  },
  {
    name: "file-name",
    roles: ["imageAlt"],
    picture: "begins",
    looksAt: "the name of a picture's file",
    confidence: 0.8,
    example: { part: "text", lines: ["bridge-01.jpg"] },
    awaitsCredit: true,
    applies: ({ line }) => line.words <= 3 && fileName.test(line.text),
  },
  {
    name: "caption-words",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: '"File photo", "seen here in May": words that only picture texts contain',
    confidence: 0.75,
    example: { part: "text", lines: ["File photo of the bridge in winter"] },
    awaitsCredit: true,
    applies: (place) => hasCaptionWords(place),
  },
];

const captionWords = indexPhrases(wordsOf((lexicon) => lexicon.captionWords));
const noise = indexPhrases(creditNoise);
const fileName = /^[\p{L}\p{N}_\-. ]{1,80}\.(?:jpe?g|png|webp|gif|avif)$/iu;

const isShortText = (line: ObservedLine): boolean => line.length <= 220 && !isProse(line);

const isPair = (
  place: PicturePlace,
  evidence: PicturePair["evidence"],
  firstRole: PicturePair["firstRole"],
): boolean => {
  const pair = place.pair();
  return pair?.evidence === evidence && pair.firstRole === firstRole;
};

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

const isShort = (line: ObservedLine): boolean =>
  !line.isCredit && visualLength(line.text) <= longestPictureText;

/** Where no blank lines separate paragraphs, a sentence above a credit may equally be a paragraph. */
const mayBeCaption = (line: ObservedLine | undefined): boolean =>
  line !== undefined && isShort(line) && !(line.isDense && line.endsSentence && line.length > 30);

/** A bare "Reuters" below a text may equally be its signature. */
const isCreditLine = (line: ObservedLine | undefined): boolean =>
  line !== undefined &&
  line.isCredit &&
  line.credited?.strength !== "possible" &&
  // "Image source, Reuters" has its caption below it, with a label of its own.
  !(line.label !== undefined && hasComma(line.label));

/** Whether a single line is a picture's text. Stories rarely end with one, so a last line must be short. */
const isCaption = ({ line, next, isForeign }: PicturePlace): boolean =>
  line.isCredited && endsInCredit(line, isForeign(line), next === undefined);

/** Whether the credit of a line proves it to be a picture's; one in another language may have any length. */
function endsInCredit(line: ObservedLine, isForeign: boolean, isLast: boolean): boolean {
  if (!isForeign && !isShort(line)) return false;
  if (line.credited?.strength === "certain") return true;
  return (
    line.credited?.strength === "likely" && (isForeign || visualLength(line.text) <= (isLast ? 120 : 250))
  );
}

function endsInUnknownName({ credited, endsSentence, length }: ObservedLine): boolean {
  if (credited?.strength !== "unproven" || endsSentence || length > 170) return false;
  const [printed = ""] = credited.credit.sources;
  return (
    credited.text.split(/\s+/u).length >= 3 &&
    !/[!?؟:]$/u.test(credited.text) &&
    /^[\p{Lu}\p{Lo}]/u.test(printed) &&
    printed.length >= 4
  );
}

/** Caption words count at the start, in brackets, or in a line that is not a sentence. */
function hasCaptionWords({ line, bounds }: PicturePlace): boolean {
  const { key, text, length, index, endsSentence } = line;
  if (length > 260 || key === "" || index >= bounds.end) return false;
  if (index >= bounds.start && isProse(line) && length > 140) return false;
  const at = captionWords.find(key);
  return at === 0 || (at > 0 && (!endsSentence || /[(（]([^()（）]*)[)）]\.?$/u.test(text)));
}
