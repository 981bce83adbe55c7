import type { Mutation } from "@sanity/client";
import { draftId, openProblems, publishedId } from "../../../schemas/index.ts";
import { invalidAmong, unpublishedBeneath } from "../../publish/collect-unpublished.ts";
import type { SeenDocument } from "../../seen/seen-document.ts";
import { type Act, isRefusal, saidOf } from "./act.ts";
import { withSettled } from "./settle-problem.ts";
import { guardOf } from "./guard-of.ts";
import type { StoryNow } from "./story-now.ts";

/**
 * Publishes a story with all that it refers to and that was never published, in one transaction with its review: Sanity's
 * actions carry no mutation beside them, so these are the mutations that its publish action comes to. A story that was
 * rejected, or put aside, is so no longer.
 *
 * @param seen Revision of the draft that the editor looked at.
 */
export const publish =
  (seen: string): Act =>
  (story) => {
    const articleId = publishedId(story.record.article._ref);
    const draft = story.documents.find(({ _id }) => _id === draftId(articleId));
    if (draft === undefined) return { kind: "gone" };
    if (draft._rev !== seen) return { kind: "moved" };
    const beneath = unpublishedBeneath(draft, story.documents);
    const invalid = invalidAmong([...beneath, draft]);
    if (invalid.length > 0) return { kind: "invalid", ids: invalid.map(({ _id }) => _id) };
    const { decision, ...said } = saidOf(story);
    return {
      said: decision?.kind === "done" ? { ...said, decision } : said,
      along: beneath.flatMap((one) => publishDraft(one, story)),
      mutations: publishDraft(draft, story),
    };
  };

/** Publishes a story, and says of every problem that is open that it is done. */
export const publishAndSettle =
  (seen: string): Act =>
  (story, actor) => {
    const deed = publish(seen)(story, actor);
    if (isRefusal(deed)) return deed;
    const open = openProblems(story).map(({ _key, code }) => ({ _key, code, how: "done" as const }));
    return { ...deed, said: withSettled(deed.said ?? {}, open, actor) };
  };

/** What Sanity's publish action does, held to what was read. */
function publishDraft(draft: SeenDocument, { documents }: StoryNow): Mutation[] {
  const { _rev, _updatedAt, _system, ...content } = draft;
  const id = publishedId(draft._id);
  const published = documents.find(({ _id }) => _id === id);
  const next = { ...strengthened(content), _id: id };
  return [
    guardOf(draft),
    ...(published === undefined ? [{ create: next }] : [guardOf(published), { createOrReplace: next }]),
    { delete: { id: draft._id } },
  ];
}

/**
 * A value with strong references where they were weak only until their target is published, as Sanity makes them. Pure.
 */
function strengthened<Value>(value: Value): Value;
function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => strengthened(member));
  if (typeof value !== "object" || value === null) return value;
  const { _strengthenOnPublish: note, _weak, ...rest }: Readonly<Record<string, unknown>> = { ...value };
  const bare = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, strengthened(member)]));
  const staysWeak =
    note === undefined || (typeof note === "object" && note !== null && "weak" in note && note.weak === true);
  return staysWeak && _weak !== undefined ? { ...bare, _weak } : bare;
}
