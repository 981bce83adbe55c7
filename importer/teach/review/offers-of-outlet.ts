import type { LineRole, TaughtRule } from "../../../schemas/index.ts";
import { hasShape, shapesToTeach } from "../shapes-to-teach.ts";
import type { SeenLine } from "./corrections-of-story.ts";

/** A rule that editors may keep, since they have made the same correction several times. */
export interface Offer {
  readonly shape: string;
  readonly role: LineRole;
  /** Number of stories in which a line of the shape was corrected so. */
  readonly stories: number;
  readonly example: string;
}

/** The lines of a story, and whether somebody has done something with it. */
export interface SeenLines {
  readonly lines: readonly SeenLine[];
  readonly isLookedAt: boolean;
}

/** Less may be a matter of these stories. */
const leastStories = 3;

const mostOffers = 20;

/**
 * The rules that follow from corrections which recur: lines of one shape, corrected in the same way in three stories at
 * least, and more often than they were left as they are. What was taught or dismissed before is not offered again. Pure.
 */
export function offersOfOutlet(stories: readonly SeenLines[], taught: readonly TaughtRule[]): Offer[] {
  const found = new Map<string, Omit<Offer, "stories"> & { readonly in: Set<SeenLines> }>();
  for (const story of stories) {
    for (const { text, corrected: role } of story.lines) {
      if (role === undefined) continue;
      for (const shape of shapesToTeach(text, role)) {
        const key = `${role} ${shape}`;
        const own = found.get(key) ?? { shape, role, example: text, in: new Set<SeenLines>() };
        own.in.add(story);
        found.set(key, own);
      }
    }
  }
  const isKnown = ({ shape, role }: Pick<Offer, "shape" | "role">): boolean =>
    taught.some((rule) => rule.shape === shape && (rule.role === role || rule.state === "active"));
  const isLeft = ({ shape }: Pick<Offer, "shape">, { lines, isLookedAt }: SeenLines): boolean =>
    isLookedAt && lines.some(({ text, corrected }) => corrected === undefined && hasShape(text, shape));
  const candidates = [...found.values()]
    .filter((offer) => offer.in.size >= leastStories && !isKnown(offer))
    .filter((offer) => stories.filter((story) => isLeft(offer, story)).length < offer.in.size)
    // Of two that say the same of the same stories, the narrower one is kept.
    .toSorted(
      (a, b) =>
        b.in.size - a.in.size || Number(isLabel(a)) - Number(isLabel(b)) || (a.shape < b.shape ? -1 : 1),
    );
  const kept: (typeof candidates)[number][] = [];
  for (const offer of candidates)
    if (!kept.some((wider) => wider.role === offer.role && offer.in.isSubsetOf(wider.in))) kept.push(offer);
  return kept.slice(0, mostOffers).map(({ in: own, ...offer }) => ({ ...offer, stories: own.size }));
}

const isLabel = ({ shape }: Pick<Offer, "shape">): boolean => shape.endsWith("…");
