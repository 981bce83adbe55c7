import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";

/** A lake in a process of its own, so that it can be seen to end, and ways to throw things at it. */
export interface HostileLake extends AsyncDisposable {
  /** Sends bytes over a connection of their own. @returns The beginning of the answer; empty when there is none. */
  throwBytes(bytes: Uint8Array): Promise<string>;
  /** Sends messages over one WebSocket, and waits until the lake has seen them all or has hung up. */
  throwMessages(path: string, messages: readonly string[]): Promise<void>;
  /** Whether the process is there and answers as ever. */
  isAlive(): Promise<boolean>;
  /** What it logged as its own bugs, and whatever else it said that was no refusal. */
  readonly bugs: readonly string[];
}

const program = fileURLToPath(new URL("../../support/lake-process.ts", import.meta.url));

/** How long a single answer may take before the lake counts as stuck. */
const patienceMs = 20_000;

export async function startHostileLake(): Promise<HostileLake> {
  const dataFolder = mkdtempSync(join(tmpdir(), "lake-fuzz-"));
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "exit");
  const bugs: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (!line.startsWith("Cannot serve")) bugs.push(line);
  });
  const [url] = await once(createInterface({ input: child.stdout }), "line");
  const port = Number(new URL(String(url)).port);

  return {
    bugs,
    throwBytes(bytes) {
      const socket = connect(port, "127.0.0.1");
      return new Promise((resolve, reject) => {
        const settle = (answer: string): void => {
          socket.destroy();
          resolve(answer);
        };
        socket.setTimeout(patienceMs, () =>
          reject(new Error(`no answer to ${Buffer.from(bytes).toString("latin1")}`)),
        );
        socket.once("data", (data) => settle(data.toString("latin1")));
        socket.once("error", () => settle(""));
        socket.once("close", () => settle(""));
        // Ended, so that the lake does not wait for the rest of a request that is cut short. An answer that then comes too
        // late is not seen here; that the lake failed is seen in its log.
        socket.end(bytes);
      });
    },
    async throwMessages(path, messages) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
      socket.on("error", () => {});
      await once(socket, "open");
      const seen = Promise.race([once(socket, "pong"), once(socket, "close")]);
      for (const message of messages) socket.send(message);
      socket.ping();
      await seen;
      socket.terminate();
    },
    async isAlive() {
      if (child.exitCode !== null || child.signalCode !== null) return false;
      const response = await fetch(`${url}/v1/ping`, { signal: AbortSignal.timeout(patienceMs) });
      return response.ok;
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
