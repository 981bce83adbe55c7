import type { SanityClient } from "@sanity/client";
import { openConnection } from "../lake-connection/open-connection.ts";
import { listProfiles } from "../outlets/list-outlets.ts";
import { runContext } from "../run-context.ts";
import { retireRules } from "./retire-rules.ts";
import type { OutletReview } from "./review/review-outlet.ts";

/** An outlet, and how well it is read. */
export interface ReviewedOutlet extends OutletReview {
  readonly key: string;
  readonly name: string;
  /** See `outletProfile`. */
  readonly stories: number;
}

/** Reviews all outlets, and retires what editors keep contradicting. @throws {ImportError} When the lake cannot be reached. */
export async function reviewOutlets(client: SanityClient, signal?: AbortSignal): Promise<ReviewedOutlet[]> {
  const lake = openConnection(client, runContext({ signal }));
  const reviewed: ReviewedOutlet[] = [];
  for (const profile of await listProfiles(lake)) {
    const { key, name, stories } = profile;
    reviewed.push({ key, name, stories, ...(await retireRules(lake, profile)) });
  }
  return reviewed;
}
