import type { Act } from "./act.ts";
import { saidOf } from "./act.ts";

/**
 * Gives a story to somebody, as long as whoever had it when the editor looked still has it.
 *
 * @param seen Whoever had it; `undefined` if nobody.
 */
export const assign =
  (to: string, seen: string | undefined): Act =>
  (story) => {
    const said = saidOf(story);
    return said.assignee === seen ? { said: { ...said, assignee: to } } : { kind: "moved" };
  };

/** Takes a story that nobody else has. */
export const take: Act = (story, { by }) => {
  const said = saidOf(story);
  const isFree = said.assignee === undefined || said.assignee === by;
  return isFree ? { said: { ...said, assignee: by } } : { kind: "moved" };
};

/** Gives back a story that one has oneself. */
export const release: Act = (story, { by }) => {
  const { assignee, ...said } = saidOf(story);
  return assignee === by ? { said } : { kind: "gone" };
};
