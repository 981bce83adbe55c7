import { z } from "zod";
import { defineQuery } from "./define-query.ts";
import { sourceFragment } from "./source-fragment.ts";

/** One source, or null. */
export const sourceById = defineQuery({
  name: "sourceById",
  groq: /* groq */ `*[_type == "source" && _id == $sourceId][0]{${sourceFragment.groq}}`,
  params: z.object({ sourceId: z.string().min(1) }),
  result: sourceFragment.shape.nullable(),
});
