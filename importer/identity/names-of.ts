import { addressName, addressSpellings } from "../parse/addresses/address-name.ts";
import { articleKeyOf } from "./article-key-of.ts";
import type { StoryIdentity } from "./story-identity.ts";

/** All that a story goes by: what its ids are made of first. Pure. */
export const identitiesOf = (origin: {
  readonly identity: StoryIdentity;
  readonly alsoKnownAs?: readonly StoryIdentity[];
}): StoryIdentity[] => [origin.identity, ...(origin.alsoKnownAs ?? [])];

/**
 * The name that all spellings of an identity share, by which a story is looked up: addresses differ in ways that mean
 * nothing (see `addressName`), and many an id is an address. `undefined` for a text, which is no name. Pure.
 */
export function nameOf({ kind, value }: StoryIdentity): string | undefined {
  if (kind === "text") return undefined;
  return `${kind}:${kind === "path" ? value : (addressName(value) ?? value)}`;
}

/** The keys that a story with this identity has, or had where another spelling of it was imported first. Pure. */
export const articleKeysOf = ({ kind, value }: StoryIdentity): string[] =>
  spellingsOf(kind, value).map((spelling) => articleKeyOf({ identity: { kind, value: spelling } }));

function spellingsOf(kind: StoryIdentity["kind"], value: string): string[] {
  if (kind === "url") return addressSpellings(value);
  if (kind !== "id" || !/^https?:/i.test(value)) return [value];
  return [...new Set([value, ...addressSpellings(value)])];
}
