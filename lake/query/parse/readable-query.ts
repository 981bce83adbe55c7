import type { FunctionCall } from "./function-calls.ts";
import type { Place, Token } from "./query-tokens.ts";

/** A query as groq-js can read it, and where in the original something in it stands. */
export interface ReadableQuery {
  readonly text: string;
  placeOf(position: number): number;
}

/**
 * Writes otherwise what groq-js reads wrongly or not at all:
 *
 * - `geo(x)`, of which it knows nothing, becomes `geo::latLng(x)`: with one argument that means nothing else;
 * - `\u{1f600}` in a text becomes the two code units of the character, since groq-js takes the last sixteen bits;
 * - a comment ends with a line break, also the last one.
 */
export function readableQuery(
  query: string,
  tokens: readonly Token[],
  calls: readonly FunctionCall[],
): ReadableQuery {
  const changes: readonly (Place & { readonly text: string })[] = [
    ...calls
      .filter(({ name }) => name === "geo")
      .map(({ start, end }) => ({ start, end, text: "geo::latLng" })),
    ...tokens.filter(({ kind }) => kind === "text").flatMap(longEscapes),
  ].toSorted((a, b) => a.start - b.start);
  let [text, from] = ["", 0];
  const shifts = changes.map((change) => {
    text += query.slice(from, change.start) + change.text;
    from = change.end;
    return { from: text.length, to: change.end };
  });
  text += `${query.slice(from)}\n`;
  return {
    text,
    placeOf(position) {
      const shift = shifts.findLast((each) => each.from <= position) ?? { from: 0, to: 0 };
      return Math.min(position - shift.from + shift.to, query.length);
    },
  };
}

function longEscapes({ text, start }: Token): readonly (Place & { readonly text: string })[] {
  return [...text.matchAll(/\\(?:u\{([\da-f]+)\}|[^])/gi)].flatMap(({ index, 0: escape, 1: code }) => {
    if (code === undefined) return [];
    const units = String.fromCodePoint(Number.parseInt(code, 16)).split("");
    return {
      start: start + index,
      end: start + index + escape.length,
      text: units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    };
  });
}
