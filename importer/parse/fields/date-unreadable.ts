import type { Problem } from "../../../schemas/index.ts";
import { toProblem } from "../../problems.ts";

/** The problem of a date that is printed and cannot be taken. Pure. `why` goes on after "it". */
export const dateUnreadable = (
  path: "publishedAt" | "embargoedUntil",
  { value, place }: { readonly value: string; readonly place: string },
  why: string,
): Problem =>
  toProblem("date-unreadable", `Cannot take ${path} from "${value.slice(0, 80)}" at ${place}: it ${why}`, {
    path,
  });
