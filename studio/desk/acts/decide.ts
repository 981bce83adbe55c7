import type { Decision } from "../../../schemas/index.ts";
import { type Act, saidOf } from "./act.ts";
import { reviewIfSaid } from "./review-if-said.ts";

/** `contentHash` of the text that the editor looked at. */
type SeenText = string;

/** Says that nothing is left to do about a story, whatever is open. */
export const done = (seen: SeenText): Act => decide({ kind: "done" }, seen);

/** Puts a story aside; nothing is deleted. */
export const reject = (seen: SeenText): Act => decide({ kind: "rejected" }, seen);

/** Puts a story aside until a time. */
export const defer = (until: Date, seen: SeenText): Act =>
  decide({ kind: "deferred", until: until.toISOString() }, seen);

/** Takes back what was decided about a story. */
export const reopen: Act = (story) => {
  const { decision, ...said } = saidOf(story);
  return decision === undefined ? { kind: "gone" } : { said };
};

/** Puts a story aside because it is the same as another one, which is kept; nothing is deleted. */
export const rejectAsSame = (keptId: string, seen: SeenText): Act =>
  decide({ kind: "rejected", sameAs: keptId }, seen);

/** Refused where readers see the story, so that it would stay where it is: nobody would see that something was done. */
const decide =
  (what: Pick<Decision, "kind" | "until" | "sameAs">, seen: SeenText): Act =>
  (story, actor) => {
    // The source has sent another text since.
    if (story.record.contentHash !== seen) return { kind: "moved" };
    const { by, at } = actor;
    const said = { ...saidOf(story), decision: { ...what, by, at: at.toISOString(), of: seen } };
    return reviewIfSaid(story, said, actor).state === what.kind ? { said } : { kind: "shown" };
  };
