import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";

/** Readers of event streams, in a process of their own. */
export interface Readers extends AsyncDisposable {
  /** The transactions of the events that have arrived, and when: in milliseconds since 1970, with fractions. */
  arrivals(): Promise<readonly (readonly [transactionId: string, atMs: number])[]>;
}

const report = z.object({ arrivals: z.array(z.tuple([z.string(), z.number()])) });

/** Opens event streams, and waits until each of them is welcome. */
export async function openReaders(urls: readonly string[]): Promise<Readers> {
  const child = fork(join(import.meta.dirname, "../tasks/event-readers.ts"), [JSON.stringify({ urls })]);
  await once(child, "message");
  return {
    async arrivals() {
      const answer = once(child, "message");
      child.send("report");
      return report.parse((await answer)[0]).arrivals;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
