import { publishedId, type Article } from "../../../schemas/index.ts";
import { editSeen } from "../../seen/edit-seen.ts";
import { shownOf } from "../../seen/seen-document.ts";
import { type Act, saidOf } from "./act.ts";
import type { StoryNow } from "./story-now.ts";

/** Adds a keyword to an article that has not got it yet. */
export const tag =
  (keyword: string): Act =>
  (story) => {
    const article = articleOf(story);
    const keywords = listOf(article?.["keywords"]);
    if (article === undefined || keywords.includes(keyword)) return { kind: "gone" };
    return {
      said: saidOf(story),
      mutations: editSeen(article, { set: { keywords: [...keywords, keyword] } }),
    };
  };

/**
 * Says that a source is where an article comes from, in the place of whoever was said to be; those who passed it on stay.
 *
 * @param sourceId Published id. The act has to see that source: name its ids in `alsoRead`.
 */
export const setSource =
  (sourceId: string): Act =>
  (story) => {
    const article = articleOf(story);
    const source = shownOf(sourceId, story.documents);
    if (article === undefined || source === undefined) return { kind: "gone" };
    const others = listOf(article["infoSources"]).filter((one) => !isOriginator(one));
    const isPublished = story.documents.some(({ _id }) => _id === sourceId);
    const named = {
      _type: "infoSource",
      _key: `set-${sourceId}`,
      role: "originator" satisfies NonNullable<Article["infoSources"]>[number]["role"],
      source: {
        _type: "reference",
        _ref: sourceId,
        // Strong once it is published along: see `publish`.
        ...(!isPublished && { _weak: true, _strengthenOnPublish: { type: "source" } }),
      },
    };
    const infoSources = [named, ...others];
    return { said: saidOf(story), mutations: editSeen(article, { set: { infoSources } }) };
  };

const articleOf = ({ record, documents }: StoryNow) => shownOf(publishedId(record.article._ref), documents);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isOriginator = (member: unknown): boolean =>
  typeof member === "object" && member !== null && "role" in member && member.role === "originator";
