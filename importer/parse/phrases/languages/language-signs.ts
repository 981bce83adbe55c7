/** What distinguishes a language from others in the same script. */
export interface LanguageSigns {
  /** BCP 47, with the script where the language is not usually written in it. */
  readonly language: string;
  /** Its letters that not all languages of the script use. */
  readonly letters?: string;
  /** Its most frequent words, in lower case and without apostrophes, which part words. */
  readonly words?: string;
}

/** The languages of one script. */
export interface LanguagesOfScript {
  readonly languages: readonly LanguageSigns[];
  /** Letters that all of its languages use; absent if no letter speaks against a language. */
  readonly base?: string;
  /** Whether many languages use the script that are not told, so that more is needed to be told. */
  readonly isCrowded?: boolean;
  /** What a text is in that no sign supports: only where nearly every text in the script is in one language. */
  readonly usual?: string;
}
