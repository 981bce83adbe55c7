import { z } from "zod";
import { typeMeta } from "./field-meta.ts";
import { arrayKey } from "./fields.ts";

/** Something about one story that a person should look at. Problems are data: they never stop a run. */
export const problem = z
  .object({
    _type: z.literal("problem"),
    _key: arrayKey,
    /** Permanent kebab-case name. */
    code: z.string().min(1),
    message: z.string().min(1),
    /** One sentence that says what to do. */
    hint: z.string().min(1),
    /** Published id of the document it is about. */
    documentId: z.string().optional(),
    /** Field of that document, in Sanity's path form. */
    path: z.string().optional(),
    /** Published id of another article, where the question is whether the two are one story. */
    otherId: z.string().optional(),
    /** Line of the input, counted from 1. */
    line: z.int().positive().optional(),
  })
  .register(typeMeta, {
    name: "problem",
    title: "Problem",
    kind: "object",
    preview: { title: "message", subtitle: "hint" },
  });
export type Problem = z.infer<typeof problem>;

/**
 * The key of the question whether a story and another one are the same. It says which two are meant, and nothing of their texts:
 * who has answered it has answered it for good, and for either of the two. Pure.
 */
export const keyOfPair = (code: string, otherId: string): string => `${code}.${otherId}`;
