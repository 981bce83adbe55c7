import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import { formatPath, taughtRule, type TaughtRule } from "../../../schemas/index.ts";
import { isConflict } from "../../seen/is-conflict.ts";
import type { Refusal } from "../acts/act.ts";

interface Done {
  readonly kind: "done";
  undo(): Promise<{ readonly kind: "done" } | Refusal>;
}

const read = z.object({ _rev: z.string(), taught: z.array(taughtRule).nullish() }).nullish();

/**
 * Retires a rule of an outlet, or restores it: then it is counted from now on how often editors keep and contradict it.
 * Stories follow with their next import. `moved` if somebody has changed the rule meanwhile.
 *
 * @param profileId Id of the outlet's profile.
 * @throws What the client throws, except where something has moved.
 */
export async function setRuleState(
  client: SanityClient,
  profileId: string,
  { rule, now }: { readonly rule: TaughtRule; readonly now: Date },
): Promise<Done | Refusal> {
  const next: TaughtRule =
    rule.state === "active"
      ? { ...rule, state: "retired" }
      : { ...rule, state: "active", at: now.toISOString(), kept: 0, contradicted: 0 };
  const outcome = await replace(client, profileId, rule, next);
  return outcome.kind === "done"
    ? { kind: "done", undo: () => replace(client, profileId, next, rule) }
    : outcome;
}

async function replace(
  client: SanityClient,
  id: string,
  was: TaughtRule,
  next: TaughtRule,
): Promise<{ readonly kind: "done" } | Refusal> {
  const query = "*[_id == $id][0]{ _rev, taught }";
  const found = read.parse(await client.fetch(query, { id }, { perspective: "raw" }));
  const rule = found?.taught?.find(({ _key }) => _key === was._key);
  if (!found || !rule) return { kind: "gone" };
  if (rule.state !== was.state) return { kind: "moved" };
  try {
    await client
      .patch(id)
      .ifRevisionId(found._rev)
      .set({ [formatPath(["taught", { _key: was._key }])]: next })
      .commit({ visibility: "sync", returnDocuments: false });
    return { kind: "done" };
  } catch (error) {
    if (isConflict(error)) return { kind: "moved" };
    throw error;
  }
}
