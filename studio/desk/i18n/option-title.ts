import type { z } from "zod";
import { fieldMeta } from "../../../schemas/index.ts";
import type { Say } from "../../../schemas/to-sanity/say.ts";

/** The title that editors see for an enum's value; the value itself if it has none. */
export function optionTitle(field: z.core.$ZodType, value: unknown, say: Say): string | undefined {
  if (typeof value !== "string") return undefined;
  return say(fieldMeta.get(field)?.optionTitles?.[value] ?? value);
}
