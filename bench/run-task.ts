import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { compileCache } from "./compile-cache.ts";

/** The cost of one measured piece of work. */
const taskResult = z.object({ seconds: z.number(), peakMb: z.number(), count: z.number() });
export type TaskResult = z.infer<typeof taskResult>;

/**
 * Runs a script of `bench/tasks` in a separate process, so that its memory can be measured.
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

/** Within a task: does the work, and reports how long it took (without the start of the process) and the peak memory. */
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

/** The peak memory of this process: its resident set, in MB. */
export const peakMb = (): number => process.resourceUsage().maxRSS / 1024;
