import { indexPhrases } from "../lexicons/phrase-index.ts";
import { wordsOf } from "../lexicons/word-lists.ts";

/** What authors are by trade, in all languages: "correspondent". */
export const titles = indexPhrases(wordsOf((lexicon) => lexicon.titles));
