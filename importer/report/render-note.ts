import { shownText } from "../shown-text.ts";
import type { ImportNote } from "../stages.ts";

/** Renders something the operator may want to know, in one line. Pure. */
export const renderNote = ({ input, message }: ImportNote): string =>
  `Note: ${shownText(input)}: ${shownText(message)}`;
