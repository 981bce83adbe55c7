import { createHash } from "node:crypto";
import type { DocumentChange } from "./dataset.ts";
import { publishedIdOf } from "./document-id.ts";
import { recentlyUsed } from "./recently-used.ts";
import { referencesIn } from "./references.ts";

/** Documents whose change may change an answer: all, those of a type, one, or those that refer to one. */
export type Dependency =
  | { readonly kind: "everything" }
  /** Of an id, in whatever layer the document is. */
  | { readonly kind: "type" | "id" | "reference"; readonly value: string };

const known = recentlyUsed<string>(5_000);

/**
 * The tag under which answers name what they depend on, and changes what they concern (sanity.io/docs/live-content-api). Nobody
 * but the lake reads anything in it; the same thing has the same tag in every lake, and always.
 */
export function tagOf(dependency: Dependency): string {
  const name = dependency.kind === "everything" ? "" : `${dependency.kind} ${dependency.value}`;
  return known(name, () => `s1:${createHash("sha256").update(name).digest("base64url").slice(0, 8)}`);
}

/** The tags of all answers that a change may change. */
export function tagsOfChange({ id, before, after }: DocumentChange): ReadonlySet<string> {
  const states = [before, after].filter((state) => state !== null);
  return new Set([
    tagOf({ kind: "everything" }),
    tagOf({ kind: "id", value: publishedIdOf(id) }),
    ...states.flatMap((state) => [
      tagOf({ kind: "type", value: state._type }),
      ...referencesIn(state).map(({ target }) => tagOf({ kind: "reference", value: target })),
    ]),
  ]);
}
