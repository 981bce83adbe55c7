import {
  type ContentDocument,
  type Problem,
  type Source,
  draftId,
  isAssetId,
  referencedIds,
} from "../../schemas/index.ts";
import { differenceOf, hasSameContent } from "../dataset/content.ts";
import { type Mutation, guardOf, patchOf } from "../dataset/mutation.ts";
import { mapReferences, toStrength } from "../dataset/references.ts";
import type { DatasetDocument } from "../dataset/stored-document.ts";
import { isUntouched } from "../dataset/transaction.ts";
import { toProblem } from "../problems.ts";
import type { DocumentChange } from "../stages.ts";
import { type JudgedDocument, outcomeOf } from "./judge-document.ts";
import type { PlanContext } from "./story-plan.ts";
import { whyHeldBack } from "./why-held-back.ts";
import { mayPublish, writeDocument } from "./write-document.ts";

/** What is written for one story: all of it or nothing. */
export interface StoryTransaction {
  readonly mutations: readonly Mutation[];
  readonly changes: readonly DocumentChange[];
  readonly problems: readonly Problem[];
}

/**
 * Builds the transaction of a story from its judged documents. Pure.
 *
 * A source is written with the first document that needs it, and only if the dataset does not have it: editors'
 * changes to sources are kept. References are strong if their target is published by the end of the transaction. With
 * `publish`, a story that is withheld, canceled or under embargo stays a draft.
 */
export function buildTransaction(
  documents: readonly JudgedDocument<ContentDocument>[],
  sources: readonly Source[],
  { stored, sources: directory, publish: shallPublish, run }: PlanContext,
): StoryTransaction {
  const obstacleOfStory = shallPublish ? heldBackBecause(documents.at(-1), run.at) : undefined;
  const publish = shallPublish && obstacleOfStory === undefined;
  const mutations: Mutation[] = [];
  const changes: DocumentChange[] = [];
  const problems: Problem[] = obstacleOfStory === undefined ? [] : [obstacleOfStory];
  const ensured = new Set<string>();
  const publishedNow = new Set<string>();
  const isPublished = (id: string): boolean =>
    isAssetId(id) || publishedNow.has(id) || stored.documents.has(id) || directory.get(id) !== undefined;

  const ensureSource = (id: string): void => {
    if (ensured.has(id) || directory.get(id) !== undefined || directory.isInRelease(id)) return;
    ensured.add(id);
    const wanted = sources.find((source) => source._id === id);
    const draft = directory.get(draftId(id));
    if (draft === undefined && wanted !== undefined) {
      const document = publish ? wanted : { ...wanted, _id: draftId(id) };
      // Stories written at the same time may need the same source: the first one creates it.
      mutations.push({ createIfNotExists: document });
      changes.push({ id: document._id, type: "source", kind: "create" });
      if (publish) publishedNow.add(id);
    } else if (draft !== undefined && publish && isUntouched(draft)) {
      const { _rev, _id, ...content } = draft;
      mutations.push(
        guardOf({ _id, _rev }),
        { createIfNotExists: { ...content, _id: id } },
        { delete: { id: _id } },
      );
      changes.push({ id, type: "source", kind: "publish" });
      publishedNow.add(id);
    }
  };

  /** What the dataset shall hold: what an editor refers to is the editor's own, and stays as it is. */
  const linked = (outcome: DatasetDocument, known: ReadonlySet<string>): DatasetDocument =>
    mapReferences(outcome, (reference) =>
      known.has(reference._ref)
        ? toStrength(reference, typeOf(reference._ref, documents), isPublished(reference._ref))
        : reference,
    );

  const writeToReleases = ({ inReleases = [] }: JudgedDocument<ContentDocument>): void => {
    for (const judged of inReleases) {
      const [version, outcome] = [judged.published, outcomeOf(judged)];
      if (version === undefined || outcome === undefined || hasSameContent(version, outcome)) continue;
      const known = new Set(referencedIds(judged.wanted));
      referencedIds(outcome)
        .filter((id) => known.has(id))
        .forEach(ensureSource);
      mutations.push(patchOf(version, differenceOf(version, linked(outcome, known))));
      changes.push({ id: version._id, type: version._type, kind: "update" });
    }
  };

  for (const judged of documents) {
    writeToReleases(judged);
    const { wanted, base, verdict, draft, published } = judged;
    const outcome = outcomeOf(judged);
    if (outcome === undefined && publish && judged.inReleases?.length && wanted._type === "article")
      problems.push(toProblem("not-published", awaitsRelease, { documentId: wanted._id }));
    if (verdict.kind === "leave" || outcome === undefined) continue;
    const isReady = mayPublish({ draft, published }, base ?? wanted);
    // An editor's draft of a published document is left to the editor.
    const isOurs = draft !== undefined && isUntouched(draft) && hasSameContent(draft, base ?? wanted);
    const awaitsPublication =
      publish && draft !== undefined && (isReady || isOurs || published === undefined);
    if (verdict.kind === "keep" && !awaitsPublication) continue;
    const known = new Set(referencedIds(wanted));
    const references = referencedIds(outcome).filter((id) => known.has(id));
    if (verdict.kind !== "keep" || isReady) references.forEach(ensureSource);
    const obstacle = isReady ? references.find((id) => !isPublished(id)) : wanted._id;
    if (publish && obstacle !== undefined) problems.push(notPublished(wanted, obstacle));

    const write = writeDocument({
      wanted: linked(outcome, known),
      verdict,
      draft,
      published,
      publish: publish && obstacle === undefined,
    });
    mutations.push(...write.mutations);
    if (write.change !== undefined) changes.push(write.change);
    if (publish && obstacle === undefined) publishedNow.add(wanted._id);
  }
  return { mutations, changes, problems };
}

const awaitsRelease = "The article is in a release and goes to readers with it";

/** The problem if the source or an editor withholds the story: then no part of it is published. */
function heldBackBecause(
  article: JudgedDocument<ContentDocument> | undefined,
  now: string,
): Problem | undefined {
  const outcome = article === undefined ? undefined : outcomeOf(article);
  // A published article must be updated to say that it is withheld: readers see it until then.
  if (article === undefined || outcome === undefined || article.published !== undefined) return undefined;
  const because = article.verdict.kind === "leave" ? undefined : whyHeldBack(outcome, now);
  return because === undefined ? undefined : staysDraft(article.wanted, because);
}

/** A story refers only to its own images and to sources. */
const typeOf = (id: string, documents: readonly JudgedDocument<ContentDocument>[]): string =>
  documents.find(({ wanted }) => wanted._id === id)?.wanted._type ?? "source";

function notPublished(document: ContentDocument, obstacle: string): Problem {
  const why =
    obstacle === document._id
      ? "an editor has changed the draft or the published version"
      : `it refers to ${obstacle}, which is not published`;
  return staysDraft(document, why);
}

const staysDraft = ({ _id, _type }: ContentDocument, why: string): Problem =>
  toProblem("not-published", `The ${_type} stays a draft: ${why}`, { documentId: _id });
