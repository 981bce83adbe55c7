import {
  outcomeWithout,
  parseInputs,
  renderNote,
  shownJson,
  shownText,
  type ImportNote,
} from "../../importer/index.ts";
import { crashFile, hintOfCrash } from "../crash-file.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { loadMapping } from "../load-mapping.ts";
import type { Terminal } from "../terminal.ts";

export interface ParseFlags {
  readonly flat?: boolean;
  readonly mapping?: string;
  readonly encoding?: string;
  readonly outlets: boolean;
}

/** `copydesk parse`: what an import would make of the inputs, without any CMS. */
export async function parse(
  inputs: readonly string[],
  flags: ParseFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdin, stdout, stderr, interrupt } = terminal;
  const signal = AbortSignal.any([interrupt, stdout.gone]);
  const mapping = await loadMapping(flags.mapping);
  let failed = 0;
  // Stories share sources and images; no dataset takes a document twice.
  const printed = new Set<string>();
  const isNew = ({ _id }: { readonly _id: string }): boolean => {
    const size = printed.size;
    return printed.add(_id).size > size;
  };
  const onNote = (note: ImportNote): void => void stderr.write(`${renderNote(note)}\n`);
  const crashes = crashFile();
  const options = {
    inputs,
    stdin,
    signal,
    onNote,
    onCrash: crashes.add,
    ...(mapping && { mapping }),
    encoding: flags.encoding,
    outlets: flags.outlets,
  };
  for await (const { input, documents, problems, leftOut } of parseInputs(options)) {
    if (signal.aborted) break;
    if (documents.length === 0) {
      if (outcomeWithout(problems) === "failed") failed += 1;
      for (const { message, hint } of problems) {
        await stderr.write(`${shownText(input)}: ${shownText(message)}\n  ${hint}\n`);
      }
    }
    const lines = flags.flat ? documents.filter(isNew) : [{ input, documents, problems, leftOut }];
    await stdout.write(lines.map((line) => `${shownJson(line)}\n`).join(""));
  }
  if (crashes.path !== undefined) await stderr.write(`${hintOfCrash(crashes)}\n`);
  if (interrupt.aborted) return exitCodes.interrupted;
  return failed > 0 ? exitCodes.someFailed : exitCodes.done;
}
