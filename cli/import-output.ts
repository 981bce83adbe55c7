import { closeSync, createReadStream, createWriteStream, openSync, rmSync, writeSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import {
  jsonReport,
  junitCase,
  junitFoot,
  junitHead,
  textReport,
  type ImportSummary,
  type ReportOptions,
  type StoryResult,
} from "../importer/index.ts";
import { cannotWrite } from "./cannot-write.ts";
import type { Terminal } from "./terminal.ts";

/** Where the report of an import goes, story by story. */
export interface ImportOutput {
  story(result: StoryResult): Promise<void>;
  /** Writes the rest. @throws {CliError} When a file cannot be written. */
  end(summary: ImportSummary): Promise<void>;
  /** Leaves no partial file behind, whether or not `end` was called. */
  close(): void;
}

export interface OutputFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly junit?: string;
}

/**
 * Opens the outputs that the flags ask for.
 *
 * @throws {CliError} When the JUnit file cannot be written, before anything is imported.
 */
export function openImportOutput(
  { json, quiet, junit }: OutputFlags,
  { stdout }: Terminal,
  options: ReportOptions,
): ImportOutput {
  const renderer = json ? jsonReport(options) : quiet ? undefined : textReport(options);
  const suite = junit === undefined ? undefined : openSuite(junit);
  const print = async (text: string | undefined): Promise<void> => {
    if (text) await stdout.write(text);
  };
  return {
    async story(result) {
      suite?.add(junitCase(result));
      await print(renderer?.story(result));
    },
    async end(summary) {
      await print(renderer?.end(summary));
      await suite?.end(summary);
    },
    close: () => suite?.close(),
  };
}

/** Collects the cases in a partial file, because the head of the suite is known only at the end. */
function openSuite(path: string) {
  const partial = `${path}.partial`;
  const file = attempt(path, () => openSync(partial, "w"));
  let isOpen = true;
  const shut = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    add: (text: string): void => void attempt(path, () => writeSync(file, text)),
    async end(summary: ImportSummary): Promise<void> {
      shut();
      try {
        await pipeline(async function* () {
          yield junitHead(summary);
          yield* createReadStream(partial, "utf8");
          yield junitFoot;
        }, createWriteStream(path));
      } catch (cause) {
        throw cannotWrite(`"${path}"`, cause);
      }
    },
    close(): void {
      shut();
      rmSync(partial, { force: true });
    },
  };
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw cannotWrite(`"${path}"`, cause);
  }
}
