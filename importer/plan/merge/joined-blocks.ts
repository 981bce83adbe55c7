import { blockText } from "./block-text.ts";
import type { Keyed } from "./keyed.ts";
import { shareGained } from "./similarity.ts";

/** A block that is gone lives on in other blocks if they have gained at least this share of its words. */
const livesOnFrom = 0.5;
/** A block with a smaller share has not gained a part of the other one, only words that all texts use. */
const partFrom = 0.1;

/** A block that has gained the words of another, and its earlier version. */
export interface Host {
  readonly host: Keyed;
  readonly into: Keyed | undefined;
}

/** The blocks to which editors joined one that is gone, whole or in parts; none if its words are gone too. Pure. */
export function hostsOf(gone: Keyed, before: readonly Keyed[], current: readonly Keyed[]): Host[] {
  const text = blockText(gone);
  if (text === "") return [];
  const earlier = new Map(before.map((member) => [member._key, member]));
  const hosts = current
    .map((host) => {
      const into = earlier.get(host._key);
      const share = shareGained(text, into === undefined ? "" : blockText(into), blockText(host));
      return { host, into, share };
    })
    .filter(({ share }) => share >= partFrom);
  const livesOn = hosts.reduce((sum, { share }) => sum + share, 0) >= livesOnFrom;
  return livesOn ? hosts.map(({ host, into }) => ({ host, into })) : [];
}
