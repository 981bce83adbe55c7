import { z } from "zod";
import { typeMeta } from "../field-meta.ts";
import { arrayKey } from "../fields.ts";
import { lineRole } from "./line-role.ts";

/**
 * What kind of habit a shape shows: a line of the page around the stories, a label before a value, where the date
 * stands, how pictures are credited, or how a story ends.
 */
export const outletHabit = z.enum(["furniture", "label", "date", "credit", "ending"]);
export type OutletHabit = z.infer<typeof outletHabit>;

/** A shape of lines that enough different stories of an outlet share, and what follows from it. */
export const learnedShape = z
  .object({
    _type: z.literal("learnedShape"),
    _key: arrayKey,
    /** See `shapeOfLine` of the importer: the line with `#` for numbers, dates and times, or a label with `…` for its value. */
    shape: z.string().min(1),
    habit: outletHabit,
    role: lineRole,
    /** Where it stands in most of them: above the text, among its paragraphs, or below it. */
    stands: z.enum(["head", "text", "tail"]),
    /** In how many different stories of the sample it stands; versions of one story count once. */
    stories: z.int().positive(),
    /** Whether it stands in at least half of the stories, and so counts anywhere: among the paragraphs too. */
    isUsual: z.boolean(),
  })
  .register(typeMeta, {
    name: "learnedShape",
    title: "Learned line",
    kind: "object",
    preview: { title: "shape", subtitle: "role" },
  });
export type LearnedShape = z.infer<typeof learnedShape>;
