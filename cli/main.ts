import { addAbortSignal } from "node:stream";
import { listenForInterrupt } from "./interrupt.ts";
import { runProgram } from "./run-program.ts";
import { openOutput } from "./terminal.ts";

const interrupt = listenForInterrupt();

/** Opened when it is first read; an interrupt ends the wait for more. */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  yield* addAbortSignal(interrupt, process.stdin);
}

const exitCode = await runProgram(process.argv.slice(2), {
  env: process.env,
  stdin: standardInput(),
  stdout: openOutput(process.stdout),
  stderr: openOutput(process.stderr),
  interrupt,
});
// Exits explicitly: an open standard input or an idle connection would keep the process alive.
process.exit(exitCode);
