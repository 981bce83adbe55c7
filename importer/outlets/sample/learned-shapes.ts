import type { LearnedShape } from "../../../schemas/index.ts";
import { labelOfLine } from "../shapes/label-of-line.ts";
import { habitRules } from "./habit-rules.ts";
import { sharedShapes } from "./shared-shapes.ts";
import type { StorySample } from "./story-sample.ts";

/** A shape in so many of the stories is part of every page. */
const usualShare = 0.5;

/**
 * The shapes that enough different stories of a sample share, the most common first, and what they mean.
 *
 * Pure: it follows from the set of stories alone. Stories without running text do not count: nothing tells whether two
 * of them are versions of one.
 */
export function learnedShapes(sample: StorySample): LearnedShape[] {
  const learned = [...sharedShapes(sample)].flatMap(([name, shared]): LearnedShape[] => {
    const rule = habitRules.find(({ applies }) => applies(shared));
    if (rule === undefined) return [];
    const { shape, place, stories, share } = shared;
    const stands = place === "end" ? "tail" : place;
    const { habit, role } = rule;
    const isUsual = share >= usualShare;
    return [{ _type: "learnedShape", _key: name, shape, habit, role, stands, stories, isUsual }];
  });
  const labels = new Set(learned.map(({ shape }) => shape));
  // The same name after a label may recur as often as the label does.
  const isBehindLabel = ({ shape, role }: LearnedShape): boolean => {
    const label = labelOfLine(shape)?.shape;
    return role === "boilerplate" && label !== undefined && label !== shape && labels.has(label);
  };
  return learned
    .filter((shape) => !isBehindLabel(shape))
    .toSorted((a, b) => b.stories - a.stories || (a._key < b._key ? -1 : 1));
}
