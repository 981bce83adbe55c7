import { joinTexts } from "./join-texts.ts";
import type { RoledLine } from "./lines.ts";

/** Joins lines with those that continue them; each joined line keeps its pieces. Pure. */
export function joinContinued(lines: readonly RoledLine[]): readonly RoledLine[] {
  if (!lines.some(({ continues }) => continues)) return lines;
  const joined: RoledLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (line.continues !== true || above === undefined) joined.push(line);
    else {
      const pieces = [...(above.pieces ?? [above]), line].map(({ number, text }) => ({ number, text }));
      joined[joined.length - 1] = { ...above, text: joinTexts(above.text, line.text), pieces };
    }
  }
  return joined;
}
