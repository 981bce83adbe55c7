import { z } from "zod";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { findServer } from "./server-file.ts";

/**
 * The bytes of a backup of the lake that serves a data folder, taken while it goes on serving.
 *
 * @returns `undefined` when no server has the folder.
 * @throws {CliError} When the server cannot make one.
 */
export async function runningBackup(
  dataFolder: string,
  { withoutAssets }: { readonly withoutAssets: boolean },
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const server = findServer(dataFolder);
  if (server === undefined) return undefined;
  let answer: Response;
  try {
    answer = await fetch(new URL(`/__lake/backup?withoutAssets=${withoutAssets}`, server.url), {
      method: "POST",
    });
  } catch {
    // The note of a server that was killed, whose process id somebody else has now.
    return undefined;
  }
  if (answer.ok && answer.body) return answer.body;
  const { message } = refusal.parse(await answer.json().catch(() => ({})));
  throw new CliError(`Cannot copy the lake at ${server.url}: ${message}`, {
    exitCode: exitCodes.outsideFailed,
    hint: "Put that right, then try again; the lake itself is unchanged.",
  });
}

const refusal = z.object({ message: z.string().default("it does not answer as a lake does") }).catch({
  message: "it does not answer as a lake does",
});
