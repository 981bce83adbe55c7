import type { LineRole } from "../../../schemas/index.ts";
import { digestOf } from "../../digest.ts";
import { labelOfLine } from "../../outlets/shapes/label-of-line.ts";
import { withSingleSpaces } from "../../outlets/shapes/with-single-spaces.ts";
import { linesOfText } from "../lines-of-text.ts";
import { type PlacedText, type PlacedTexts, placedTexts } from "./placed-texts.ts";
import type { SeenStory } from "./seen-story.ts";

/** A line of a plain text, what it was read as, and what an editor has made of it. */
export interface SeenLine {
  readonly text: string;
  /** As it was read; absent for a line that is in no field by itself. */
  readonly read?: LineRole;
  /** What an editor says that it is, in the form or beside the source; absent if nobody says otherwise. */
  readonly corrected?: LineRole;
  /** When an editor said so beside the source. */
  readonly toldAt?: string;
}

/**
 * What editors have made of the lines of a story: what stands in the article now, compared with what was imported. A text
 * that was only reworded is no correction. Empty for a story of a format with structure. Pure.
 */
export function correctionsOfStory({ record, imported, shown }: SeenStory): SeenLine[] {
  const { sourceText, contentHash, toldLines } = record;
  if (contentHash !== digestOf(sourceText)) return [];
  const told = new Map((toldLines ?? []).map((line) => [line.text, line]));
  const [before, now] = [placedTexts(imported), placedTexts(shown)];
  return linesOfText(sourceText).map(({ text }): SeenLine => {
    const read = find(before, text);
    const inForm = roleNow(read, find(now, text), now);
    const said = told.get(text);
    return {
      text,
      ...(read && { read: read.role }),
      ...(said && { corrected: said.role, toldAt: said.at }),
      ...(inForm !== undefined && { corrected: inForm }),
    };
  });
}

/** What a line is by itself, or by what stands after its label. */
function find({ texts }: PlacedTexts, line: string): PlacedText | undefined {
  const value = labelOfLine(line)?.value;
  return (
    texts.get(withSingleSpaces(line)) ??
    (value === undefined ? undefined : texts.get(withSingleSpaces(value)))
  );
}

function roleNow(
  read: PlacedText | undefined,
  is: PlacedText | undefined,
  now: PlacedTexts,
): LineRole | undefined {
  if (is !== undefined) return is.role === read?.role ? undefined : is.role;
  // Where another text stands in its place, somebody has reworded it.
  return read === undefined || now.places.has(read.place) ? undefined : "boilerplate";
}
