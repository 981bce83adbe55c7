import { z } from "zod";
import { patchOperations } from "./apply-patch.ts";
import type { LakeDocument } from "./dataset.ts";
import { draftsLayer, idInLayer, layerOf, publishedIdOf, publishedLayer } from "./document-id.ts";
import { invalid, RuleViolation } from "./rule-violation.ts";
import { strengthened } from "./strengthen-references.ts";
import type { RunningTransaction } from "./running-transaction.ts";

const attributes = z.record(z.string(), z.unknown());
const ids = z.array(z.string());
// Keys that only the hosted service acts on, such as `purge`, are accepted and change nothing here.
const of = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ actionType: z.literal(`sanity.action.document.${type}`), ...shape });

/** The document actions of sanity.io/docs/http-actions. */
const documentAction = z.discriminatedUnion("actionType", [
  of("create", {
    publishedId: z.string().optional(),
    attributes,
    ifExists: z.enum(["fail", "ignore"]).default("fail"),
  }),
  of("edit", {
    publishedId: z.string(),
    draftId: z.string().optional(),
    versionId: z.string().optional(),
    patch: z.strictObject(patchOperations.shape),
  }),
  of("publish", {
    publishedId: z.string(),
    draftId: z.string().optional(),
    versionId: z.string().optional(),
    ifDraftRevisionId: z.string().optional(),
    ifPublishedRevisionId: z.string().optional(),
  }),
  of("unpublish", { publishedId: z.string(), draftId: z.string() }),
  of("discard", { draftId: z.string() }),
  of("delete", { publishedId: z.string(), includeDrafts: ids.default([]), includeVersions: ids.default([]) }),
  of("replaceDraft", { publishedId: z.string().optional(), attributes }),
  of("version.create", {
    publishedId: z.string().optional(),
    document: attributes.optional(),
    attributes: attributes.optional(),
    baseId: z.string().optional(),
    versionId: z.string().optional(),
    ifBaseRevisionId: z.string().optional(),
  }),
  of("version.discard", { versionId: z.string() }),
  of("version.replace", { document: attributes.optional(), attributes: attributes.optional() }),
  of("version.unpublish", { versionId: z.string(), publishedId: z.string() }),
]);
type DocumentAction = z.output<typeof documentAction>;
type ActionOf<Type extends string> = Extract<
  DocumentAction,
  { actionType: `sanity.action.document.${Type}` }
>;

/**
 * Performs one action within a transaction.
 *
 * @throws {RuleViolation} When the action is unknown, incomplete, or not possible in the present state.
 */
export function performAction(transaction: RunningTransaction, value: unknown): void {
  const action = parseAction(value);
  switch (action.actionType) {
    case "sanity.action.document.create":
      return createDraft(transaction, action);
    case "sanity.action.document.edit":
      return edit(transaction, action);
    case "sanity.action.document.publish":
      return publish(transaction, action);
    case "sanity.action.document.unpublish":
      return unpublish(transaction, action);
    case "sanity.action.document.discard":
      return discard(transaction, action.draftId);
    case "sanity.action.document.delete":
      return deleteGroup(transaction, action);
    case "sanity.action.document.replaceDraft":
      return transaction.createOrReplace(unpublishedAttributes(action.attributes));
    case "sanity.action.document.version.create":
      return createVersion(transaction, action);
    case "sanity.action.document.version.discard":
      return discard(transaction, action.versionId);
    case "sanity.action.document.version.replace":
      return replaceVersion(transaction, action);
    case "sanity.action.document.version.unpublish":
      return unpublishVersion(transaction, action);
  }
}

function parseAction(value: unknown): DocumentAction {
  const type = z.object({ actionType: z.string() }).safeParse(value);
  if (!type.success) throw invalid("Cannot read action: it has no actionType");
  const { actionType } = type.data;
  if (actionType.startsWith("sanity.action.release.")) {
    throw invalid(`Cannot perform "${actionType}": this Content Lake has no releases`);
  }
  const parsed = documentAction.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(`Cannot perform "${actionType}": ${z.prettifyError(parsed.error)}`);
}

function createDraft(transaction: RunningTransaction, action: ActionOf<"create">): void {
  const document = unpublishedAttributes(action.attributes);
  transaction.apply({ [action.ifExists === "ignore" ? "createIfNotExists" : "create"]: document });
}

/** The first edit of a published document makes its draft. */
function edit(
  transaction: RunningTransaction,
  { publishedId, draftId, versionId, patch }: ActionOf<"edit">,
): void {
  const id = versionId ?? draftId;
  if (id === undefined) throw invalid("Cannot edit: the action names neither a draftId nor a versionId");
  if (!transaction.document(id)) {
    const published = existing(transaction, publishedId);
    transaction.apply({ create: copyOf(published, id) });
  }
  transaction.patch(id, patch);
}

function publish(transaction: RunningTransaction, action: ActionOf<"publish">): void {
  const { publishedId, ifDraftRevisionId, ifPublishedRevisionId } = action;
  const draftId = action.draftId ?? idInLayer(publishedId, draftsLayer);
  const draft = existing(transaction, action.versionId ?? draftId);
  const published = transaction.document(publishedId);
  if (ifDraftRevisionId !== undefined) expectRevision(draft._id, draft, ifDraftRevisionId);
  if (ifPublishedRevisionId !== undefined) expectRevision(publishedId, published, ifPublishedRevisionId);
  transaction.createOrReplace({ ...strengthened(draft), _id: publishedId, _updatedAt: undefined });
  transaction.delete(draft._id);
}

/** An existing draft is newer than the published document, so it stays. */
function unpublish(transaction: RunningTransaction, { publishedId, draftId }: ActionOf<"unpublish">): void {
  const published = existing(transaction, publishedId);
  if (!transaction.document(draftId)) transaction.apply({ create: copyOf(published, draftId) });
  transaction.delete(publishedId);
}

function discard(transaction: RunningTransaction, id: string): void {
  if (layerOf(id) === publishedLayer) throw invalid(`Cannot discard "${id}": it is a published document`);
  existing(transaction, id);
  transaction.delete(id);
}

function deleteGroup(transaction: RunningTransaction, action: ActionOf<"delete">): void {
  const draftId = idInLayer(action.publishedId, draftsLayer);
  const included = [...action.includeDrafts, ...action.includeVersions];
  if (transaction.document(draftId) && !included.includes(draftId)) {
    throw invalid(`Cannot delete "${action.publishedId}": its draft is not included`);
  }
  for (const id of included) {
    if (publishedIdOf(id) !== action.publishedId) {
      throw invalid(
        `Cannot delete "${id}" along with "${action.publishedId}": it belongs to another document`,
      );
    }
    transaction.delete(id);
  }
  transaction.delete(action.publishedId);
}

function createVersion(transaction: RunningTransaction, action: ActionOf<"version.create">): void {
  const given = action.document ?? action.attributes;
  if (given) return transaction.apply({ create: unpublishedAttributes(given) });
  if (action.baseId === undefined || action.versionId === undefined) {
    throw invalid("Cannot create version: the action has neither a document nor a baseId and a versionId");
  }
  const base = existing(transaction, action.baseId);
  if (action.ifBaseRevisionId !== undefined) expectRevision(base._id, base, action.ifBaseRevisionId);
  transaction.apply({ create: copyOf(base, action.versionId) });
}

function replaceVersion(transaction: RunningTransaction, action: ActionOf<"version.replace">): void {
  const document = unpublishedAttributes(action.document ?? action.attributes ?? {});
  existing(transaction, String(document["_id"]));
  transaction.createOrReplace(document);
}

/** Marks the published document for removal when the release is published. */
function unpublishVersion(
  transaction: RunningTransaction,
  { versionId, publishedId }: ActionOf<"version.unpublish">,
): void {
  if (!transaction.document(versionId)) {
    transaction.apply({ create: copyOf(existing(transaction, publishedId), versionId) });
  }
  transaction.patch(versionId, { set: { "_system.delete": true } });
}

function existing(transaction: RunningTransaction, id: string): LakeDocument {
  const document = transaction.document(id);
  if (document) return document;
  throw new RuleViolation(404, "documentNotFoundError", `Document "${id}" does not exist`, { id });
}

function expectRevision(id: string, document: LakeDocument | null, expected: string): void {
  if (document?._rev === expected) return;
  throw new RuleViolation(
    409,
    "documentRevisionIDDoesNotMatchError",
    `Document "${id}" has unexpected revision ID ("${document?._rev ?? ""}"), expected "${expected}"`,
    { id, currentRevisionID: document?._rev, expectedRevisionID: expected },
  );
}

function copyOf(document: LakeDocument, id: string): Readonly<Record<string, unknown>> {
  const { _rev, _updatedAt, ...content } = document;
  return { ...content, _id: id };
}

function unpublishedAttributes(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const id = given["_id"];
  if (typeof id === "string" && layerOf(id) !== publishedLayer) return given;
  throw invalid(`Cannot write ${JSON.stringify(id)} with an action: it is neither a draft nor a version`);
}
