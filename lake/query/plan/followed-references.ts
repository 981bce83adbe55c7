import type { ExprNode } from "groq-js";
import { isRecord, type LakeDocument } from "../../core/dataset.ts";
import { nodesOf } from "../parse/query-tree.ts";

/** The documents that a query has seen so far, and those that their references lead to. */
interface FollowedReferences {
  /** Takes note of documents that were read, and gives them back. */
  remember(documents: readonly LakeDocument[]): readonly LakeDocument[];
  /** The document that a reference leads to. */
  find(id: string): LakeDocument | undefined;
  /** The ids that were looked for so far. */
  readonly followed: ReadonlySet<string>;
}

/** Documents whose references are looked up together with the first one that is followed. */
const mostTogether = 200;

/** Documents that are kept, in case a reference leads to one of them. */
const mostKnown = 10_000;

/**
 * Follows the references of a page of documents by one statement, not by one each: with the first that the query follows,
 * all others are read that stand in fields of the same names.
 *
 * @param read Gives the documents with these ids, in any order; unknown ids are left out.
 */
export function followedReferences(
  query: ExprNode,
  read: (ids: readonly string[]) => readonly LakeDocument[],
): FollowedReferences {
  const names = new Set(
    [...nodesOf(query)].flatMap((node) => (node.type === "Deref" ? lastNameOf(node.base) : [])),
  );
  const known = new Map<string, LakeDocument | undefined>();
  const followed = new Set<string>();
  /** Documents whose references nobody has followed so far. */
  let recent: readonly LakeDocument[] = [];

  function remember(documents: readonly LakeDocument[]): readonly LakeDocument[] {
    // Nobody follows any: a query may look through more documents than there is memory for.
    if (names.size === 0) return documents;
    if (known.size > mostKnown) known.clear();
    for (const document of documents) known.set(document._id, document);
    recent = documents.slice(0, mostTogether);
    return documents;
  }

  return {
    remember,
    followed,
    find(id) {
      followed.add(id);
      if (!known.has(id)) {
        const others = recent.flatMap(referencesIn).filter(({ name }) => names.has(name));
        const wanted = [
          ...new Set([id, ...others.flatMap((other) => (known.has(other.id) ? [] : other.id))]),
        ];
        for (const each of wanted) known.set(each, undefined);
        remember(read(wanted));
      }
      return known.get(id);
    },
  };
}

/** The name of the field that an expression ends with: `image` for `leadImage.image`, `source` for `sources[].source`. */
function lastNameOf(node: ExprNode): readonly string[] {
  switch (node.type) {
    case "AccessAttribute":
      return [node.name];
    case "Group":
    case "ArrayCoerce":
    case "AccessElement":
    case "Slice":
    case "Filter":
      return lastNameOf(node.base);
    case "Map":
    case "FlatMap":
      return node.expr.type === "This" ? lastNameOf(node.base) : lastNameOf(node.expr);
    default:
      return [];
  }
}

/** A reference, and the field that it stands in, or in a list there. */
interface NamedReference {
  readonly name: string;
  readonly id: string;
}

/** Of documents that are kept to be read again. */
const referencesOf = new WeakMap<LakeDocument, readonly NamedReference[]>();

/** All references in a document, at any depth. Nobody changes a document: it is looked through once. */
function referencesIn(document: LakeDocument): readonly NamedReference[] {
  const known = referencesOf.get(document);
  if (known) return known;
  const found: NamedReference[] = [];
  const look = (value: unknown, name: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === "object") look(item, name);
    } else if (isRecord(value)) {
      const id = value["_ref"];
      if (typeof id === "string") found.push({ name, id });
      for (const field in value) if (typeof value[field] === "object") look(value[field], field);
    }
  };
  look(document, "");
  referencesOf.set(document, found);
  return found;
}
