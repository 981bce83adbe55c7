import type { Problem } from "../../../schemas/index.ts";
import { toProblem } from "../../problems.ts";

/** Returns the problem of a printed date that cannot be read. Pure. `why` continues the sentence after "it". */
export const dateUnreadable = (
  path: "publishedAt" | "embargoedUntil",
  { value, place }: { readonly value: string; readonly place: string },
  why: string,
): Problem =>
  toProblem("date-unreadable", `Cannot read ${path} from "${value.slice(0, 80)}" at ${place}: it ${why}`, {
    path,
  });
