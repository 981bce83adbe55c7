import type { LineRole, OutletHabit } from "../../../schemas/index.ts";
import { readByline } from "../../parse/phrases/read-byline.ts";
import { isRunningText } from "../shapes/is-running-text.ts";
import type { LabelValue, LineFeature, LinePlace } from "./story-features.ts";

/** A shape that stories of an outlet share, with what counts for what it means. */
export interface SharedShape extends Pick<LineFeature, "kind" | "shape"> {
  /** Number of different stories with it, and their share in all of the sample. */
  readonly stories: number;
  readonly share: number;
  /** Where it stands, and what follows it, in most of them. */
  readonly place: LinePlace;
  readonly value: LabelValue;
  /** Of a label: in what share of its stories the whole line recurs, and how many stories do not have its commonest one. */
  readonly repeated: number;
  readonly varied: number;
}

/** One thing that a shared shape may mean: a row of a table, in which the first that applies decides. */
export interface HabitRule {
  readonly habit: OutletHabit;
  readonly role: LineRole;
  /** For people. */
  readonly looksAt: string;
  /** A line that has such a shape. */
  readonly example: string;
  readonly applies: (shared: SharedShape) => boolean;
}

/** One story, however often it is corrected, makes no habit; nor do two. */
const leastStories = 3;

/** What the shapes mean that stories of an outlet share. */
export const habitRules: readonly HabitRule[] = [
  {
    habit: "date",
    role: "date",
    looksAt: "a line with a date, above or below the text",
    example: "Bridge Post, river desk, 4 March 2024, updated 14:05",
    applies: ({ kind, place, ...shared }) => kind === "date" && place !== "text" && isShared(shared, 0.3),
  },
  {
    habit: "label",
    role: "byline",
    looksAt: "a label before people's names, above the text",
    example: "Mwandishi: Jane Doe",
    applies: ({ kind, place, value, ...shared }) =>
      kind === "label" && place === "head" && value === "person" && isLabel(shared) && isShared(shared, 0.2),
  },
  {
    habit: "credit",
    role: "imageCredit",
    looksAt: "a label before names of people or of known sources, among the paragraphs",
    example: "Chanzo cha picha, Reuters",
    applies: ({ kind, place, value, ...shared }) =>
      kind === "label" && place === "text" && value !== "other" && isShared(shared, 0.2),
  },
  {
    habit: "label",
    role: "sourceLine",
    looksAt: "a label before names of known sources, below the text",
    example: "Chanzo: Reuters",
    applies: ({ kind, place, value, ...shared }) =>
      kind === "label" && place !== "head" && value === "source" && isShared(shared, 0.2),
  },
  {
    habit: "furniture",
    role: "boilerplate",
    looksAt: "a label among the paragraphs before titles, of which some stand in several stories",
    example: "Soma pia: Meli mpya kuanza safari",
    applies: ({ kind, place, value, ...shared }) =>
      kind === "label" &&
      place !== "head" &&
      value === "other" &&
      isLabel(shared) &&
      shared.repeated >= 0.3 &&
      isShared(shared, 0.3),
  },
  {
    habit: "ending",
    role: "boilerplate",
    looksAt: "a short line right below the text",
    example: "More from the river desk",
    applies: ({ kind, place, ...shared }) =>
      kind === "line" &&
      place === "end" &&
      !isText(shared) &&
      isShared(shared, 0.2) &&
      !mayBeAuthor({ place, ...shared }),
  },
  {
    habit: "furniture",
    role: "boilerplate",
    looksAt: "a short line",
    example: "Listen to this story",
    applies: ({ kind, ...shared }) =>
      kind === "line" && !isText(shared) && isShared(shared, 0.2) && !mayBeAuthor(shared),
  },
  {
    habit: "furniture",
    role: "boilerplate",
    // Stories of one outlet may quote the same sentence for a while.
    looksAt: "a sentence or a long line",
    example:
      "Bridge Post is edited by volunteers on both sides of the river and lives on what its readers give.",
    applies: ({ kind, ...shared }) =>
      kind === "line" && isText(shared) && isShared(shared, 0.3) && shared.stories > leastStories,
  },
];

const isShared = ({ stories, share }: Pick<SharedShape, "stories" | "share">, least: number): boolean =>
  stories >= leastStories && share >= least;

/** A word before a name is a label only before several names: it may be a part of one. */
const isLabel = ({ shape, varied }: Pick<SharedShape, "shape" | "varied">): boolean =>
  /[:,] …$/u.test(shape) || varied >= 2;

/** The page has the same line on every story; an author may have written most of them. */
const shareOfPage = 0.8;

/** Whether a line may name an author: above the text, and right below it in a script that gives names a form. */
function mayBeAuthor({ shape, place, share }: Pick<SharedShape, "shape" | "place" | "share">): boolean {
  if (place !== "head" && !(place === "end" && /\p{Lu}/u.test(shape))) return false;
  const byline = readByline(shape);
  return byline !== undefined && (byline.strength !== "bare" || share < shareOfPage);
}

const isText = ({ shape }: Pick<SharedShape, "shape">): boolean => isRunningText(shape);
