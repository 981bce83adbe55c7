import type { SanityClient } from "@sanity/client";
import {
  ImportError,
  importStories,
  type ImportSummary,
  listDeadLetters,
  openJournal,
  readDeadLetters,
  removeDeadLetters,
  type StoryResult,
  writeDeadLetters,
} from "../../importer/index.ts";
import { deadLetterFolder } from "../dead-letter-folder.ts";
import { journalFile } from "../journal-file.ts";
import { loadMapping } from "../load-mapping.ts";
import { streamOfBytes } from "../stream-of-bytes.ts";

interface RetryOptions {
  readonly client: SanityClient;
  readonly dataFolder: string;
  readonly run: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * Imports what failed in a run once more, read as it was then, as drafts. What fails again is saved under the new run.
 *
 * @throws {ImportError} `run-not-found` if nothing of the run is saved in the data folder.
 */
export async function retryRun(options: RetryOptions): Promise<ImportSummary> {
  const { client, dataFolder, run, signal, onProgress } = options;
  const folder = deadLetterFolder(dataFolder);
  // A name from a request must not lead out of the folder.
  if (!(await listDeadLetters(folder)).includes(run)) throw nothingSaved(run);
  const { inputs, stdin, options: reading } = await readDeadLetters(folder, run);
  const mapping = await loadMapping(reading.mapping);
  const journal = openJournal(journalFile(dataFolder), "local/production");
  const failed: StoryResult[] = [];
  let done = 0;
  try {
    const summary = await importStories(
      {
        inputs,
        ...(stdin && { stdin: streamOfBytes(stdin) }),
        ...(mapping && { mapping }),
        encoding: reading.encoding,
        fetchImages: reading.fetchImages === true,
        outlets: reading.outlets !== false,
        client,
        journal,
        signal,
      },
      (result) => {
        if (result.outcome === "failed") failed.push(result);
        done += 1;
        // One file may hold many stories.
        onProgress(done, Math.max(done, inputs.length));
      },
    );
    await writeDeadLetters(folder, { run: summary.run, failed, inputs, stdin, options: reading });
    if (!summary.interrupted) await removeDeadLetters(folder, run);
    return summary;
  } finally {
    journal.close();
  }
}

const nothingSaved = (run: string): ImportError =>
  new ImportError("run-not-found", `Cannot retry run "${run}": none of its failed stories are saved here`, {
    hint: "Import them again from the machine that they were imported from.",
  });
