/** A text, name or label in a language. */
interface InLanguage {
  readonly language: string;
}

const primary = (language: string): string => language.split("-", 1)[0] ?? language;

/**
 * The member that suits a page's language best: the same tag, then the same language (`ar-EG` for `ar`), then the
 * first. Its own language comes with it, so that it can be marked up correctly.
 */
export function pickText<Text extends InLanguage>(
  texts: readonly Text[],
  language: string,
): Text | undefined {
  return (
    texts.find((text) => text.language === language) ??
    texts.find((text) => primary(text.language) === primary(language)) ??
    texts[0]
  );
}
