import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { runProgram } from "../../cli/run-program.ts";
import { projectFolder } from "./source-files.ts";

/** How a run of the program ended. */
export interface CliResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program while it runs. */
export interface CliRun {
  readonly pid: number;
  readonly result: Promise<CliResult>;
  /** What both streams have said so far matches; rejects if the program ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  write(text: string | Uint8Array): void;
  /** Ends standard input. */
  endInput(): void;
  /** Goes away as the reader of standard output. */
  closeOutput(): void;
  kill(signal: NodeJS.Signals): void;
}

interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
  /** The user that runs it, where the test may choose. */
  readonly uid?: number;
}

/** Starts the real program through its bin. The test ends it if it still runs then. */
export function startCli(args: readonly string[], options: CliOptions = {}): CliRun {
  const bin = join(projectFolder, "bin", "copydesk.js");
  const child = spawn(process.execPath, [...(options.node ?? []), bin, ...args], {
    cwd: options.cwd ?? projectFolder,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...options.env },
    stdio: "pipe",
    ...(options.uid !== undefined && { uid: options.uid }),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  // The program may be gone before it has read all.
  child.stdin.on("error", () => undefined);
  const result = once(child, "close").then(([code]): CliResult => ({ code, stdout, stderr }));

  return {
    pid: child.pid ?? 0,
    result,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(stdout) ?? pattern.exec(stderr);
          if (found) resolve(found);
        };
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        look();
        void result.then(({ code }) =>
          reject(new Error(`ended with ${code} before ${pattern}:\n${stdout}\n${stderr}`)),
        );
      }),
    write: (text) => void child.stdin.write(text),
    endInput: () => void child.stdin.end(),
    closeOutput: () => void child.stdout.destroy(),
    kill: (signal) => void child.kill(signal),
  };
}

interface Input {
  /** What is on standard input. */
  readonly input?: string | Uint8Array;
}

/** Runs the program to its end. */
export function runCli(args: readonly string[], options: CliOptions & Input = {}): Promise<CliResult> {
  const run = startCli(args, options);
  if (options.input !== undefined) run.write(options.input);
  run.endInput();
  return run.result;
}

/**
 * Runs the command line in this process: all of the program but what `cli/main.ts` does with a process of its own, which takes
 * a second to start.
 */
export async function runHere(
  args: readonly string[],
  { env = {}, input }: Input & Pick<CliOptions, "env"> = {},
): Promise<CliResult> {
  let [stdout, stderr] = ["", ""];
  const still = new AbortController().signal;
  const output = { isTerminal: false, gone: still };
  const code = await runProgram(args, {
    env,
    stdin: (async function* () {
      if (input !== undefined) yield Buffer.from(input);
    })(),
    stdout: { ...output, write: async (text) => void (stdout += text) },
    stderr: { ...output, write: async (text) => void (stderr += text) },
    interrupt: still,
  });
  return { code, stdout, stderr };
}
