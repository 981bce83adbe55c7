import { z } from "zod";
import { typeMeta } from "../field-meta.ts";
import { arrayKey } from "../fields.ts";
import { deskStateNames } from "./desk-states.ts";

/** What somebody decided about a story; it holds until the source sends another text. */
const decision = z.object({
  kind: z.enum(["done", "deferred", "rejected"]),
  /** Who decided: a user's id. */
  by: z.string().min(1),
  at: z.iso.datetime(),
  /** A deferred story comes back then. */
  until: z.iso.datetime().optional(),
  /** `contentHash` of the text that the decision is about. */
  of: z.string(),
  /** Published id of the article that is kept in place of a rejected one, because the two are one story. */
  sameAs: z.string().optional(),
});
export type Decision = Readonly<z.infer<typeof decision>>;

/** A problem, or a suggestion, that is no longer open. */
const settlement = z
  .object({
    _type: z.literal("settlement"),
    /** That of the problem or suggestion: another value of the source makes another one. */
    _key: arrayKey,
    code: z.string().min(1),
    /** `mended`: what it was about has changed; the others are what somebody said. */
    how: z.enum(["done", "not-needed", "mended"]),
    by: z.string().min(1),
    at: z.iso.datetime(),
  })
  .register(typeMeta, {
    name: "settlement",
    title: "Settlement",
    kind: "object",
    preview: { title: "code", subtitle: "how" },
  });
export type Settlement = Readonly<z.infer<typeof settlement>>;

/**
 * Where a story stands on the desk, on its import record. What comes first is derived (`reviewOf`) and stored, so that every
 * Content Lake lists and counts stories by an index; `decision`, `settled` and `assignee` are what people have said.
 */
export const review = z
  .object({
    _type: z.literal("review"),
    state: z.enum(deskStateNames),
    /** Place of the state among all, the gravest being 0: what queues are ordered by. */
    gravity: z.int().nonnegative(),
    /** When the story came into its state. */
    since: z.iso.datetime(),
    /** Codes of the open problems that states come from, the gravest first; `suggestion` is one. */
    open: z.array(z.string()).optional(),
    /** In UTC: from then on the state may be another, as when an embargo ends. */
    wakesAt: z.iso.datetime().optional(),
    /** Of the article as editors see it, to find stories by. */
    language: z.string().optional(),
    /** Ids of the article's sources. */
    sources: z.array(z.string()).optional(),
    decision: decision.optional(),
    settled: z.array(settlement).optional(),
    /** The user who has taken the story, or was given it. */
    assignee: z.string().optional(),
  })
  .register(typeMeta, {
    name: "review",
    title: "Review",
    kind: "object",
    preview: { title: "state", subtitle: "since" },
  });
export type Review = Readonly<z.infer<typeof review>>;

/** The part of a review that people have said, and that nothing but people, or the source, may change. */
export type Said = Pick<Review, "decision" | "settled" | "assignee">;
