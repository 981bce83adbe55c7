import { z } from "zod";
import { labelValues, linePlaces } from "./story-features.ts";
import { type SampledLine, StorySample } from "./story-sample.ts";

/** Raised whenever features of stories are made in another way: a sample of another form counts nothing. */
const form = 1;

const digits = 8;

const written = z.object({
  form: z.literal(form),
  stories: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      /** Digests, one after the other. */
      prose: z.string(),
      /** Digests, each with a letter for its place and the value after its label. */
      lines: z.string(),
    }),
  ),
  shapes: z.record(z.string(), z.tuple([z.enum(["line", "date", "label"]), z.string()])),
});

/** Every place with every value, as letters. */
const marked = linePlaces.flatMap((place) => labelValues.map((value) => ({ place, value })));
const firstMark = "a".charCodeAt(0);

/** Writes a sample as JSON that is the same for the same stories, with the shapes of lines that two of them share. Pure. */
export function sampleToJson({ stories, shapes }: StorySample): string {
  const counts = new Map<string, number>();
  for (const { lines } of stories.values())
    for (const name of lines.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = [...counts]
    .flatMap(([name, count]) => (count < 2 ? [] : name))
    .toSorted()
    .flatMap((name) => {
      const line = shapes.get(name);
      return line === undefined ? [] : [[name, [line.kind, line.shape]] as const];
    });
  const value: z.infer<typeof written> = {
    form,
    stories: [...stories.values()]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, text, prose, lines }) => ({
        id,
        text,
        prose: prose.join(""),
        lines: [...lines]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, line]) => name + markOf(line))
          .join(""),
      })),
    shapes: Object.fromEntries(shared.map(([name, [kind, shape]]) => [name, [kind, shape]])),
  };
  return JSON.stringify(value);
}

const markOf = ({ place, value }: SampledLine): string =>
  String.fromCharCode(firstMark + marked.findIndex((one) => one.place === place && one.value === value));

/** Reads a sample; an empty one if it is damaged or of another form, so that its stories are counted anew. Pure. */
export function sampleFromJson(json: string | undefined): StorySample {
  const sample = new StorySample();
  const read = written.safeParse(parsed(json)).data;
  for (const [name, [kind, shape]] of Object.entries(read?.shapes ?? {}))
    sample.addShape(name, { kind, shape });
  for (const { id, text, prose, lines } of read?.stories ?? [])
    sample.addStory({
      id,
      text,
      prose: piecesOf(prose, digits),
      lines: new Map(piecesOf(lines, digits + 1).map((piece) => [piece.slice(0, digits), lineOf(piece)])),
    });
  return sample;
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return undefined;
  }
}

const piecesOf = (text: string, length: number): string[] =>
  Array.from({ length: Math.floor(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );

const lineOf = (piece: string): SampledLine =>
  marked[piece.charCodeAt(digits) - firstMark] ?? { place: "text", value: "other" };
