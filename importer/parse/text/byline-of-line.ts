import { type LabelledText, readLabel } from "../lexicons/labels.ts";
import { type Byline, readByline } from "../phrases/read-byline.ts";

/** A line as a byline; `undefined` if it is not one. A label that the story itself shows counts as a known one. Pure. */
export function bylineOfLine({
  text,
  label,
  said,
}: {
  readonly text: string;
  readonly label?: LabelledText | undefined;
  /** The line without the label that its outlet tells it has. */
  readonly said?: string | undefined;
}): Byline | undefined {
  if (said !== undefined) return readByline(said);
  const isShown = label?.kinds.has("byline") === true && readLabel(text) === undefined;
  // Any known label lets an unknown one be read.
  return readByline(isShown ? `By: ${label.value}` : text);
}
