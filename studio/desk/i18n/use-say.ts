import { useCurrentLocale } from "sanity";
import type { Say } from "../../../schemas/to-sanity/say.ts";
import { sayIn } from "./say-in.ts";

/** Says what the content model says, in the language of the Studio. The same function as long as that is the same. */
export function useSay(): Say {
  return sayIn(useCurrentLocale().id);
}
