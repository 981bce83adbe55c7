import type { Mutation } from "@sanity/client";
import { draftId, publishedId } from "../../../schemas/index.ts";
import { type Act, saidOf } from "./act.ts";
import { guardOf } from "./guard-of.ts";

/**
 * Takes an article from readers, as Sanity's unpublish action does: what they read goes on as the draft, unless there is one.
 *
 * @param seen Revision of what was published when the editor looked.
 */
export const unpublish =
  (seen: string): Act =>
  (story) => {
    const id = publishedId(story.record.article._ref);
    const published = story.documents.find(({ _id }) => _id === id);
    if (published === undefined) return { kind: "gone" };
    if (published._rev !== seen) return { kind: "moved" };
    const draft = story.documents.find(({ _id }) => _id === draftId(id));
    const { _rev, _updatedAt, _system, ...content } = published;
    const kept: Mutation =
      draft === undefined ? { create: { ...content, _id: draftId(id) } } : guardOf(draft);
    return { said: saidOf(story), mutations: [guardOf(published), kept, { delete: { id } }] };
  };
