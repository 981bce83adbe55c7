import { draftId } from "../../../schemas/index.ts";
import type { Act } from "../acts/act.ts";
import { assign } from "../acts/assign.ts";
import { done, reject } from "../acts/decide.ts";
import { setSource, tag } from "../acts/edit-article.ts";
import { publishAndSettle } from "../acts/publish.ts";
import { unlessWarned } from "../acts/unless-warned.ts";
import type { BulkSubject } from "./run-job.ts";

/** A story as the editor saw it in a list; its id is the published one of the article. */
export interface BulkStory extends BulkSubject {
  readonly contentHash: string;
  /** Revision of the article. */
  readonly revision: string;
  readonly assignee: string | undefined;
}

/** What is done to many stories at once. */
export type BulkJob =
  | { readonly kind: "publish" | "done" | "reject" }
  | { readonly kind: "tag" | "source" | "assign"; readonly value: string };

/** The act that a job comes to for one story. What an order speaks against is left out: nobody can be asked for each. Pure. */
export function actOfJob(job: BulkJob, { contentHash, revision, assignee }: BulkStory): Act {
  switch (job.kind) {
    case "publish":
      return unlessWarned(publishAndSettle(revision));
    case "done":
      return done(contentHash);
    case "reject":
      return reject(contentHash);
    case "tag":
      return tag(job.value);
    case "source":
      return setSource(job.value);
    case "assign":
      return assign(job.value, assignee);
  }
}

/** Ids of documents that a job looks at and that no story refers to. Pure. */
export const alsoReadBy = (job: BulkJob): readonly string[] =>
  job.kind === "source" ? [job.value, draftId(job.value)] : [];
