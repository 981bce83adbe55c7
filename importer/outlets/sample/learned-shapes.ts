import type { LearnedShape } from "../../../schemas/index.ts";
import { readByline } from "../../parse/phrases/read-byline.ts";
import { labelOfLine } from "../shapes/label-of-line.ts";
import { distinctStories } from "./distinct-stories.ts";
import { habitRules, type SharedShape } from "./habit-rules.ts";
import { labelValues, linePlaces } from "./story-features.ts";
import type { SampledLine, StorySample } from "./story-sample.ts";

/** A shape in so many of the stories is part of every page. */
const usualShare = 0.5;

/**
 * The shapes that enough different stories of a sample share, the most common first, and what they mean.
 *
 * Pure: it follows from the set of stories alone. Stories without running text do not count: nothing tells whether two
 * of them are versions of one.
 */
export function learnedShapes(sample: StorySample): LearnedShape[] {
  const stories = [...sample.stories.values()].filter(({ prose }) => prose.length > 0);
  const groups = distinctStories(stories);
  const all = new Set(groups.values()).size;
  const lines = new Map<string, { readonly group: number; readonly line: SampledLine }[]>();
  for (const { id, lines: own } of stories)
    for (const [name, line] of own) {
      const found = { group: groups.get(id) ?? 0, line };
      const known = lines.get(name);
      if (known === undefined) lines.set(name, [found]);
      else known.push(found);
    }
  const learned: LearnedShape[] = [];
  for (const [name, line] of sample.shapes) {
    const found = lines.get(name) ?? [];
    const count = new Set(found.map(({ group }) => group)).size;
    const own = found.map(({ line: { place, value } }) => ({ place, value }));
    const shared: SharedShape = {
      ...line,
      stories: count,
      share: count / all,
      place: mostOf(
        linePlaces,
        own.map(({ place }) => place),
      ),
      value: mostOf(
        labelValues,
        own.map(({ value }) => value),
      ),
    };
    const rule = count === 0 ? undefined : habitRules.find(({ applies }) => applies(shared));
    if (rule === undefined || (rule.role === "boilerplate" && namesAuthor(line.shape))) continue;
    learned.push({
      _type: "learnedShape",
      _key: name,
      shape: line.shape,
      habit: rule.habit,
      role: rule.role,
      stands: shared.place === "end" ? "tail" : shared.place,
      stories: count,
      isUsual: shared.share >= usualShare,
    });
  }
  const labels = new Set(learned.map(({ shape }) => shape));
  // The same name after a label may recur as often as the label does.
  const isOwn = ({ shape, role }: LearnedShape): boolean =>
    role === "boilerplate" && labels.has(labelOfLine(shape)?.shape ?? "");
  return learned
    .filter((shape) => !isOwn(shape))
    .toSorted((a, b) => b.stories - a.stories || (a._key < b._key ? -1 : 1));
}

/** Whether a line names an author beside a word or a title for one: a bare name may be any few words. */
function namesAuthor(shape: string): boolean {
  const byline = readByline(shape);
  return byline !== undefined && byline.strength !== "bare";
}

/** The value that occurs most often; of several the first in the list. */
function mostOf<Value>(values: readonly [Value, ...Value[]], found: readonly Value[]): Value {
  const counts = values.map((value) => found.filter((one) => one === value).length);
  return values[counts.indexOf(Math.max(...counts))] ?? values[0];
}
