import { assignRoles } from "../../../importer/parse/text/assign-roles.ts";
import { groupLines } from "../../../importer/parse/text/lines.ts";
import { judgeLines, type StoryScore } from "../score-story.ts";
import type { CorpusStory } from "../read-corpus.ts";
import { blocksOf } from "./blocks-of.ts";
import type { Flattening } from "./flattenings.ts";

/**
 * Holds the roles of a story's lines against its gold after its page has been flattened in another way.
 *
 * @returns no fields: only lines are judged; `undefined` for a story that cannot be flattened.
 */
export function scoreFlattened(story: CorpusStory, { flatten }: Flattening): StoryScore | undefined {
  const blocks = blocksOf(story);
  if (blocks === undefined) return undefined;
  const flat = flatten(blocks);
  const text = flat.map((line) => line?.text ?? "").join("\n");
  const roles = flat.flatMap((line, place) =>
    line === undefined ? [] : [{ line: place + 1, role: line.role }],
  );
  return { story, lines: judgeLines(assignRoles(groupLines(text)), roles), fields: [] };
}
