import { groupOfProblem, type ProblemGroup } from "./problem-groups.ts";

/** What decides where a story stands on the desk. */
export interface StoryFacts {
  /** The article as editors see it; `undefined` when there is none any more. */
  readonly article:
    | {
        readonly pubStatus: string | undefined;
        readonly embargoedUntil: string | undefined;
        /** Whether readers can see a version of it. */
        readonly isShown: boolean;
        /** Whether there is something that was never published. */
        readonly isWaiting: boolean;
      }
    | undefined;
  /** Codes of the problems that are still there and that nobody has settled. */
  readonly open: readonly string[];
  readonly openSuggestions: number;
  /** What somebody decided about the text that the source sent last. */
  readonly decision: { readonly kind: DecisionKind; readonly until?: string | undefined } | undefined;
  /** Whether somebody decided about an earlier text. */
  readonly isNewVersion: boolean;
  readonly now: Date;
}

type DecisionKind = "done" | "deferred" | "rejected";

interface DeskState {
  readonly name: string;
  /** Whether a story in it waits for somebody. */
  readonly waits: boolean;
  /** When it comes before whatever people have decided; never, if absent. */
  readonly outranksDecisions?: (facts: StoryFacts) => boolean;
  /** When a story of which nobody has decided anything is in it; only by a decision, if absent. */
  readonly holds?: (facts: StoryFacts) => boolean;
}

const has = ({ open }: StoryFacts, group: ProblemGroup): boolean =>
  open.some((code) => groupOfProblem(code) === group);

const isCanceled = ({ article }: StoryFacts): boolean => article?.pubStatus === "canceled";

/** The states of the desk, the gravest first: a story is in the first that holds. */
const deskStates = [
  {
    name: "withdrawn",
    waits: true,
    // As long as readers can see it, nobody can put it aside.
    outranksDecisions: (facts) => isCanceled(facts) && facts.article?.isShown === true,
    holds: (facts) => isCanceled(facts) || has(facts, "withdrawal"),
  },
  { name: "conflict", waits: true, holds: ({ openSuggestions }) => openSuggestions > 0 },
  {
    name: "embargoed",
    waits: true,
    holds: (facts) =>
      has(facts, "hold") ||
      facts.article?.pubStatus === "withheld" ||
      isLater(facts.article?.embargoedUntil, facts.now),
  },
  {
    name: "new",
    waits: true,
    // Whoever has published the new text has decided about it.
    holds: ({ isNewVersion, article }) => isNewVersion && article?.isWaiting === true,
  },
  { name: "doubtful", waits: true, holds: (facts) => has(facts, "doubt") },
  { name: "duplicates", waits: true, holds: (facts) => has(facts, "duplicate") },
  { name: "pictures", waits: true, holds: (facts) => has(facts, "picture") },
  { name: "ready", waits: true, holds: ({ article }) => article?.isWaiting === true },
  { name: "done", waits: false, holds: () => true },
  { name: "deferred", waits: false },
  { name: "rejected", waits: false },
] as const satisfies readonly DeskState[];

export type DeskStateName = (typeof deskStates)[number]["name"];

export const deskStateNames: readonly DeskStateName[] = deskStates.map(({ name }) => name);

/** The states of the stories that wait for somebody: they come first, so that `gravity` below their number finds them. */
export const waitingStates: readonly DeskStateName[] = deskStates
  .filter(({ waits }) => waits)
  .map(({ name }) => name);

/** Where a story stands. What is over, such as a time until which it was deferred, no longer counts. Pure. */
export function deskStateOf(facts: StoryFacts): DeskStateName {
  const states: readonly (DeskState & { readonly name: DeskStateName })[] = deskStates;
  const decided = decidedState(facts);
  const found = states.find(({ name, outranksDecisions, holds }) =>
    decided === undefined ? holds?.(facts) : name === decided || outranksDecisions?.(facts) === true,
  );
  return found?.name ?? "done";
}

function decidedState({ article, decision, now }: StoryFacts): DecisionKind | undefined {
  // There is nothing left to do about an article that is gone.
  if (!article) return "done";
  if (decision?.kind === "deferred" && !isLater(decision.until, now)) return undefined;
  // Whoever has published it since has changed their mind.
  if (decision?.kind === "rejected" && article.isShown && !article.isWaiting) return undefined;
  return decision?.kind;
}

/** Whether a text tells a time that is still to come; one that tells none is over. Pure. */
export const isLater = (time: string | undefined, now: Date): time is string =>
  time !== undefined && Date.parse(time) > now.getTime();
