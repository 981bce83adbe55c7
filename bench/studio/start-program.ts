import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The program as users start it, in a process of its own. */
export interface Program extends AsyncDisposable {
  readonly url: string;
}

const bin = join(import.meta.dirname, "../../bin/copydesk.js");

/**
 * Starts `copydesk start` on a data folder, without an import, and waits until it serves the Studio.
 *
 * @throws {Error} When it ends before.
 */
export async function startProgram(dataFolder: string): Promise<Program> {
  const child = spawn(process.execPath, [bin, "start", "--no-import", "--port", "0", "--data", dataFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /Studio +(http:\S+)\/studio/.exec(line) ?? [];
    if (url === undefined) continue;
    return {
      url,
      async [Symbol.asyncDispose]() {
        child.kill("SIGINT");
        await ended;
      },
    };
  }
  throw new Error("The program ended before it served the Studio");
}
