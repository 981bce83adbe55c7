import { labelOfLine } from "../shapes/label-of-line.ts";
import { distinctStories } from "./distinct-stories.ts";
import type { SharedShape } from "./habit-rules.ts";
import { labelValues, linePlaces } from "./story-features.ts";
import type { SampledLine, SharedLine, StorySample } from "./story-sample.ts";

/** In which of the different stories a line stands, and where. */
interface Found {
  readonly groups: Set<number>;
  readonly lines: SampledLine[];
}

/** The shapes that stories of a sample share, by digest, with what counts for what they mean. Pure. */
export function sharedShapes(sample: StorySample): Map<string, SharedShape> {
  const stories = [...sample.stories.values()].filter(({ prose }) => prose.length > 0);
  const numbers = distinctStories(stories);
  const all = new Set(numbers.values()).size;
  const found = new Map<string, Found>();
  for (const { id, lines } of stories)
    for (const [name, line] of lines) {
      const own = found.get(name) ?? { groups: new Set(), lines: [] };
      found.set(name, own);
      own.groups.add(numbers.get(id) ?? 0);
      own.lines.push(line);
    }
  const known = [...sample.shapes].flatMap(([name, line]) => {
    const own = found.get(name);
    return own === undefined ? [] : [{ name, line, ...own }];
  });
  const wholes = Map.groupBy(
    known.filter(({ line, groups }) => line.kind === "line" && groups.size > 1),
    ({ line }) => labelOfLine(line.shape)?.shape,
  );
  return new Map(
    known.map(({ name, line, groups, lines }) => {
      const whole = line.kind === "label" ? (wholes.get(line.shape) ?? []) : [];
      const shared = {
        ...countsOf(line, groups, all),
        place: mostOf(
          linePlaces,
          lines.map(({ place }) => place),
        ),
        value: mostOf(
          labelValues,
          lines.map(({ value }) => value),
        ),
        repeated: new Set(whole.flatMap((each) => [...each.groups])).size / groups.size,
        varied: groups.size - Math.max(0, ...whole.map((each) => each.groups.size)),
      };
      return [name, shared];
    }),
  );
}

const countsOf = ({ kind, shape }: SharedLine, { size }: ReadonlySet<number>, all: number) => ({
  kind,
  shape,
  stories: size,
  share: size / all,
});

/** The value that occurs most often; of several the first in the list. */
function mostOf<Value>(values: readonly [Value, ...Value[]], found: readonly Value[]): Value {
  const counts = values.map((value) => found.filter((one) => one === value).length);
  return values[counts.indexOf(Math.max(...counts))] ?? values[0];
}
