import { type Said, type Settlement, openProblems } from "../../../schemas/index.ts";
import { type Act, type Actor, saidOf } from "./act.ts";

/** What is settled: a problem, or a suggestion. */
type Settled = Pick<Settlement, "_key" | "code" | "how">;

/** Says that a problem is done, or need not be. It is settled until the source changes what it is about. */
export const settleProblem =
  (key: string, how: "done" | "not-needed"): Act =>
  (story, actor) => {
    const problem = openProblems(story).find(({ _key }) => _key === key);
    return problem === undefined
      ? { kind: "gone" }
      : { said: withSettled(saidOf(story), [{ _key: key, code: problem.code, how }], actor) };
  };

/** What people have said, with settlements in the place of earlier ones of the same. Pure. */
export function withSettled(said: Said, more: readonly Settled[], { by, at }: Actor): Said {
  if (more.length === 0) return said;
  const keys = new Set(more.map(({ _key }) => _key));
  const others = said.settled?.filter(({ _key }) => !keys.has(_key)) ?? [];
  const fresh = more.map((one): Settlement => ({ _type: "settlement", ...one, by, at: at.toISOString() }));
  return { ...said, settled: [...others, ...fresh] };
}
