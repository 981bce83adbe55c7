import { hasComma, isPhrase, type LabelledText, readLabel } from "../../lexicons/labels.ts";
import { type CreditedText, splitCredit } from "../../phrases/split-credit.ts";
import { namedCredit } from "../named-credit.ts";

/** What the label of a line says about it. */
export interface LabelledLine {
  readonly label: LabelledText | undefined;
  /** The text after a label of captions. */
  readonly caption: string | undefined;
  /** The credit in the text after the label of a picture. */
  readonly credited: CreditedText | undefined;
  /** Whether the label is of a picture and has no other use: it ends in a comma, or the story shows it. */
  readonly isPictureLabel: boolean;
}

/** In letters. */
const longestCaption = 1000;

/**
 * Reads the label of a line. Pure.
 *
 * @param isShort Whether the line may have a label of any kind; a long one may only be a caption.
 * @param shown The label that the story shows it to have.
 */
export function readLabelledLine(
  text: string,
  isShort: boolean,
  shown: LabelledText | undefined,
): LabelledLine {
  const label = shown ?? knownLabelOf(text, isShort);
  if (label === undefined) return unlabelled;
  const { kinds, value } = label;
  const isCaption = kinds.has("caption");
  const isPictureLabel =
    (isCaption || kinds.has("credit")) && !kinds.has("related") && (shown !== undefined || hasComma(label));
  const caption = isCaption && value.length > 3 && value.length <= longestCaption ? value : undefined;
  const credited = isCaption
    ? splitCredit(value)
    : isPictureLabel && value !== ""
      ? namedCredit("", value)
      : undefined;
  return { label, caption, credited, isPictureLabel };
}

const unlabelled: LabelledLine = {
  label: undefined,
  caption: undefined,
  credited: undefined,
  isPictureLabel: false,
};

function knownLabelOf(text: string, isShort: boolean): LabelledText | undefined {
  if (text.length > longestCaption) return undefined;
  const label = readLabel(text);
  const hasNoOtherUse = label?.kinds.has("caption") === true && isPhrase(label.label);
  return isShort || hasNoOtherUse ? label : undefined;
}
