/** A stretch of a query's text, in UTF-16 code units from its start, as clients count them. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Place {
  readonly kind: "name" | "parameter" | "text" | "number" | "sign";
  readonly text: string;
}

const blank = String.raw`(?:[\t\n\v\f\r \u0085\u00a0]|\/\/[^\n]*(?:\n|$))+`;
const quoted = (quote: string): string => String.raw`${quote}[^${quote}\\]*(?:\\[^][^${quote}\\]*)*${quote}?`;
const part = new RegExp(
  [
    blank,
    `(?<text>${quoted('"')}|${quoted("'")})`,
    String.raw`(?<parameter>\$[A-Za-z_]\w*)`,
    String.raw`(?<name>[A-Za-z_]\w*)`,
    String.raw`(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`,
    String.raw`(?<sign>\.{2,3}|::|=>|->|[=!<>]=|&&|\|\||\*\*|[^])`,
  ].join("|"),
  "gy",
);

/**
 * The words and signs of a query, without its blanks and comments.
 *
 * groq-js says of no node where it stands. This is how a refusal finds its place: what looks like a parameter or a call
 * within a string, a comment or a longer name is none. Pure; never throws, whatever the text is.
 */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { index: start, 0: text, groups } of query.matchAll(part)) {
    const kind = kinds.find((each) => groups?.[each] !== undefined);
    if (kind) tokens.push({ kind, text, start, end: start + text.length });
  }
  return tokens;
}

const kinds = ["name", "parameter", "text", "number", "sign"] as const;
