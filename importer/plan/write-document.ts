import { z } from "zod";
import { draftId } from "../../schemas/index.ts";
import { differenceOf, hasSameContent } from "../dataset/content.ts";
import { type Mutation, guardOf, patchOf } from "../dataset/mutation.ts";
import type { DatasetDocument, StoredDocument } from "../dataset/stored-document.ts";
import { isUntouched } from "../dataset/transaction.ts";
import type { DocumentChange } from "../stages.ts";
import type { JudgedDocument, Verdict } from "./judge-document.ts";

/** The mutations for one document, and the change they amount to. */
export interface DocumentWrite {
  readonly mutations: readonly Mutation[];
  readonly change: DocumentChange | undefined;
}

/** What to write, and what is there now. */
export interface WriteTarget {
  /** The content to write, with its references already strong or weak. */
  readonly wanted: DatasetDocument;
  readonly verdict: Verdict;
  readonly draft: StoredDocument | undefined;
  readonly published: StoredDocument | undefined;
  readonly publish: boolean;
}

/**
 * Whether a document may be published: a new one may; a draft only if the importer wrote it last, and all of it. A
 * draft that an editor has worked on, or brought back by unpublishing, waits for the editor, even after the importer
 * has written to it again. So does a draft whose published version has changed since, because it lacks that change.
 *
 * @param imported The source's version when the draft was last imported; see {@link importedOf}.
 */
export function mayPublish(
  { draft, published }: Pick<WriteTarget, "draft" | "published">,
  imported: object,
): boolean {
  if (draft === undefined) return true;
  const { _held, _over } = marks.parse(imported);
  // A draft made from a published document that is gone: an editor has unpublished it.
  const isCurrent =
    published === undefined ? _over === undefined : isUntouched(published) || published._rev === _over;
  return isCurrent && isUntouched(draft) && hasSameContent(draft, imported) && _held !== true;
}

/** What a snapshot records about a draft that the importer wrote to, because `_rev` shows only the last write. */
const marks = z.object({
  /** Whether the draft already contained an editor's work. */
  _held: z.boolean().optional().catch(undefined),
  /**
   * The revision of the published document that the draft was made from; `import` where the importer had written it.
   */
  _over: z.string().optional().catch(undefined),
});

/** Whether a draft was made from a published document, according to what was last imported into it. */
export const isMadeOver = (imported: object | undefined): boolean =>
  marks.parse(imported ?? {})._over !== undefined;

/** What the next import has to know about a judged document: the source's version, and the draft's marks. */
export function importedOf<T extends object>(wanted: T, judged: JudgedDocument<unknown>): T {
  const { verdict, base, draft, published } = judged;
  const { _held, _over } = marks.parse(base ?? {});
  const isWritten = verdict.kind === "update" || verdict.kind === "merge";
  // A draft that differs from what was imported contains editors' work even if the importer wrote it last: it copied
  // that work from the published version. The next import would not notice, since it compares with this one.
  const isEdited = draft !== undefined && (!isUntouched(draft) || !hasSameContent(draft, base ?? wanted));
  const isHeld = isWritten ? draft !== undefined && (_held === true || isEdited) : _held;
  const beneath = published && (isUntouched(published) ? "import" : published._rev);
  const over = isWritten && draft === undefined ? beneath : _over;
  return {
    ...wanted,
    ...(isHeld === true ? { _held: true } : {}),
    ...(over === undefined ? {} : { _over: over }),
  };
}

/** Plans the mutations that the verdict allows. Each patch names the revision it was planned on. Pure. */
export function writeDocument(target: WriteTarget): DocumentWrite {
  const { verdict, publish, draft } = target;
  if (verdict.kind === "leave") return nothing;
  if (verdict.kind === "create") return create(target);
  if (publish && draft !== undefined) return publishDraft(target, draft);
  return verdict.kind === "keep" ? nothing : update(target);
}

const nothing: DocumentWrite = { mutations: [], change: undefined };

function create({ wanted, publish }: WriteTarget): DocumentWrite {
  const document = publish ? wanted : { ...wanted, _id: draftId(wanted._id) };
  return { mutations: [{ create: document }], change: changeOf(document, "create") };
}

function update({ wanted, draft, published, publish }: WriteTarget): DocumentWrite {
  const current = draft ?? published;
  if (current === undefined || hasSameContent(current, wanted)) return nothing;
  if (draft === undefined && published !== undefined && !publish) {
    // Editors decide when readers see a change: it waits in a draft, as an edit in Studio would.
    const document = { ...wanted, _id: draftId(wanted._id), _createdAt: published._createdAt };
    // Its draft will be published over it, so it must hold all that is published; whoever carries this out looks
    // whether it still does (see `idsBeneath`). A mutation that held the transaction to the published revision would
    // give it another one, and every cache and webhook behind it would take that for news.
    return { mutations: [{ create: document }], change: changeOf(document, "update") };
  }
  const vacancy = draft === undefined ? guardOfVacancy(draftId(wanted._id), wanted._type) : [];
  return {
    mutations: [...vacancy, patchOf(current, differenceOf(current, wanted))],
    change: changeOf(current, "update"),
  };
}

/**
 * Mutations that change nothing but fail the transaction if the document exists. A change published past a draft that
 * an editor has just started would be missing from that draft, and lost when the editor publishes it.
 */
const guardOfVacancy = (_id: string, _type: string): Mutation[] => [
  { create: { _id, _type } },
  { delete: { id: _id } },
];

function publishDraft({ wanted, published }: WriteTarget, draft: StoredDocument): DocumentWrite {
  const toPublished =
    published === undefined
      ? [{ create: { ...wanted, _createdAt: draft._createdAt } }]
      : hasSameContent(published, wanted)
        ? []
        : [patchOf(published, differenceOf(published, wanted))];
  return {
    mutations: [guardOf(draft), ...toPublished, { delete: { id: draft._id } }],
    change: changeOf(wanted, "publish"),
  };
}

const changeOf = (
  { _id, _type }: { readonly _id: string; readonly _type: string },
  kind: DocumentChange["kind"],
): DocumentChange => ({ id: _id, type: _type, kind });
