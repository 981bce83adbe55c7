import type { Mutation } from "@sanity/client";
import { type Said, type Suggestion, canonicalJson } from "../../../schemas/index.ts";
import type { SeenDocument } from "../../seen/seen-document.ts";
import { type Act, type Deed, saidOf } from "./act.ts";
import { documentsAfter, idOf } from "./documents-after.ts";
import { guardOf } from "./guard-of.ts";
import type { StoryNow } from "./story-now.ts";

/** An act that was carried out. */
interface DoneDeed {
  /** The story as it was then. */
  readonly before: StoryNow;
  readonly deed: Deed;
  /** The revision of everything that the act has written. */
  readonly revision: string;
}

/**
 * The acts that undo one, to be tried in this order: the first takes back all that it has done, the second leaves what it
 * has taken along. Each is refused as `moved` where something that it would take back is no longer so.
 */
export const undoing = (done: DoneDeed): readonly Act[] => {
  const { mutations = [], along = [] } = done.deed;
  const all = undoOf(done, [...along, ...mutations]);
  return along.length === 0 ? [all] : [all, undoOf(done, mutations)];
};

const undoOf =
  ({ before, deed, revision }: DoneDeed, mutations: readonly Mutation[]): Act =>
  (story) => {
    const left = new Set(documentsAfter(before.documents, mutations).map(({ _id }) => _id));
    const versions = [...new Set(mutations.map(idOf))].map((id) => ({
      was: before.documents.find(({ _id }) => _id === id),
      is: story.documents.find(({ _id }) => _id === id),
      made: left.has(id) ? revision : undefined,
    }));
    const said = saidAgain(saidOf(before), deed.said, saidOf(story));
    const suggestions = membersAgain(
      before.record.suggestions,
      deed.suggestions ?? before.record.suggestions,
      story.record.suggestions,
    );
    const isMoved = versions.some(({ is, made }) => is?._rev !== made);
    if (isMoved || said === undefined || suggestions === undefined) return { kind: "moved" };
    return {
      said,
      ...(deed.suggestions && { suggestions }),
      mutations: versions.flatMap(({ was, is }) => giveBack(was, is)),
    };
  };

/** The mutations that make a document what it was, as long as it is the one that was read. Pure. */
export function giveBack(was: SeenDocument | undefined, is: SeenDocument | undefined): Mutation[] {
  const guard = is === undefined ? [] : [guardOf(is)];
  if (was === undefined) return is === undefined ? [] : [...guard, { delete: { id: is._id } }];
  const { _rev, _updatedAt, _system, ...content } = was;
  return [...guard, is === undefined ? { create: content } : { createOrReplace: content }];
}

/** What people have said, without what an act had changed of it; `undefined` if that is no longer as the act has left it. */
function saidAgain(was: Said, did: Said = was, now: Said): Said | undefined {
  const decision = again(was.decision, did.decision, now.decision);
  const assignee = again(was.assignee, did.assignee, now.assignee);
  const settled = membersAgain(was.settled, did.settled, now.settled);
  if (decision === undefined || assignee === undefined || settled === undefined) return undefined;
  return {
    ...(decision.value && { decision: decision.value }),
    ...(assignee.value !== undefined && { assignee: assignee.value }),
    ...(settled.length > 0 && { settled }),
  };
}

/** The same of the members of a list, each by itself. */
function membersAgain<Member extends Suggestion | NonNullable<Said["settled"]>[number]>(
  was: readonly Member[] = [],
  did: readonly Member[] = [],
  now: readonly Member[] = [],
): Member[] | undefined {
  const keys = new Set([...now, ...was, ...did].map(({ _key }) => _key));
  const members = [...keys].map((key) => {
    const [before, made, is] = [was, did, now].map((list) => list.find(({ _key }) => _key === key));
    return again(before, made, is);
  });
  return members.includes(undefined) ? undefined : members.flatMap((member) => member?.value ?? []);
}

function again<Value>(was: Value, did: Value, now: Value): { readonly value: Value } | undefined {
  if (isSame(was, did)) return { value: now };
  return isSame(now, did) ? { value: was } : undefined;
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
