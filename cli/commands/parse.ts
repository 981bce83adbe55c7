import { outcomeWithout, parseInputs } from "../../importer/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { loadMapping } from "../load-mapping.ts";
import type { Terminal } from "../terminal.ts";

export interface ParseFlags {
  readonly flat?: boolean;
  readonly mapping?: string;
  readonly encoding?: string;
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
  const options = { inputs, stdin, signal, ...(mapping && { mapping }), encoding: flags.encoding };
  for await (const { input, documents, problems } of parseInputs(options)) {
    if (signal.aborted) break;
    if (documents.length === 0) {
      if (outcomeWithout(problems) === "failed") failed += 1;
      for (const { message, hint } of problems) await stderr.write(`${input}: ${message}\n  ${hint}\n`);
    }
    const lines = flags.flat ? documents : [{ input, documents, problems }];
    await stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
  if (interrupt.aborted) return exitCodes.interrupted;
  return failed > 0 ? exitCodes.someFailed : exitCodes.done;
}
