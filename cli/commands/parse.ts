import { Command } from "commander";
import { parseInputs } from "../../importer/index.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** `copydesk parse`: what an import would make of the inputs, without any CMS. */
export function parseCommand(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  return new Command("parse")
    .description("print the documents that stories become, one JSON object per story; needs no CMS")
    .argument("<input...>", "files, folders, or - for standard input")
    .option("--flat", "print the bare documents, one per line, as `sanity dataset import` takes them")
    .action(async (inputs: string[], options: { flat?: boolean }) => {
      finish(await parse(inputs, options.flat === true, terminal));
    });
}

async function parse(inputs: readonly string[], flat: boolean, terminal: Terminal): Promise<ExitCode> {
  const { stdin, stdout, stderr, interrupt } = terminal;
  const signal = AbortSignal.any([interrupt, stdout.gone]);
  let failed = 0;
  for await (const { input, documents, problems } of parseInputs({ inputs, stdin, signal })) {
    if (signal.aborted) break;
    if (documents.length === 0) {
      failed += 1;
      for (const { message, hint } of problems) await stderr.write(`${input}: ${message}\n  ${hint}\n`);
    }
    const lines = flat ? documents : [{ input, documents, problems }];
    await stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
  if (interrupt.aborted) return exitCodes.interrupted;
  return failed > 0 ? exitCodes.someFailed : exitCodes.done;
}
