import { endsSentence, visualLength } from "../../phrases/line-shape.ts";
import type { LineToLabel } from "./label-occurrence.ts";

/** Whether a line is certainly text, by its length and its end. Pure. */
export const isText = ({ text }: LineToLabel): boolean => endsSentence(text) && visualLength(text) >= 70;

/** Index of the first line that is certainly text; 0 if there is none. Pure. */
export const textBegins = (lines: readonly LineToLabel[]): number => Math.max(0, lines.findIndex(isText));
