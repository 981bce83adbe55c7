import { type RecordedIdentity, storyNameId } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import { nameOf } from "./names-of.ts";
import type { StoryIdentity } from "./story-identity.ts";

/** What an import record keeps of the names of its story; of two spellings of one the first. Pure. */
export function toRecorded(identities: readonly StoryIdentity[]): RecordedIdentity[] {
  const recorded = new Map<string, RecordedIdentity>();
  for (const { kind, value } of identities) {
    const id = nameIdOf({ kind, value });
    if (id === undefined || kind === "text" || recorded.has(id)) continue;
    const name = { _type: "reference", _ref: id, _weak: true } as const;
    recorded.set(id, { _type: "storyIdentity", _key: shortDigestOf(id, 12), kind, value, name });
  }
  return [...recorded.values()];
}

/** What an import record refers to for a name; `undefined` for what is no name. Pure. */
export function nameIdOf(identity: StoryIdentity): string | undefined {
  const name = nameOf(identity);
  return name === undefined ? undefined : storyNameId(shortDigestOf(name));
}
