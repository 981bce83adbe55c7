import { z } from "zod";
import { fieldMeta, typeMeta } from "../field-meta.ts";
import { deskStateNames } from "./desk-states.ts";

/** Which stories of the desk somebody wants to see; what is absent does not matter. */
export const queueFilter = z.object({
  /** Any that waits for somebody, if absent. */
  state: z.enum(deskStateNames).optional(),
  language: z.string().min(1).optional(),
  /** Id of one of the story's sources. */
  source: z.string().min(1).optional(),
  run: z.string().min(1).optional(),
  /** Days of the import, as the editor's clock has them; both belong to the time that is meant. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Who has the story: a user's id, `me` for whoever looks, or `nobody`. */
  person: z.string().min(1).optional(),
  /** Words of the raw story. */
  text: z.string().min(1).max(200).optional(),
});
export type QueueFilter = Readonly<z.infer<typeof queueFilter>>;

/** A filter of the desk that somebody has saved, for everybody. */
export const deskFilter = z
  .object({
    _id: z.string(),
    _type: z.literal("deskFilter"),
    name: z.string().min(1).max(60),
    filter: queueFilter.register(fieldMeta, { readOnly: true }),
  })
  .register(typeMeta, {
    name: "deskFilter",
    title: "Saved filter of the desk",
    kind: "document",
    preview: { title: "name" },
  });
export type DeskFilter = z.infer<typeof deskFilter>;
