import type { SanityClient } from "@sanity/client";
import { z } from "zod";

/** Paths below `/__lake/` are the embedded lake's own. */
const uri = "/__lake/people";

const person = z.object({ id: z.string(), name: z.string(), color: z.string() });

const peopleHere = z.object({ me: person.nullable(), people: z.array(person) });
type PeopleHere = z.infer<typeof peopleHere>;

/** Who the lake takes this browser for, and whom it knows. */
export const fetchPeopleHere = async (client: SanityClient): Promise<PeopleHere> =>
  peopleHere.parse(await client.request({ uri, tag: "people" }));

/** What one says: a name and colour of somebody new, which person one is, or what to change of oneself. */
export type WhoIAm =
  | { readonly kind: "new" | "change"; readonly name: string; readonly color: string }
  | { readonly kind: "known"; readonly id: string };

export type Said =
  | { readonly kind: "said" | "name-taken" | "name-unfit" }
  | { readonly kind: "failed"; readonly error: unknown };

/** Tells the lake who sits at this browser; it remembers that by a cookie. Never rejects. */
export async function sayWhoIAm(client: SanityClient, who: WhoIAm): Promise<Said> {
  try {
    await client.request({ ...requestOf(who), tag: "people" });
    return { kind: "said" };
  } catch (error) {
    const status = statusOf(error);
    if (status === 409) return { kind: "name-taken" };
    if (status === 400) return { kind: "name-unfit" };
    return { kind: "failed", error };
  }
}

function requestOf(who: WhoIAm): { readonly method: string; readonly uri: string; readonly body: object } {
  if (who.kind === "known") return { method: "PUT", uri: `${uri}/me`, body: { id: who.id } };
  const body = { name: who.name, color: who.color };
  return who.kind === "new" ? { method: "POST", uri, body } : { method: "PATCH", uri: `${uri}/me`, body };
}

const statusOf = (error: unknown): unknown =>
  error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
