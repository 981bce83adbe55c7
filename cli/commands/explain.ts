import {
  explainInputs,
  outcomeWithout,
  renderExplanation,
  renderNote,
  type ImportNote,
} from "../../importer/index.ts";
import { CliError } from "../cli-error.ts";
import { crashFile, hintOfCrash } from "../crash-file.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { loadMapping } from "../load-mapping.ts";
import type { Terminal } from "../terminal.ts";

/** `copydesk import --explain`: how stories are understood, line by line. Needs no CMS and sends nothing. */
export async function explain(
  inputs: readonly string[],
  {
    mapping: mappingFile,
    encoding,
    outlets,
  }: { readonly mapping?: string; readonly encoding?: string; readonly outlets: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdin, stdout, stderr, interrupt } = terminal;
  if (inputs.length === 0) {
    throw new CliError("Cannot explain stories: no input was given", {
      exitCode: exitCodes.wrongUsage,
      hint: "Name the files or folders to explain.",
    });
  }
  const signal = AbortSignal.any([interrupt, stdout.gone]);
  const mapping = await loadMapping(mappingFile);
  const onNote = (note: ImportNote): void => void stderr.write(`${renderNote(note)}\n`);
  const crashes = crashFile();
  let failed = 0;
  for await (const explanation of explainInputs({
    inputs,
    stdin,
    signal,
    onNote,
    onCrash: crashes.add,
    encoding,
    outlets,
    ...(mapping && { mapping }),
  })) {
    if (signal.aborted) break;
    if (explanation.kind === "unusable" && outcomeWithout([explanation.problem]) === "failed") failed += 1;
    await stdout.write(`${renderExplanation(explanation)}\n\n`);
  }
  if (crashes.path !== undefined) await stderr.write(`${hintOfCrash(crashes)}\n`);
  if (interrupt.aborted) return exitCodes.interrupted;
  return failed > 0 ? exitCodes.someFailed : exitCodes.done;
}
