import { z } from "zod";
import { sourceKind } from "../schemas/index.ts";
import { defineFragment } from "./fragment.ts";

/** A source as a frontend names and links it. */
export const sourceFragment = defineFragment(
  /* groq */ `_id, name, kind, url, "names": coalesce(names[]{language, value}, [])`,
  z.object({
    _id: z.string(),
    name: z.string(),
    kind: sourceKind,
    url: z.string().nullable(),
    names: z.array(z.object({ language: z.string(), value: z.string() })),
  }),
);
export type SourceResult = z.infer<typeof sourceFragment.shape>;
