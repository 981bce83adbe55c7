import { listenForInterrupt } from "./interrupt.ts";
import { runProgram } from "./program.ts";
import { openOutput } from "./terminal.ts";

const exitCode = await runProgram(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  stdout: openOutput(process.stdout),
  stderr: openOutput(process.stderr),
  interrupt: listenForInterrupt(),
});
// Not left to end by itself: an open standard input or an idle connection would keep it waiting.
process.exit(exitCode);
