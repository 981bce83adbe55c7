import { indexPhrases } from "../lexicons/phrase-index.ts";
import { wordsOf } from "../lexicons/word-lists.ts";
import type { ObservedLine } from "./observe-lines.ts";

const notes = indexPhrases(wordsOf((lexicon) => lexicon.notesToEditors));

/** Whether a line begins what a press office tells editors below its text: "Notes to editors". Pure. */
export const isNoteToEditors = ({ key }: ObservedLine): boolean => key !== "" && notes.lengthAt(key, 0) > 0;
