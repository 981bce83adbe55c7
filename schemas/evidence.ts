import { z } from "zod";

/** Where a value was found and why it was taken, so that a person can check it; the import record keeps a list as JSON. */
export const evidence = z.object({
  /** Field of the article in Sanity's path form, or `pictures[<n>].<field>`. */
  path: z.string().min(1),
  /** Lines of the input that it was read from, counted from 1; for inputs that are lines of text. */
  lines: z.array(z.int().positive()).readonly().optional(),
  /** Place in an input that is not plain text: a JSON path, an element, a CSS selector. */
  place: z.string().optional(),
  /** Permanent kebab-case name of the rule that found it. */
  rule: z.string(),
  /** From 0 to 1; see `isUnsure`. */
  confidence: z.number().min(0).max(1),
  /** What is printed there, if the value had to leave part of it out. */
  printed: z.string().optional(),
});
export type Evidence = Readonly<z.infer<typeof evidence>>;
