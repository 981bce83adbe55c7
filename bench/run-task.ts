import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { compileCache } from "./compile-cache.ts";

/** What one measured piece of work took. */
const taskResult = z.object({ seconds: z.number(), peakMb: z.number(), count: z.number() });
export type TaskResult = z.infer<typeof taskResult>;

/**
 * Runs a script of `bench/tasks` in a process of its own, so that its memory is nobody else's.
 *
 * @throws {Error} When the process ends without a result.
 */
export async function runTask(name: string, input: object): Promise<TaskResult> {
  const child = fork(join(import.meta.dirname, "tasks", `${name}.ts`), [JSON.stringify(input)], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(taskResult.parse(message)));
    child.once("exit", (code) => reject(new Error(`The task ${name} ended with code ${code}`)));
  });
}

/** Within a task: does the work, and hands back how long it took (without the start of the process) and its peak. */
export async function measureTask<T>(
  input: z.ZodType<T>,
  work: (input: T) => Promise<number>,
): Promise<void> {
  const parsed = input.parse(JSON.parse(process.argv[2] ?? ""));
  const start = performance.now();
  const count = await work(parsed);
  const result: TaskResult = { seconds: (performance.now() - start) / 1000, peakMb: peakMb(), count };
  process.send?.(result);
}

/** The most memory that this process has had: its resident set, in MB. */
export const peakMb = (): number => process.resourceUsage().maxRSS / 1024;
