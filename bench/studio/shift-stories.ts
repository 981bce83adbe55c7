import { generateStory } from "../generate-story.ts";

/** Texts, or what stands for pictures, by the names of their files. */
type Files = Readonly<Record<string, string>>;

/** What an editor meets with in a shift. */
interface Kind {
  /** How many stories of the kind there are. */
  readonly count: number;
  /** What is imported the day before, each a story of its own or an older version. */
  readonly before?: (parts: Parts) => Files;
  readonly now: (parts: Parts) => Files;
}

interface Parts {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly number: number;
}

const joined = (...parts: readonly string[]): string => `${parts.join("\n\n")}\n`;

const dated = ({ headline, paragraphs }: Parts, ...above: readonly string[]): string =>
  joined(...above, headline, "March 4, 2026", ...paragraphs);

const fileOf = ({ number }: Parts): string => `${number}.txt`;

const kinds = {
  clean: { count: 16, now: (parts) => ({ [fileOf(parts)]: dated(parts) }) },
  "doubtful date": {
    count: 8,
    now: (parts) => ({ [fileOf(parts)]: joined(parts.headline, ...parts.paragraphs) }),
  },
  "picture without credit": {
    count: 4,
    now: ({ headline, paragraphs, number }) => {
      const front = `---\ntitle: "${headline}"\ndate: 2026-03-04T10:00:00Z\nsource: Reuters\n---`;
      const figure = `<figure><img src="${number}.png" alt="The town"><figcaption>The town in March</figcaption></figure>`;
      return { [`${number}.md`]: joined(front, ...paragraphs.slice(0, -1), figure) };
    },
  },
  duplicate: {
    count: 3,
    before: (parts) => ({ [`earlier-${fileOf(parts)}`]: dated(parts).replace(" the ", " that ") }),
    now: (parts) => ({ [fileOf(parts)]: dated(parts) }),
  },
  conflict: {
    count: 3,
    before: (parts) => ({ [fileOf(parts)]: dated(parts) }),
    now: (parts) => ({ [fileOf(parts)]: dated({ ...parts, headline: `${parts.headline}, corrected` }) }),
  },
  withdrawn: { count: 3, now: (parts) => ({ [fileOf(parts)]: dated(parts, "KILL: the story is wrong") }) },
  embargoed: {
    count: 3,
    now: (parts) => ({ [fileOf(parts)]: dated(parts, "EMBARGOED UNTIL 1 January 2035 10:00 GMT") }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type ShiftKind = keyof typeof kinds;

/** A story as its source has sent it. */
export interface ShiftStory {
  readonly kind: ShiftKind;
  readonly headline: string;
  readonly before: Files;
  readonly now: Files;
}

/** Generated stories, no two of which are alike; some are in Arabic. */
export function shiftStories(): readonly ShiftStory[] {
  const all = shiftKinds.flatMap((kind) => Array.from({ length: kinds[kind].count }, () => kind));
  return all.map((kind, index) => {
    // Every third generated story has pictures, which are a kind of their own here.
    const number = index + Math.floor(index / 2) + 1;
    const [headline = "", ...paragraphs] = generateStory(number).trim().split("\n\n");
    const parts = { headline, paragraphs, number };
    const { before, now }: Kind = kinds[kind];
    return { kind, headline, before: before?.(parts) ?? {}, now: now(parts) };
  });
}

export const shiftKinds: readonly ShiftKind[] = Object.keys(kinds).filter(
  (kind): kind is ShiftKind => kind in kinds,
);
