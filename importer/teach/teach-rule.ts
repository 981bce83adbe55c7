import type { SanityClient } from "@sanity/client";
import { randomUUID } from "node:crypto";
import type { LineRole, TaughtRule } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import { openConnection } from "../lake-connection/open-connection.ts";
import { fetchProfiles } from "../outlets/fetch-profiles.ts";
import { keepProfile } from "../outlets/keep-profile.ts";
import { knownOutlet, storedSample } from "../outlets/known-outlet.ts";
import { runContext } from "../run-context.ts";
import { unlessInterrupted } from "../unless-interrupted.ts";
import { fetchRecordsOf } from "./fetch-records.ts";
import { linesOfText } from "./lines-of-text.ts";
import { openRereading } from "./open-rereading.ts";
import { hasShape } from "./shapes-to-teach.ts";
import { withRule } from "./with-rule.ts";

export interface TeachRuleOptions {
  readonly client: SanityClient;
  /** Key of the outlet. */
  readonly outlet: string;
  readonly shape: string;
  readonly role: LineRole;
  /** A line of that shape, as it was printed. */
  readonly example?: string | undefined;
  /** Who teaches it: a user's id. */
  readonly by: string;
  /** Sends nothing; the report tells what the rule would do. */
  readonly dryRun?: boolean;
  /** Called after each story that was looked at. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal | undefined;
  readonly now?: () => Date;
}

/** What a rule did to the stories of its outlet, or would do. */
export interface TaughtOutlet {
  /** Undoing this run takes the rule back, and gives back what the stories were. */
  readonly run: string;
  readonly dryRun: boolean;
  /** Whether it stopped early: the other stories follow with their next import. */
  readonly interrupted: boolean;
  /** Number of stories in which a line of the shape stands. */
  readonly stories: number;
  /** Number of those that change, among them those where a change can only be suggested, since an editor was there. */
  readonly changed: number;
  readonly suggested: number;
  /** Some of those that change, each with its line. */
  readonly examples: readonly { readonly headline: string; readonly line: string }[];
}

const mostExamples = 5;

/**
 * Makes a role the rule for all lines of a shape in the stories of an outlet: the profile keeps it, and the stories that
 * have such a line are read again, through the importer's merge. It takes the place of what was taught of the shape before.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function teachRule(options: TeachRuleOptions): Promise<TaughtOutlet> {
  const { client, outlet, shape, role, example, by, dryRun = false, onProgress = () => {} } = options;
  const { signal, now = () => new Date() } = options;
  const context = runContext({ signal });
  const own = openConnection(client, context);
  const run = randomUUID();
  const rule: TaughtRule = {
    ...{ _type: "taughtRule", _key: shortDigestOf(shape, 12) },
    ...{ shape, role, ...(example !== undefined && { example }), by, at: now().toISOString(), run },
    ...{ state: "active", kept: 0, contradicted: 0 },
  };
  const stored = (await fetchProfiles(own, [outlet])).get(outlet);
  const sample = storedSample(stored);
  const teach = withRule(rule);
  const { profile, reading } = knownOutlet(
    { key: outlet, name: stored?.name ?? outlet },
    sample,
    teach(stored?.taught),
  );
  const rereading = await openRereading({ client, run, taught: shape, dryRun, signal, now });
  const found = { stories: 0, changed: 0, suggested: 0 };
  const examples: TaughtOutlet["examples"][number][] = [];

  async function readAgain(): Promise<void> {
    await keepProfile(rereading.lake, run, { profile, stored, sample }, teach);
    let looked = 0;
    const all = await own.read('count(*[_type == "importRecord" && outlet == $outlet])', { outlet });
    for await (const records of fetchRecordsOf(own, outlet)) {
      for (const record of records) {
        looked += 1;
        onProgress(looked, Math.max(looked, typeof all === "number" ? all : 0));
        const line = linesOfText(record.sourceText).find(({ text }) => hasShape(text, shape))?.text;
        const result = line === undefined ? undefined : await rereading.read(record, { reading });
        if (line === undefined || result === undefined) continue;
        found.stories += 1;
        const isSuggested = result.outcome === "suggested";
        if (isSuggested) found.suggested += 1;
        if (!isSuggested && !result.changes.some(({ type }) => type !== "importRecord")) continue;
        found.changed += 1;
        if (examples.length < mostExamples) examples.push({ headline: result.headline ?? "", line });
      }
    }
  }
  await unlessInterrupted(readAgain());
  await rereading.finish();
  return { run, dryRun, interrupted: context.signal.aborted, ...found, examples };
}
