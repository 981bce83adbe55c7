import { blockText } from "./block-text.ts";
import type { Keyed } from "./keyed.ts";
import { shareGained } from "./similarity.ts";

/** From this share of its words on, a block that is gone lives on in those that have got them. */
const livesOnFrom = 0.5;
/** A block with fewer of the words has not got a part of the other one, but words that all texts have. */
const partFrom = 0.1;

/** A block that has got the words of another, and what it was before. */
export interface Host {
  readonly host: Keyed;
  readonly into: Keyed | undefined;
}

/** The blocks into which editors have joined one that is gone, whole or in parts; none if its words are gone too. Pure. */
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
