import { z } from "zod";
import { textsIn } from "../../schemas/index.ts";
import { compared } from "./compared.ts";

/** A member of a body, as far as it matters what it says. */
export interface BodyMember {
  readonly key: string;
  /** Its words and addresses; those of a paragraph's spans are one text. */
  readonly texts: readonly string[];
  /** The same as they are compared: once for all that is looked for in them. */
  readonly words: readonly string[];
}

const members = z.array(z.looseObject({ _key: z.string() }).nullable().catch(null)).catch([]);

/** The members of a body, of whatever types; what has no key is left out. Pure. */
export const bodyMembers = (body: unknown): BodyMember[] =>
  members.parse(body).flatMap((member) => {
    if (member === null) return [];
    const texts = textsIn(member, true);
    return { key: member._key, texts, words: texts.map(compared) };
  });
