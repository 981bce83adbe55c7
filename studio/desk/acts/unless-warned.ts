import type { Act } from "./act.ts";
import { warningOf } from "./warning-of.ts";

/** Publishes, unless an order of the source speaks against it: then an editor has to be asked, and the act sent without this. */
export const unlessWarned =
  (act: Act): Act =>
  (story, actor) => {
    const warning = warningOf(story, actor.at);
    return warning === undefined ? act(story, actor) : { kind: "warned", warning };
  };
