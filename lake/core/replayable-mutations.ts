import { isDeepStrictEqual } from "node:util";
import { Mutation as MutatorMutation } from "@sanity/mutator";
import { isRecord, type LakeDocument, type Mutation } from "./dataset.ts";
import type { ChangedDocument } from "./running-transaction.ts";

/**
 * The mutations of an event, in a form that every listener can replay.
 *
 * Studio replays them with @sanity/mutator on its own copy of the document, which knows less of JSONMatch than the
 * lake does. If its replay does not yield the stored document, the whole document is sent instead: correct for every
 * listener, at the cost of merging with unsaved typing.
 */
export function replayableMutations({ before, after, mutations }: ChangedDocument): readonly Mutation[] {
  const isSafe =
    after === null ||
    isWhole(before, mutations) ||
    mutations.every(setsMembers) ||
    replaysTo(before, after, mutations);
  if (isSafe) return mutations;
  const { _rev, ...content } = after;
  return [{ createOrReplace: content }];
}

/** A document that one mutation made, whatever there was before, is the document in that mutation. */
const isWhole = (before: LakeDocument | null, [mutation, ...others]: readonly Mutation[]): boolean =>
  others.length === 0 && (before === null || mutation?.["createOrReplace"] !== undefined);

/** A document, or the part of one that matters. */
type Content = Readonly<Record<string, unknown>> & Pick<LakeDocument, "_id" | "_type">;

/**
 * The member of the document at the head of a path: everything that the path leads to lies within it. `undefined` where
 * that is not plain to see, and for names that every object has, which not everybody takes for a member.
 */
function headOf(path: string): string | undefined {
  const [name] = /^[a-zA-Z_][a-zA-Z0-9_]*(?=$|[.[])/.exec(path) ?? [];
  return name !== undefined && name in Object.prototype ? undefined : name;
}

/** Setting whole members of the document means the same to everybody. */
function setsMembers({ patch, ...others }: Mutation): boolean {
  if (!isRecord(patch) || Object.keys(others).length > 0) return false;
  const { id: _id, set, ...more } = patch;
  return (
    isRecord(set) && Object.keys(more).length === 0 && Object.keys(set).every((path) => headOf(path) === path)
  );
}

function replaysTo(
  before: LakeDocument | null,
  after: LakeDocument,
  mutations: readonly Mutation[],
): boolean {
  const names = before && membersPatched(before, after, mutations);
  const [from, to] = names ? [pick(before, names), pick(after, names)] : [before, after];
  try {
    // The mutator modifies its input.
    const replayed = new MutatorMutation({ mutations: structuredClone([...mutations]) }).apply(
      structuredClone(from),
    );
    return isDeepStrictEqual(withoutStamp(replayed), withoutStamp(to));
  } catch {
    return false;
  }
}

/**
 * The only members that patches reach, if that is certain: the mutator leaves the others alone as the lake did, so that
 * replaying need not look at them.
 */
function membersPatched(
  before: LakeDocument,
  after: LakeDocument,
  mutations: readonly Mutation[],
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { patch } of mutations) {
    if (!isRecord(patch)) return undefined;
    for (const path of pathsOf(patch)) {
      const name = headOf(path);
      if (name === undefined) return undefined;
      names.add(name);
    }
  }
  for (const name of Object.keys({ ...before, ...after })) {
    const isShared = before[name] === after[name] || stamp.has(name) || names.has(name);
    if (!isShared) return undefined;
  }
  return names;
}

const stamp: ReadonlySet<string> = new Set(["_rev", "_updatedAt"]);

/** The paths of a patch of the lake: objects by path, lists of paths, and the place of an insertion. */
function pathsOf({ id: _id, ...operations }: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(operations).flatMap(([name, operation]) => {
    if (Array.isArray(operation)) return operation.map(String);
    if (!isRecord(operation)) return [""];
    if (name !== "insert") return Object.keys(operation);
    const { items: _items, ...place } = operation;
    return Object.values(place).map(String);
  });
}

function pick(document: LakeDocument, names: ReadonlySet<string>): Content {
  const picked: Record<string, unknown> & Content = { _id: document._id, _type: document._type };
  for (const name of names) if (Object.hasOwn(document, name)) picked[name] = document[name];
  return picked;
}

function withoutStamp(document: Readonly<Record<string, unknown>> | null): unknown {
  if (!document) return null;
  const { _rev, _updatedAt, ...content } = document;
  // wire: what is undefined in memory does not exist in JSON.
  return JSON.parse(JSON.stringify(content));
}
