import { z } from "zod";

/** A member of a body, as far as it matters what it says. */
export interface BodyMember {
  readonly key: string;
  /** Its words and addresses; those of a paragraph's spans are one text. */
  readonly texts: readonly string[];
}

const members = z.array(z.looseObject({ _key: z.string() }).nullable().catch(null)).catch([]);

/** The members of a body, of whatever types; what has no key is left out. Pure. */
export const bodyMembers = (body: unknown): BodyMember[] =>
  members
    .parse(body)
    .flatMap((member) => (member === null ? [] : { key: member._key, texts: textsIn(member) }));

/** Ids, keys and choices from a list. */
const notText = /^(?:_.*|style|listItem|marks|language)$/;

function textsIn(value: unknown, name = ""): string[] {
  if (typeof value === "string") return notText.test(name) ? [] : [value];
  if (Array.isArray(value)) {
    const texts = value.flatMap((each: unknown) => textsIn(each, name));
    return name === "children" ? [texts.join("")] : texts;
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, key));
}
