import type { Mutation } from "@sanity/client";
import {
  draftId,
  importRecordId,
  keyOfPair,
  openProblems,
  publishedId,
  type Settlement,
} from "../../../schemas/index.ts";
import { editSeen } from "../../seen/edit-seen.ts";
import { shownOf } from "../../seen/seen-document.ts";
import { isRefusal, saidOf, type Act, type Actor } from "../acts/act.ts";
import { rejectAsSame } from "../acts/decide.ts";
import { reviewIfSaid } from "../acts/review-if-said.ts";
import { withSettled } from "../acts/settle-problem.ts";
import { storedRecord, type StoryNow } from "../acts/story-now.ts";

/** Ids of what an act looks at because it is about another story, too. Pure. */
export const alsoReadOf = (otherId: string): readonly string[] => [
  importRecordId(otherId),
  otherId,
  draftId(otherId),
];

/** Says of a story and another one that they are two: neither asks about the other again, whatever its source sends. */
export const twoStories =
  (otherId: string): Act =>
  (story, actor) => {
    const settle = settlementsOf(story, otherId, "not-needed");
    if (settle.codes.length === 0) return { kind: "gone" };
    return {
      said: withSettled(saidOf(story), settle.about(otherId), actor),
      mutations: settleOther(story, otherId, settle.about(articleOf(story)), actor),
    };
  };

/**
 * Puts a story aside because it is the same as another one, which is kept and asks about it no longer. Refused if readers see it:
 * then nothing that anybody says puts it aside.
 *
 * @param seen `contentHash` of the text that the editor looked at.
 */
export const keepOther =
  (otherId: string, seen: string): Act =>
  (story, actor) => {
    if (otherStory(story, otherId) === undefined) return { kind: "gone" };
    const deed = rejectAsSame(otherId, seen)(story, actor);
    if (isRefusal(deed)) return deed;
    const settle = settlementsOf(story, otherId, "done");
    return { ...deed, mutations: settleOther(story, otherId, settle.about(articleOf(story)), actor) };
  };

/** Takes a field of another story over into this one, in its draft. */
export const takeField =
  (field: string, otherId: string): Act =>
  (story) => {
    const [mine, theirs] = [articleOf(story), otherId].map((id) => shownOf(id, story.documents));
    const value = theirs?.[field];
    if (mine === undefined || value === undefined) return { kind: "gone" };
    return { said: saidOf(story), mutations: editSeen(mine, { set: { [field]: value } }) };
  };

const articleOf = ({ record }: StoryNow): string => publishedId(record.article._ref);

/** The other story, as far as it was read along; `undefined` if it was not imported, or is gone. */
function otherStory({ documents }: StoryNow, otherId: string): StoryNow | undefined {
  const record = storedRecord.safeParse(documents.find(({ _id }) => _id === importRecordId(otherId))).data;
  return record && { record, documents };
}

interface Settling {
  readonly codes: readonly string[];
  readonly about: (articleId: string) => readonly Pick<Settlement, "_key" | "code" | "how">[];
}

/** What settles the questions that one of two stories asks about the other. */
function settlementsOf(story: StoryNow, otherId: string, how: "done" | "not-needed"): Settling {
  const other = otherStory(story, otherId);
  const asked = [
    ...openProblems(story).filter((problem) => problem.otherId === otherId),
    ...(other ? openProblems(other).filter((problem) => problem.otherId === articleOf(story)) : []),
  ];
  const codes = [...new Set(asked.map(({ code }) => code))];
  return {
    codes,
    about: (articleId) => codes.map((code) => ({ _key: keyOfPair(code, articleId), code, how })),
  };
}

/** Settles questions on the record of the other story, in the same transaction. */
function settleOther(
  story: StoryNow,
  otherId: string,
  settlements: Parameters<typeof withSettled>[1],
  actor: Actor,
): Mutation[] {
  const other = otherStory(story, otherId);
  if (other === undefined || settlements.length === 0) return [];
  const review = reviewIfSaid(other, withSettled(saidOf(other), settlements, actor), actor);
  return editSeen(other.record, { set: { review } });
}
