import { addAbortSignal } from "node:stream";
import { crashFile, hintOfCrash } from "./crash-file.ts";
import { exitCodes } from "./exit-codes.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { runProgram } from "./run-program.ts";
import { openOutput } from "./terminal.ts";

const failing = new AbortController();
const interrupt = AbortSignal.any([listenForInterrupt(), failing.signal]);
const [stdout, stderr] = [openOutput(process.stdout, "standard output"), openOutput(process.stderr)];

/** Opened when it is first read; an interrupt ends the wait for more. */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  yield* addAbortSignal(interrupt, process.stdin);
}

/** An error that nobody waited for ends the command as Ctrl-C does: what it has open is closed, and told. */
const onUnobserved = (error: unknown): void => {
  if (failing.signal.aborted) process.exit(exitCodes.outsideFailed);
  const file = crashFile();
  file.add({ error });
  void stderr.write(`Cannot finish: the program failed\n  ${hintOfCrash(file)}\n`);
  failing.abort();
};
process.on("uncaughtException", onUnobserved);
process.on("unhandledRejection", onUnobserved);

const exitCode = await runProgram(process.argv.slice(2), {
  env: process.env,
  stdin: standardInput(),
  stdout,
  stderr,
  interrupt,
});
// Exits explicitly: an open standard input or an idle connection would keep the process alive.
process.exit(failing.signal.aborted ? exitCodes.outsideFailed : exitCode);
