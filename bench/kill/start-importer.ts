import { spawn } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "../../cli/main.ts");

/** An import in a separate process: `copydesk import`. */
export interface ImporterProcess {
  /** Resolves when the process has ended, for whatever reason, with its exit code; without one if it was killed. */
  readonly ended: Promise<number | null>;
  /** `kill -9`. */
  kill(): void;
}

export function startImporter(options: {
  readonly stories: string;
  readonly url: string;
  readonly concurrency: number;
  /** Where it saves stories that fail. */
  readonly dataFolder: string;
}): ImporterProcess {
  const { stories, url, concurrency, dataFolder } = options;
  const flags = ["--api", url, "--data", dataFolder, "--concurrency", String(concurrency), "--quiet"];
  const child = spawn(process.execPath, [main, "import", stories, ...flags], { stdio: "ignore" });
  return {
    ended: new Promise((resolve) => child.once("exit", (code) => resolve(code))),
    kill: () => void child.kill("SIGKILL"),
  };
}
