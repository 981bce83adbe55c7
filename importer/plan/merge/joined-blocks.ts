import { blockText } from "./block-text.ts";
import type { Keyed } from "./keyed.ts";
import { shareGained } from "./similarity.ts";

/** A removed block lives on in others if together they have gained at least this share of its words. */
const livesOnFrom = 0.5;
/** A block that has gained less than this share has only words that every text uses. */
const partFrom = 0.1;

/** A block that has gained the words of another, and its earlier version. */
export interface Host {
  readonly host: Keyed;
  readonly into: Keyed | undefined;
}

/** The blocks to which editors joined a removed one, whole or in parts; none if its words are gone too. Pure. */
export function hostsOf(gone: Keyed, before: readonly Keyed[], current: readonly Keyed[]): Host[] {
  const text = blockText(gone);
  if (text === "") return [];
  const earlier = new Map(before.map((member) => [member._key, member]));
  const hosts = current
    .map((host) => {
      const into = earlier.get(host._key);
      const change = { before: into === undefined ? "" : blockText(into), after: blockText(host) };
      return { host, into, change };
    })
    .filter(({ change }) => shareGained(text, [change]) >= partFrom);
  const changes = hosts.map(({ change }) => change);
  return shareGained(text, changes) >= livesOnFrom ? hosts.map(({ host, into }) => ({ host, into })) : [];
}
