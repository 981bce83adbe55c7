import type { Mutation } from "@sanity/client";
import type { Said, Suggestion } from "../../../schemas/index.ts";
import type { StoryNow } from "./story-now.ts";

/** Who acts, and when. */
export interface Actor {
  /** A user's id. */
  readonly by: string;
  readonly at: Date;
}

/** What an act changes; what it does not name stays. */
export interface Deed {
  /** All that people have said of the story from now on. */
  readonly said?: Said;
  readonly suggestions?: readonly Suggestion[];
  /** Of the article and other documents, each with the revision that was looked at. */
  readonly mutations?: readonly Mutation[];
  /** What is changed along with them, and may stay when the act is undone. */
  readonly along?: readonly Mutation[];
}

/** Why nothing was done. */
export type Refusal =
  /** The story is not what the editor saw: it is for the editor to look again. */
  | { readonly kind: "moved" }
  /** What the act is about is gone, or somebody else has done it. */
  | { readonly kind: "gone" }
  /** Other documents refer to what would go. */
  | { readonly kind: "in-use" }
  /** Readers see it, so that it cannot be put aside. */
  | { readonly kind: "shown" }
  /** Documents that break a rule of the content model, by their ids. */
  | { readonly kind: "invalid"; readonly ids: readonly string[] }
  /** An editor has to be asked first. */
  | { readonly kind: "warned"; readonly warning: Warning };

/** An order of a story's source that speaks against publishing it. */
export interface Warning {
  readonly order: "withdrawn" | "withheld" | "embargoed" | "unclear";
  /** When an embargo ends, in ISO form. */
  readonly until?: string;
}

/** Something that an editor does to a story: a pure function, so that it can be worked out again on a newer story. */
export type Act = (story: StoryNow, actor: Actor) => Deed | Refusal;

export const isRefusal = (done: Deed | Refusal): done is Refusal => "kind" in done;

/** What people have said of a story. Pure. */
export function saidOf({ record: { review } }: StoryNow): Said {
  const { decision, settled, assignee } = review ?? {};
  return {
    ...(decision && { decision }),
    ...(settled && { settled }),
    ...(assignee !== undefined && { assignee }),
  };
}
