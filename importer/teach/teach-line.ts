import type { SanityClient } from "@sanity/client";
import { randomUUID } from "node:crypto";
import type { LineRole } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import { ImportError } from "../import-error.ts";
import { openConnection } from "../lake-connection/open-connection.ts";
import { runContext } from "../run-context.ts";
import { fetchRecord } from "./fetch-records.ts";
import { linesOfText } from "./lines-of-text.ts";
import { openRereading } from "./open-rereading.ts";
import { readingOfOutlet } from "./reading-of-outlet.ts";
import { shapesToTeach } from "./shapes-to-teach.ts";

export interface TeachLineOptions {
  readonly client: SanityClient;
  /** Published id. */
  readonly articleId: string;
  /** Number of the line in the source text, from 1. */
  readonly line: number;
  /** `undefined` takes back what editors have said of the line. */
  readonly role: LineRole | undefined;
  /** Who says so: a user's id. */
  readonly by: string;
  readonly signal?: AbortSignal | undefined;
  readonly now?: () => Date;
}

/** What came of an editor's word on a line. */
export interface TaughtLine {
  /** Undoing this run takes it back. */
  readonly run: string;
  /** Whether an editor has changed the same, so that the new reading is offered as a suggestion. */
  readonly isSuggested: boolean;
  /** Key of the outlet, for which the shapes of the line may become a rule; absent for a story of none. */
  readonly outlet?: string;
  /** See `shapesToTeach`. */
  readonly shapes: readonly string[];
}

/**
 * Gives a line of an imported plain text its role: the story is read again at once, through the importer's merge, and its
 * record keeps what was said, so that later imports of the story obey.
 *
 * @throws {ImportError} `line-not-taught` if there is no such line, the story is of a format with structure, or no valid
 *   story would come of it; and when the lake cannot be reached.
 */
export async function teachLine(options: TeachLineOptions): Promise<TaughtLine> {
  const { client, articleId, line: number, role, by, signal, now = () => new Date() } = options;
  const lake = openConnection(client, runContext({ signal }));
  const record = await fetchRecord(lake, articleId);
  const line = record && linesOfText(record.sourceText).find((each) => each.number === number);
  if (record === undefined || line === undefined) throw notTaught("the story has no such line any more");

  const { text } = line;
  const told = (record.toldLines ?? []).filter((other) => other.text !== text);
  if (role !== undefined) {
    const _key = shortDigestOf(text, 12);
    told.push({ _type: "toldLine", _key, text, role, by, at: now().toISOString() });
  }
  const run = randomUUID();
  const rereading = await openRereading({ client, run, taught: text, signal, now });
  const reading = await readingOfOutlet(lake, record.outlet ?? undefined);
  const result = await rereading.read(record, { reading, told });
  await rereading.finish();
  if (result === undefined) throw notTaught("its lines are not what it was read from");
  const [problem] = result.problems;
  if (result.outcome === "failed") throw notTaught(problem?.message ?? "nothing was written");
  return {
    run,
    isSuggested: result.outcome === "suggested",
    ...(typeof record.outlet === "string" && { outlet: record.outlet }),
    shapes: role === undefined ? [] : shapesToTeach(text, role),
  };
}

const notTaught = (why: string): ImportError =>
  new ImportError("line-not-taught", `Cannot give the line its role: ${why}`, {
    hint: "Look at the story again.",
  });
