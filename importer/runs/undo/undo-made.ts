import { publishedId } from "../../../schemas/index.ts";
import { digestOfContent, hasSameContent } from "../../dataset/content.ts";
import { guardOf } from "../../dataset/mutation.ts";
import type { StoredDocument } from "../../dataset/stored-document.ts";
import { type KeptReason, type UndoPlan, keepDocument, nothingToUndo } from "./undo-plan.ts";

/** A document that a run created, and what is known about it now. */
export interface MadeDocument {
  readonly id: string;
  /** Digest of its content as the run wrote it. */
  readonly written: string;
  readonly current: StoredDocument | undefined;
  /** Its published version if it is a draft, or its draft if it is published. */
  readonly other: StoredDocument | undefined;
  /** The draft that the run published it from. */
  readonly formerDraft: object | undefined;
  /** Whether the run made it as a draft of a document published at the time. */
  readonly isMadeOver: boolean;
  /** Whether something that stays refers to it. */
  readonly isInUse: boolean;
}

/** A condition on a document that a run created, and the verdict if it holds: it goes, is already gone, or stays. */
interface MadeRule {
  readonly name: string;
  readonly holds: (made: MadeDocument) => boolean;
  readonly verdict: "goes" | "gone" | { readonly staysBecause: KeptReason };
}

const isDraft = ({ id }: MadeDocument): boolean => id !== publishedId(id);

/** The first rule that holds decides. */
const rules: readonly MadeRule[] = [
  {
    name: "nothing is left of it",
    holds: ({ current, other }) => current === undefined && other === undefined,
    verdict: "gone",
  },
  {
    name: "an earlier undo of the run has made it the draft again that it was",
    holds: ({ current, other, formerDraft }) =>
      current === undefined &&
      other !== undefined &&
      formerDraft !== undefined &&
      hasSameContent(other, formerDraft),
    verdict: "gone",
  },
  {
    name: "someone has published it",
    holds: (made) => made.current === undefined && isDraft(made),
    verdict: { staysBecause: "published since" },
  },
  {
    name: "someone has unpublished it",
    holds: ({ current }) => current === undefined,
    verdict: { staysBecause: "unpublished since" },
  },
  {
    name: "someone has changed it",
    holds: ({ current, written }) => current !== undefined && digestOfContent(current) !== written,
    verdict: { staysBecause: "changed since" },
  },
  {
    name: "it is a draft, and what it is a draft of stays",
    holds: (made) => isDraft(made) && made.other !== undefined,
    verdict: "goes",
  },
  {
    name: "it is a draft, and what it was made of has been unpublished: it is all that is left",
    holds: (made) => isDraft(made) && made.isMadeOver,
    verdict: { staysBecause: "unpublished since" },
  },
  {
    name: "something that stays refers to it",
    holds: ({ isInUse }) => isInUse,
    verdict: { staysBecause: "in use" },
  },
  {
    name: "it is published, and someone has started a draft of it",
    holds: ({ other }) => other !== undefined,
    verdict: { staysBecause: "an editor is working on a draft of it" },
  },
  { name: "it is as the run made it", holds: () => true, verdict: "goes" },
];

/** Undoes a document that a run created, by the first rule that holds. Pure. */
export function undoMade(made: MadeDocument): UndoPlan {
  const { id, current } = made;
  const verdict = rules.find(({ holds }) => holds(made))?.verdict;
  if (typeof verdict === "object") return keepDocument(id, verdict.staysBecause);
  if (verdict !== "goes" || current === undefined) return nothingToUndo;
  return { mutations: [guardOf(current), { delete: { id } }], restored: [id], kept: [] };
}
