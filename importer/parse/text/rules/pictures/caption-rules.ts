import { hasComma } from "../../../lexicons/labels.ts";
import { indexPhrases } from "../../../lexicons/phrase-index.ts";
import { wordsOf } from "../../../lexicons/word-lists.ts";
import { visualLength } from "../../../phrases/line-shape.ts";
import { isProse } from "../../find-body.ts";
import type { ObservedLine } from "../../observe-lines.ts";
import { longestPictureText } from "../../picture-pair.ts";
import type { PicturePlace } from "../../picture-place.ts";
import type { PictureRule } from "../picture-rule.ts";

/** Rules for captions and credits by themselves. */
export const captionRules: readonly PictureRule[] = [
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

const fileName = /^[\p{L}\p{N}_\-. ]{1,80}\.(?:jpe?g|png|webp|gif|avif)$/iu;

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
